import { reviewPath } from './model.ts';

/** Where an article's review is kept: the folder that holds `.claimlens`, and the article's path in it, with slashes. */
export interface ReviewHome {
  readonly root: string;
  readonly article: string;
}

/** The address of an article's review. */
export function reviewUri({ root, article }: ReviewHome): string {
  return addressIn(root, reviewPath(article));
}

/** The address of a path, with slashes, in a folder, as editors spell it: their own words for the folder, and whatever is reserved escaped. */
export function addressIn(folder: string, path: string): string {
  return [folder.replace(/\/$/, ''), ...path.split('/').map(escaped)].join('/');
}

function escaped(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A review whose article is not where it was. */
export interface StrayReview {
  /** What its article was called. */
  readonly article: string;
  readonly text: string;
  /** Makes it the review of the article that it was looked for; nothing where that has one by now. */
  bring(): Promise<void>;
}

/** The files that reviews are kept in, as a platform has them. Whatever cannot be done throws a `ReviewFileError`. */
export interface ReviewFiles {
  /** Null where nothing can be kept, such as for an article that was never saved. */
  home(uri: string, folders: readonly string[]): ReviewHome | null;
  /** The text of an article's review; null where there is none. */
  read(home: ReviewHome): Promise<string | null>;
  /**
   * Replaces the text, whole or not at all, by what `change` makes of the one that is there now; nobody else writes in
   * between. What `change` throws leaves everything as it is.
   */
  update(home: ReviewHome, change: (text: string | null) => string): Promise<void>;
  /** The article, or the folder of articles, is called otherwise now; null: it was deleted, and its review is put aside. */
  move(from: ReviewHome, to: ReviewHome | null): Promise<void>;
  /** Reviews that may be an article's that has none, the latest first. Missing where folders cannot be looked through. */
  strays?(home: ReviewHome): Promise<StrayReview[]>;
  /**
   * Tells from now on which articles' reviews below a root have changed, whoever changed them; null: any may have.
   * Missing where files cannot be watched. `failed` is called when something stays unseen. Answers how to end it.
   */
  watch?(root: string, changed: (articles: ReadonlySet<string> | null) => void, failed: (error: unknown) => void): () => void;
  /** Who reviews where no setting says it. */
  reviewer(home: ReviewHome): Promise<string>;
}

export type ReviewFileKey =
  | 'review.full'
  | 'review.readOnly'
  | 'review.busy'
  | 'review.lost'
  | 'review.outside'
  | 'review.special'
  | 'review.big'
  | 'review.encoding'
  | 'review.failed';

/** Why a review could not be written, or not be read; nothing was changed. */
export class ReviewFileError extends Error {
  readonly key: ReviewFileKey;
  readonly path: string;

  constructor(key: ReviewFileKey, path: string, message: string) {
    super(message);
    this.key = key;
    this.path = path;
  }
}
