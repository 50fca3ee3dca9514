import type { Locale } from '../../../common/locale.ts';
import { MOST_MEGABYTES } from '../config/limits.ts';
import { t } from '../features/messages.ts';
import { problemSentence } from '../features/reviewFacts.ts';
import { ReviewFileError, type ReviewHome } from '../review/files.ts';
import { reviewPath } from '../review/model.ts';
import type { ReviewProblem } from '../review/read.ts';

/** The file on disk cannot be used: nothing is written over it. */
export class BrokenReview extends Error {
  readonly problem: ReviewProblem;
  constructor(problem: ReviewProblem) {
    super(problem.key);
    this.problem = problem;
  }
}

/** Why a review cannot be read or written. */
export function reviewSentence(error: unknown, home: ReviewHome, locale: Locale): string {
  if (error instanceof BrokenReview) return problemSentence(error.problem, home.article, locale);
  const reason = error instanceof Error ? error.message : String(error);
  const key = error instanceof ReviewFileError ? error.key : 'review.failed';
  return t(locale, key, { path: reviewPath(home.article), reason, limit: MOST_MEGABYTES });
}
