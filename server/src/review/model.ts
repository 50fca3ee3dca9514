import type { ReviewOutcome, ReviewSource, ReviewStatus } from '../../../common/review.ts';
import type { Code } from '../core/types.ts';

/** The version of the file format that this program writes. */
export const SCHEMA_VERSION = 1;
export const REVIEW_FOLDER = '.claimlens/review';
/** Where the reviews of deleted articles go: deleting is often a mistake. */
export const DELETED_FOLDER = '.claimlens/deleted';

/** W3C Web Annotation: the words, and what stood before and after them. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C Web Annotation; in UTF-16 code units of the article's text, after a byte order mark. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** Whether the words stood elsewhere, too, when they were reviewed: nowhere, in other surroundings, in similar ones. */
export type Repeats = 'never' | 'apart' | 'alike';
export const REPEATS: readonly Repeats[] = ['never', 'apart', 'alike'];

/** Where an entry belongs. */
export interface Target {
  readonly repeats?: Repeats;
  /** True where the clause around the words stood nowhere else. */
  readonly ownClause?: boolean;
  /** Nearly the same words stood elsewhere, in like surroundings. */
  readonly resembled?: boolean;
  /** The words that were reviewed, where the editor has followed the claim to other words since. */
  readonly reviewed?: string;
  readonly selector: readonly (TextQuoteSelector | TextPositionSelector)[];
  readonly [other: string]: unknown;
}

/** What one reviewer has decided about one claim. Fields of other programs are kept. */
export interface ReviewEntry {
  readonly id: string;
  readonly code: Code;
  readonly status: ReviewStatus;
  readonly target: Target;
  /** Why it is dismissed. */
  readonly reason?: string;
  readonly note?: string;
  readonly sources?: readonly ReviewSource[];
  readonly outcome?: ReviewOutcome;
  /** True where a person marked what the analysis had missed. */
  readonly marked?: boolean;
  readonly reviewer?: string;
  /** ISO 8601 in UTC. */
  readonly created: string;
  readonly updated: string;
  readonly [other: string]: unknown;
}

export interface ReviewFile {
  readonly schemaVersion: number;
  readonly entries: readonly ReviewEntry[];
  readonly [other: string]: unknown;
}

export const EMPTY_REVIEW: ReviewFile = { schemaVersion: SCHEMA_VERSION, entries: [] };

/** The selectors of a target that was read; both are there, the schema says so. */
export function selectorsOf({ selector }: Target): readonly [TextQuoteSelector, TextPositionSelector] {
  return [selector.find((one) => one.type === 'TextQuoteSelector')!, selector.find((one) => one.type === 'TextPositionSelector')!];
}

/** The words that a reviewer had before their eyes. */
export function reviewedWords(target: Target): string {
  return target.reviewed ?? selectorsOf(target)[0].exact;
}

/** Where an article's review lies, relative to the folder that it is reviewed in; `article` with slashes. */
export function reviewPath(article: string): string {
  return `${REVIEW_FOLDER}/${article}.json`;
}

/** The article that a review file belongs to, or null where the path is none of ours. */
export function articleOfReview(path: string): string | null {
  return path.startsWith(`${REVIEW_FOLDER}/`) && path.endsWith('.json') ? path.slice(REVIEW_FOLDER.length + 1, -'.json'.length) : null;
}
