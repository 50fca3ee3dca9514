import type { Locale } from '../../../common/locale.ts';
import { outcomeName, type ReviewSource, statusName } from '../../../common/review.ts';
import type { Claim } from '../core/index.ts';
import type { ReviewedClaim } from '../review/apply.ts';
import { reviewPath } from '../review/model.ts';
import type { ReviewProblem } from '../review/read.ts';
import { excerpt, t } from './messages.ts';
import { readDay } from './readout.ts';

/** Pages change and vanish: what was looked at longer ago than this many days is to be looked at again. */
const FRESH_DAYS = 365;

/** What was decided about a claim, in sentences. `today` is `YYYY-MM-DD`. */
export function reviewFacts(
  claim: Claim & Pick<ReviewedClaim, 'review'>,
  locale: Locale,
  today = new Date().toISOString().slice(0, 10),
): string[] {
  const { review } = claim;
  if (!review) return [];
  const { reviewer, reason, note, sources, outcome, changedFrom, others } = review;
  const status = statusName(review.status, locale);
  const date = readDay(review.updated.slice(0, 10), locale);
  const someone = (name: string | null) => name ?? t(locale, 'review.someone');
  return [
    reviewer ? t(locale, 'hover.reviewBy', { status, reviewer, date }) : t(locale, 'hover.review', { status }),
    ...(changedFrom === null ? [] : [t(locale, 'hover.reviewChanged', { text: excerpt(changedFrom, 60) })]),
    ...(reason ? [t(locale, 'hover.reviewReason', { reason })] : []),
    ...(note ? [t(locale, 'hover.reviewNote', { note })] : []),
    ...sources.map((source) => sourceFact(source, locale, today)),
    ...(outcome ? [t(locale, 'hover.reviewOutcome', { result: outcomeName(outcome.result, locale) })] : []),
    ...others.map((other) =>
      t(locale, 'hover.reviewConflict', { status: statusName(other.status, locale), reviewer: someone(other.reviewer) }),
    ),
  ];
}

function sourceFact({ url, citation, seen }: ReviewSource, locale: Locale, today: string): string {
  const source = [citation, url].filter(Boolean).join(' ');
  if (!seen) return t(locale, 'hover.reviewSource', { source });
  const stale = Date.parse(today) - Date.parse(seen) > FRESH_DAYS * 86_400_000;
  return t(locale, stale ? 'hover.reviewStale' : 'hover.reviewSeen', { source, date: readDay(seen, locale) });
}

/** These have no place in the file: their sentences name it. */
const NOT_READ: ReadonlySet<string> = new Set(['review.outside', 'review.special', 'review.big', 'review.encoding']);

/** Why a review cannot be written, and where the file is wrong. */
export function problemSentence({ key, values, line, column }: ReviewProblem, article: string, locale: Locale): string {
  const path = reviewPath(article);
  const message = t(locale, key, { ...values, ...(NOT_READ.has(key) && { path }) });
  return NOT_READ.has(key) ? message : t(locale, 'review.broken', { path, line, column, message });
}
