/** The part of the protocol that is about reviews; `protocol.ts` hands it out. */

import type { ClaimReview, OutcomeResult, ReviewChange } from './review.ts';

interface Range {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** `claimlens/review`: what was decided about an article. */
export const REVIEW_REQUEST = 'claimlens/review';
export interface ReviewParams {
  uri: string;
}
export interface ReviewResult {
  entries: ReviewItem[];
  /** Why the review is read-only, in the user's language; null when it is not. */
  problem: string | null;
  /** Claims decided, and all that are problems or were. */
  done: number;
  total: number;
}
/** One entry of a review; `range` is null for an orphan, `claim` is the id of the claim that it is about, if there is one. */
export interface ReviewItem extends ClaimReview {
  code: string;
  /** The pattern's name in the user's language. */
  name: string;
  text: string;
  range: Range | null;
  claim: string | null;
}

/** Server command: one decision. It stands on disk when the answer comes. Argument: `ReviewArguments`; answers `ReviewAnswer`. */
export const REVIEW_COMMAND = 'claimlens.server.review';
export interface ReviewArguments {
  uri: string;
  /** What it is about: a claim by its id, an entry by its id, or a stretch of text that the analysis missed, with a code. */
  claim?: string;
  entry?: string;
  range?: Range;
  code?: string;
  change?: ReviewChange;
  /** Takes the entry out. */
  withdraw?: boolean;
  /** Of several entries about one claim this one stands; the others are taken out. */
  keep?: boolean;
}
export interface ReviewAnswer {
  /** The entry that stands now; null where there is none. */
  entry: string | null;
  /** Why nothing was written, in the user's language; null when all went well. */
  error: string | null;
}

/** Client command: asks for a reason, a note or a source, then executes `REVIEW_COMMAND`. Argument: `AskReviewArguments`. */
export const ASK_REVIEW = 'claimlens.askReview';
export interface AskReviewArguments {
  uri: string;
  claim: string;
  ask: 'dismiss' | 'source' | 'note' | 'outcome';
}

/** `claimlens/predictions`: every prediction of the workspace; `ReviewParams` is not needed. */
export const PREDICTIONS_REQUEST = 'claimlens/predictions';
export interface PredictionsResult {
  /** Overdue first, undated last. */
  predictions: PredictionItem[];
  articles: number;
}
export interface PredictionItem {
  uri: string;
  /** The article's path in its folder. */
  article: string;
  claim: string;
  text: string;
  speaker: string | null;
  range: Range;
  /** `YYYY-MM-DD` or null: the article's date, and the day by which it must have come true. */
  date: string | null;
  due: string | null;
  horizon: string | null;
  outcome: { result: OutcomeResult; evidence?: string; date?: string } | null;
}

/**
 * Server → client, where the server has no files of its own (a web worker) and the client said `files` in its options:
 * reads, writes or moves a file below a folder's `.claimlens`. URIs; answers `ReviewFilesAnswer`.
 */
export const REVIEW_FILES_REQUEST = 'claimlens/reviewFiles';
export type ReviewFilesParams =
  | { readonly do: 'read'; readonly uri: string }
  | { readonly do: 'write'; readonly uri: string; readonly text: string }
  | { readonly do: 'move'; readonly uri: string; readonly to: string };
export interface ReviewFilesAnswer {
  /** `read`: null where there is no such file. */
  readonly text?: string | null;
  readonly error?: { readonly kind: 'full' | 'readOnly' | 'failed'; readonly message: string };
}
