import type { Hover, Position } from 'vscode-languageserver-types';
import { type Claim, ruleOf } from '../core/index.ts';
import { type Checked, claimsIn, rangeOf } from './context.ts';
import { cachedMessage } from './diagnostics.ts';
import { rulePage } from './links.ts';
import { escapeMarkdown } from './markdown.ts';
import { ruleText, t } from './messages.ts';
import { readDay, readHorizon, readQuantity, readRange } from './readout.ts';

/** What stands under the pointer: the claims there, the shortest first. Markdown, or plain text for editors that render none. */
export function hover(checked: Checked, position: Position, markdown: boolean): Hover | null {
  const at = checked.document.offsetAt(position);
  const claims = claimsIn(checked, { start: at, end: at }).sort((a, b) => a.end - a.start - (b.end - b.start));
  const first = claims[0];
  if (!first) return null;
  const range = rangeOf(checked.document, first);
  const parts = claims.map((claim) => describe(checked, claim, markdown));
  const value = parts.join(markdown ? '\n\n---\n\n' : '\n\n');
  return { contents: { kind: markdown ? 'markdown' : 'plaintext', value }, range };
}

function describe(checked: Checked, claim: Claim, markdown: boolean): string {
  const { locale } = checked;
  const rule = ruleOf(claim.code);
  const text = ruleText(rule, locale);
  const safe = markdown ? escapeMarkdown : (value: string) => value;
  const name = markdown ? `**${safe(text.name)}**` : text.name;
  const facts = factsOf(checked, claim).map(safe);
  const basis = (rule.basis ?? []).map((b) => {
    const cited = [b.title, b.article].filter(Boolean).join(' ');
    return t(locale, 'hover.basis') + (markdown ? `[${safe(cited)}](${b.url})` : `${cited} ${b.url}`);
  });
  const link = markdown ? `[${t(locale, 'hover.rule')}](${rulePage(claim.code)})` : rulePage(claim.code);
  const lines = [`${name} · ${safe(cachedMessage(claim, locale))}`, ...facts, `${safe(text.why)} ${safe(text.advice)}`, ...basis, link];
  // Two spaces: a line break, not a paragraph, so that the hover stays short.
  return lines.join(markdown ? '  \n' : '\n');
}

function factsOf({ analysis, locale }: Checked, claim: Claim): string[] {
  const facts: string[] = [];
  if (claim.suppressed) {
    const { reason } = claim.suppressed;
    facts.push(reason ? t(locale, 'hover.suppressed', { reason }) : t(locale, 'hover.suppressedPlain'));
  }
  if (claim.speaker) facts.push(t(locale, 'hover.speaker', { speaker: claim.speaker }));
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
