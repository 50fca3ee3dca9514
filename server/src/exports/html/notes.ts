import { escapeHtml } from '../../../../common/html.ts';
import type { Locale } from '../../../../common/locale.ts';
import { kindOf } from '../../../../common/names.ts';
import { type ClaimReview, outcomeName, type ReviewSource, statusName } from '../../../../common/review.ts';
import { readings } from '../../features/claimFacts.ts';
import { rulePage } from '../../features/links.ts';
import { t } from '../../features/messages.ts';
import { readDay, readPeriod } from '../../features/readout.ts';
import { nameOf } from '../name.ts';
import { linkOut, safeAddress } from './links.ts';
import type { Numbered } from './marks.ts';

export interface NotesContext {
  readonly locale: Locale;
  /** The article's date. */
  readonly date: string | null;
  /** What the ids of this article begin with. */
  readonly prefix: string;
}

/** The claims of a row, as notes in the margin. */
export function notes(claims: readonly Numbered[], context: NotesContext): string {
  if (claims.length === 0) return '';
  return `<ol class="notes">\n${claims.map((one) => note(one, context)).join('')}</ol>\n`;
}

function note({ n, claim }: Numbered, context: NotesContext): string {
  const { locale, prefix } = context;
  const { code, severity, suppressed, review } = claim;
  const name = `<a class="name" href="${escapeHtml(rulePage(code))}" rel="noreferrer noopener">${escapeHtml(nameOf(claim, locale))}</a>`;
  // What is merely tinted needs no word for how bad it is.
  const level = suppressed || severity === 'hint' ? '' : ` <span class="level">${escapeHtml(t(locale, `severity.${severity}`))}</span>`;
  const who = `<span class="who">${escapeHtml(claim.speaker ?? t(locale, 'symbol.author'))}</span>`;
  const classes = ['note', `k-${kindOf(code)}`, suppressed ? 'settled' : severity];
  return `<li id="c${prefix}${n}" class="${classes.join(' ')}" data-claim="${escapeHtml(claim.id)}">
<p><a class="n" href="#m${prefix}${n}">${n}</a> ${name}${level} ${who} <span class="said">${escapeHtml(saidOf(claim, context).join(t(locale, 'report.stop')))}</span></p>
${review ? reviewOf(review, locale) : ''}</li>
`;
}

/** Short sentences: how it reads says more than that it is there. */
function saidOf(claim: Numbered['claim'], context: NotesContext): string[] {
  const { locale, date } = context;
  const { severity, resolved, suppressed } = claim;
  const period = date && resolved ? readPeriod(resolved, locale) : null;
  const facts = period ? [t(locale, 'report.means', { period })] : readings(claim, context);
  const message = severity === 'hint' && facts.length > 0 ? [] : [claim.message.replace(/[。.]$/, '')];
  const reason = suppressed?.by === 'comment' ? suppressed.reason : null;
  const ignored = reason === null ? [] : [reason ? t(locale, 'hover.suppressed', { reason }) : t(locale, 'hover.suppressedPlain')];
  return [...message, ...facts, ...ignored];
}

/** What was decided: status, by whom, why, with what sources. */
export function reviewOf(review: ClaimReview, locale: Locale): string {
  const { status, reviewer, updated, changedFrom, reason, note: said, sources, outcome, others } = review;
  const by = [reviewer, readDay(updated.slice(0, 10), locale)].filter(Boolean).join(' · ');
  const line = (text: string, kind: string) => `<p class="${kind}">${escapeHtml(text)}</p>`;
  const lines = [
    `<p><b class="status">${escapeHtml(statusName(status, locale))}</b> <span class="who">${escapeHtml(by)}</span></p>`,
    ...(changedFrom === null ? [] : [line(t(locale, 'hover.reviewChanged', { text: changedFrom }), 'alert')]),
    ...(reason ? [line(t(locale, 'hover.reviewReason', { reason }), 'reason')] : []),
    ...(said ? [line(said, 'remark')] : []),
    ...sources.map((source) => `<p class="source">${sourceOf(source, locale)}</p>`),
    ...(outcome ? [line(outcomeLine(outcome, locale), 'outcome')] : []),
    ...others.map((other) => line(conflict(other, locale), 'alert')),
  ];
  return `<div class="review r-${status}">${lines.join('')}</div>`;
}

function sourceOf({ url, citation, seen }: ReviewSource, locale: Locale): string {
  const shown = citation ?? url ?? '';
  const link = url && safeAddress(url) ? linkOut(url, escapeHtml(shown)) : escapeHtml([citation, url].filter(Boolean).join(' '));
  // The sentence is ours, the source stands in it as a link.
  const [before = '', after = ''] = t(locale, seen ? 'hover.reviewSeen' : 'hover.reviewSource', {
    source: '\ufffc',
    ...(seen && { date: readDay(seen, locale) }),
  }).split('\ufffc');
  return `${escapeHtml(before)}${link}${escapeHtml(after)}`;
}

function outcomeLine({ result, evidence, date }: NonNullable<ClaimReview['outcome']>, locale: Locale): string {
  const sentence = t(locale, 'hover.reviewOutcome', { result: outcomeName(result, locale) });
  return [sentence, evidence, date && readDay(date, locale)].filter(Boolean).join(' · ');
}

function conflict({ status, reviewer }: ClaimReview['others'][number], locale: Locale): string {
  return t(locale, 'hover.reviewConflict', { status: statusName(status, locale), reviewer: reviewer ?? t(locale, 'review.someone') });
}
