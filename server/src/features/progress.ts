import type { ClaimReview } from '../../../common/review.ts';
import type { Severity, Suppression } from '../core/index.ts';

/** A claim as far as the progress of a review goes; `severity` is null where its rule is off. */
export interface Reviewable {
  readonly severity: Severity | null;
  readonly suppressed: Suppression | null;
  readonly review?: ClaimReview;
}

/** Claims decided, and all that are problems or were. */
export function progressOf(claims: Iterable<Reviewable>): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const { severity, suppressed, review } of claims) {
    if (suppressed?.by === 'comment') continue;
    // What is merely tinted asks for no decision, but counts where somebody has taken one.
    if (!review && (severity === null || severity === 'hint')) continue;
    total++;
    if (review && review.status !== 'open' && review.changedFrom === null && review.others.length === 0) done++;
  }
  return { done, total };
}
