import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { MOST_MEGABYTES } from '../../config/limits.ts';
import { REVIEW_FOLDER, reviewPath } from '../../review/model.ts';
import { type Read, readReview } from '../../review/read.ts';
import { isInside, RefusedFile, readFolderFile } from './folderFile.ts';
import { StrayLookup } from './strayReviews.ts';

/** Finds articles' reviews for the command line: in the nearest folder upward that has any. */
export class ReviewLookup {
  readonly #roots = new Map<string, string | null>();
  readonly #strays = new Map<string, StrayLookup>();
  readonly #top: string | null;

  /** Above `top` nothing is looked for. */
  constructor(top: string | null = null) {
    this.#top = top;
  }

  /** The nearest folder upward that has reviews, or null. */
  root(folder: string): string | null {
    return this.#root(folder);
  }

  /**
   * The review of an article, and the article's path in the folder it is reviewed in; null where there is none. An article without
   * one has that of an article which is gone and whose claims stand in its text; `text` is asked for only where there are such.
   */
  of(path: string, text: () => string | null): { readonly read: Read; readonly article: string } | null {
    const root = this.#root(dirname(path));
    if (root === null) return null;
    const article = relative(root, path).split(sep).join('/');
    const read = readReviewFile(root, article);
    return read ? { read, article } : this.stray(root, article, text);
  }

  /** A review that has lost its article and is the one of this text, and what its article was called. */
  stray(root: string, article: string, text: () => string | null): { readonly read: Read; readonly article: string } | null {
    let strays = this.#strays.get(root);
    if (!strays) {
      strays = new StrayLookup(root);
      this.#strays.set(root, strays);
    }
    return strays.of(article, text);
  }

  #root(folder: string): string | null {
    let root = this.#roots.get(folder);
    if (root === undefined) {
      const last = dirname(folder) === folder || folder === this.#top || (this.#top !== null && !isInside(this.#top, folder));
      if (existsSync(join(folder, REVIEW_FOLDER))) root = folder;
      else root = last ? null : this.#root(dirname(folder));
      this.#roots.set(folder, root);
    }
    return root;
  }
}

/** The review of an article as it lies in a folder; null where there is none. */
export function readReviewFile(root: string, article: string): Read | null {
  try {
    const text = readFolderFile(root, join(root, reviewPath(article)));
    return text === null ? null : readReview(text);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const values = { limit: MOST_MEGABYTES };
    return { file: null, problem: { key: `review.${error.refusal}`, values, start: 0, end: 0, line: 1, column: 1 } };
  }
}
