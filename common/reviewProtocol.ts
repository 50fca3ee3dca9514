/** The part of the protocol that is about reviews; `protocol.ts` hands it out. */

import type { ClaimReview, OutcomeResult, ReviewChange, ReviewSource } from './review.ts';
import type { Certainty, PredictionGroup, Score } from './scorecard.ts';

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
  /** What a claim of this article may be backed by: sources used lately, and the article's own links. */
  sources: OfferedSource[];
}
/** A source without the day on which somebody looks at it; a link's own words as its citation. */
export type OfferedSource = Omit<ReviewSource, 'seen'>;
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

/** Client command: asks what to do, or for a reason, a note or a source, then executes `REVIEW_COMMAND`. Argument: `AskReviewArguments`. */
export const ASK_REVIEW = 'claimlens.askReview';
export interface AskReviewArguments {
  uri: string;
  claim: string;
  ask: 'choose' | 'dismiss' | 'source' | 'note' | 'outcome';
}

/** Client command: marks the selection of the editor in front as a claim. */
export const MARK_CLAIM = 'claimlens.review.mark';

/** `claimlens/predictions`: every prediction of the workspace. */
export const PREDICTIONS_REQUEST = 'claimlens/predictions';
export interface PredictionsParams {
  /** Answer soon with what is known; `PREDICTIONS_CHANGED` tells when more is. */
  partial?: boolean;
  /** Only so many of each group, and of the speakers; without it all. */
  rows?: Partial<Record<PredictionGroup | 'speakers', number>>;
  /** The user's day. */
  today?: string;
}
export interface PredictionsResult {
  /** Overdue first, undated last. */
  predictions: PredictionItem[];
  /** How many there are of each group, whatever was asked for. */
  counts: Record<PredictionGroup | 'speakers', number>;
  scores: Score[];
  articles: number;
  /** Articles that are still to be read. */
  pending: number;
}

/** Server → client, once predictions were asked for: others are known now. */
export const PREDICTIONS_CHANGED = 'claimlens/predictionsChanged';
export interface PredictionsChangedParams {
  pending: number;
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
  certainty: Certainty;
  outcome: { result: OutcomeResult; evidence?: string; date?: string } | null;
}
