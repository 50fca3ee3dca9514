/** What people decide about claims: the words that client and server share. The files that keep it: server/src/review. */

/** In the order in which they are offered; `dismissed` and `sourced` take a claim out of the problems. */
export const REVIEW_STATUSES = {
  open: { zh: '待核', en: 'Open', icon: 'circle-large-outline' },
  sourced: { zh: '已补出处', en: 'Sourced', icon: 'link' },
  verified: { zh: '已核实', en: 'Verified', icon: 'pass' },
  disputed: { zh: '存疑', en: 'Disputed', icon: 'question' },
  wrong: { zh: '有误', en: 'Wrong', icon: 'error' },
  dismissed: { zh: '驳回', en: 'Dismissed', icon: 'circle-slash' },
} as const;
export type ReviewStatus = keyof typeof REVIEW_STATUSES;
export const REVIEW_STATUS_NAMES = Object.keys(REVIEW_STATUSES) as readonly ReviewStatus[];

/** What became of a prediction. */
export const OUTCOMES = {
  true: { zh: '应验', en: 'Came true', icon: 'pass' },
  partly: { zh: '部分应验', en: 'Partly', icon: 'circle-outline' },
  false: { zh: '落空', en: 'Did not', icon: 'error' },
  untold: { zh: '无从判断', en: 'Cannot be told', icon: 'question' },
} as const;
export type OutcomeResult = keyof typeof OUTCOMES;
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as readonly OutcomeResult[];

export function statusName(status: ReviewStatus, language: string): string {
  return named(REVIEW_STATUSES[status], language);
}

export function outcomeName(result: OutcomeResult, language: string): string {
  return named(OUTCOMES[result], language);
}

function named({ zh, en }: { readonly zh: string; readonly en: string }, language: string): string {
  return /^zh\b/i.test(language) ? zh : en;
}

/** Where a claim is backed: an address or a citation, and when somebody looked (`YYYY-MM-DD`). */
export interface ReviewSource {
  readonly url?: string;
  readonly citation?: string;
  readonly seen?: string;
}

export interface ReviewOutcome {
  readonly result: OutcomeResult;
  readonly evidence?: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
}

/** What one decision changes; what is not named stays. An empty text, an empty list or null takes away. */
export interface ReviewChange {
  readonly status?: ReviewStatus;
  readonly reason?: string;
  readonly note?: string;
  readonly sources?: readonly ReviewSource[];
  readonly outcome?: ReviewOutcome | null;
}

/** What stands decided about a claim, as clients show it. */
export interface ClaimReview {
  /** The entry's id. */
  readonly entry: string;
  readonly status: ReviewStatus;
  readonly reason: string | null;
  readonly note: string | null;
  readonly sources: readonly ReviewSource[];
  readonly outcome: ReviewOutcome | null;
  readonly reviewer: string | null;
  readonly updated: string;
  /** The words that were reviewed, where they have changed since: to be looked at again. */
  readonly changedFrom: string | null;
  /** True where a person marked what the analysis had missed. */
  readonly marked: boolean;
  /** True where the analysis finds no such claim at the place any more. */
  readonly gone: boolean;
  /** Other decisions about the same claim that disagree. */
  readonly others: readonly {
    readonly entry: string;
    readonly status: ReviewStatus;
    readonly reviewer: string | null;
    readonly reason: string | null;
  }[];
}
