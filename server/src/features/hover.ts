import type { Hover, Position } from 'vscode-languageserver-types';
import { IGNORE_WITH_REASON } from '../../../common/protocol.ts';
import { isShipped, ruleOf } from '../config/custom/registry.ts';
import type { Claim, LegalBasis } from '../core/index.ts';
import { glossaryEntry } from '../core/lexicon/glossary.ts';
import { type Checked, claimsIn, rangeOf } from './context.ts';
import { cachedMessage } from './diagnostics.ts';
import { legalBasis } from './legal.ts';
import { rulePage } from './links.ts';
import { escapeMarkdown } from './markdown.ts';
import { ruleText, t } from './messages.ts';
import { readDay, readHorizon, readQuantity, readRange } from './readout.ts';
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
  const { name } = ruleText(ruleOf(claim.code), locale);
  return markdown
    ? `**${escapeMarkdown(name)}** · ${escapeMarkdown(cachedMessage(claim, locale))}`
    : `${name} · ${cachedMessage(claim, locale)}`;
}

/** Three blocks: what it is with its facts; why, and what to do; where to read on. */
function card(checked: Checked, claim: Claim, markdown: boolean, commands: ReadonlySet<string>): string {
  const { locale } = checked;
  const rule = ruleOf(claim.code);
  const text = ruleText(rule, locale);
  const safe = markdown ? escapeMarkdown : (value: string) => value;
  const cited = [...(rule.basis ?? []), ...legalBasis(claim.code)].map((basis) => citation(checked, basis, markdown));
  const blocks = [
    [headline(checked, claim, markdown), ...[...factsOf(checked, claim), ...reviewFacts(claim, locale)].map(safe)],
    [safe(text.why), safe(text.advice), ...cited],
    [links(checked, claim, markdown, commands)],
  ];
  // Two spaces: a line break, not a paragraph, so that the card stays short.
  return blocks.map((lines) => lines.join(markdown ? '  \n' : '\n')).join(markdown ? '\n\n' : '\n');
}

function citation({ locale }: Checked, { title, article, url }: LegalBasis, markdown: boolean): string {
  const cited = `《${title}》${article}`;
  return t(locale, 'hover.basis', { cited: markdown ? `[${escapeMarkdown(cited)}](${url})` : `${cited} ${url}` });
}

function links({ document, locale }: Checked, claim: Claim, markdown: boolean, commands: ReadonlySet<string>): string {
  const page = rulePage(claim.code);
  if (!markdown) return page;
  const all = [`[${t(locale, 'hover.rule')}](${page})`];
  if (commands.has(IGNORE_WITH_REASON) && !claim.suppressed) {
    const argument = encodeURIComponent(JSON.stringify([{ uri: document.uri, id: claim.id }]));
    all.push(`[${t(locale, 'hover.ignore')}](command:${IGNORE_WITH_REASON}?${argument})`);
  }
  return all.join(' · ');
}

function factsOf({ analysis, locale, lexicon }: Checked, claim: Claim): string[] {
  const facts: string[] = [];
  // What a review has settled is told with the review.
  if (claim.suppressed?.by === 'comment') {
    const { reason } = claim.suppressed;
    facts.push(reason ? t(locale, 'hover.suppressed', { reason }) : t(locale, 'hover.suppressedPlain'));
  }
  const speaker = claim.speaker;
  if (speaker) {
    const held = lexicon?.speakers?.find(({ name, aliases }) => name === speaker || aliases?.includes(speaker))?.interests;
    facts.push(
      held && held.length > 0
        ? t(locale, 'hover.speakerHolds', { speaker, interests: held.join(t(locale, 'lens.separator')) })
        : t(locale, 'hover.speaker', { speaker }),
    );
  }
  if (claim.code === 'unexplained-term') {
    const entry = glossaryEntry(claim.text);
    if (entry) facts.push(t(locale, 'hover.term', { meaning: entry.meaning }));
  }
  if (claim.quantity) facts.push(t(locale, 'hover.number', { value: readQuantity(claim.quantity, locale) }));
  if (claim.resolved !== undefined) {
    const date = claim.resolved && readRange(claim.resolved, locale);
    if (!analysis.date) facts.push(t(locale, 'hover.noDate'));
    else if (date) facts.push(t(locale, 'hover.date', { date, article: readDay(analysis.date, locale) }));
    else facts.push(t(locale, 'hover.vagueDate', { article: readDay(analysis.date, locale) }));
  }
  if (claim.horizon !== undefined) {
    if (!claim.horizon) facts.push(t(locale, 'hover.noHorizon'));
    else {
      const { text, until } = readHorizon(claim.horizon, locale);
      facts.push(until ? t(locale, 'hover.horizonUntil', { horizon: text, until }) : t(locale, 'hover.horizon', { horizon: text }));
    }
  }
  return facts;
}
