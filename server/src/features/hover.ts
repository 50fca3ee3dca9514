import type { Hover, Position } from 'vscode-languageserver-types';
import { ASK_REVIEW, type AskReviewArguments, IGNORE_WITH_REASON } from '../../../common/protocol.ts';
import { isShipped, ruleOfClaim } from '../config/custom/registry.ts';
import type { Claim } from '../core/index.ts';
import { isGone } from '../review/apply.ts';
import { readings, speakerFact } from './claimFacts.ts';
import { type Checked, claimsIn, rangeOf } from './context.ts';
import { cachedMessage } from './diagnostics.ts';
import { legalBasis, type Provision } from './legal.ts';
import { rulePage } from './links.ts';
import { escapeMarkdown, escapeMarkdownLine } from './markdown.ts';
import { ruleText, t } from './messages.ts';
import { reviewFacts } from './reviewFacts.ts';
import { termHover } from './termHover.ts';

/** The card is small: of claims that overlap, so many are named below the first. */
const NAMED = 3;

/**
 * What stands under the pointer: the shortest claim as a card, the others by name; else what a term means.
 * Markdown, or plain text for editors that render none. `commands` are those that the client carries out.
 */
export function hover(checked: Checked, position: Position, markdown: boolean, commands: ReadonlySet<string> = new Set()): Hover | null {
  const at = checked.document.offsetAt(position);
  // Of two at one place, the desk's own rule speaks.
  const own = (claim: Claim) => Number(isShipped(claim.code));
  const claims = claimsIn(checked, { start: at, end: at }).sort((a, b) => a.end - a.start - (b.end - b.start) || own(a) - own(b));
  const first = claims[0];
  if (!first) return termHover(checked, position, markdown);
  const range = rangeOf(checked.document, first);
  const others = claims.slice(1, 1 + NAMED).map((claim) => headline(checked, claim, markdown));
  const parts = [card(checked, first, markdown, commands), ...(others.length > 0 ? [others.join(markdown ? '  \n' : '\n')] : [])];
  return { contents: { kind: markdown ? 'markdown' : 'plaintext', value: parts.join(markdown ? '\n\n---\n\n' : '\n\n') }, range };
}

function headline({ locale }: Checked, claim: Claim, markdown: boolean): string {
  const { name } = ruleText(ruleOfClaim(claim), locale);
  const message = isGone(claim) ? t(locale, 'hover.reviewGone') : cachedMessage(claim, locale);
  return markdown ? `**${escapeMarkdown(name)}** · ${escapeMarkdown(message)}` : `${name} · ${message}`;
}

/** Three blocks: what it is with its facts; why, and what to do; where to read on. */
function card(checked: Checked, claim: Claim, markdown: boolean, commands: ReadonlySet<string>): string {
  const { locale } = checked;
  const rule = ruleOfClaim(claim);
  const text = ruleText(rule, locale);
  const safe = markdown ? escapeMarkdownLine : (value: string) => value;
  const cited = legalBasis(claim.code).map((basis) => citation(checked, basis, markdown));
  const blocks = [
    [headline(checked, claim, markdown), ...[...(isGone(claim) ? [] : factsOf(checked, claim)), ...reviewFacts(claim, locale)].map(safe)],
    // What is found no more needs no advice.
    ...(isGone(claim) ? [] : [[safe(text.why), safe(text.advice), ...cited]]),
    [links(checked, claim, markdown, commands)],
  ];
  // Two spaces: a line break, not a paragraph, so that the card stays short.
  return blocks.map((lines) => lines.join(markdown ? '  \n' : '\n')).join(markdown ? '\n\n' : '\n');
}

function citation({ locale }: Checked, { title, article, url, reach, excepted }: Provision, markdown: boolean): string {
  const words = `《${title}》${article}`;
  const cited = markdown ? `[${escapeMarkdown(words)}](${url})` : `${words} ${url}`;
  return t(locale, `basis.${reach}`, { cited }) + (excepted ? t(locale, 'basis.excepted') : '');
}

function links({ document, locale }: Checked, claim: Claim, markdown: boolean, commands: ReadonlySet<string>): string {
  const page = rulePage(claim.code);
  if (!markdown) return page;
  const all = [`[${t(locale, 'hover.rule')}](${page})`];
  const { uri } = document;
  const link = (title: string, command: string, argument: object) => {
    if (commands.has(command)) all.push(`[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`);
  };
  if (claim.suppressed?.by !== 'comment') {
    link(t(locale, 'hover.decide'), ASK_REVIEW, { uri, claim: claim.id, ask: 'choose' } satisfies AskReviewArguments);
    if (claim.code === 'unsourced-number' && !claim.suppressed)
      link(t(locale, 'hover.addSource'), ASK_REVIEW, { uri, claim: claim.id, ask: 'source' } satisfies AskReviewArguments);
  }
  if (!claim.suppressed) link(t(locale, 'hover.ignore'), IGNORE_WITH_REASON, { uri, id: claim.id });
  return all.join(' · ');
}

function factsOf({ analysis, locale, lexicon }: Checked, claim: Claim): string[] {
  const facts: string[] = [];
  // What a review has settled is told with the review.
  if (claim.suppressed?.by === 'comment') {
    const { reason } = claim.suppressed;
    facts.push(reason ? t(locale, 'hover.suppressed', { reason }) : t(locale, 'hover.suppressedPlain'));
  }
  const context = { locale, date: analysis.date, ...(lexicon && { lexicon }) };
  const speaker = speakerFact(claim, context);
  return [...facts, ...(speaker === null ? [] : [speaker]), ...readings(claim, context)];
}
