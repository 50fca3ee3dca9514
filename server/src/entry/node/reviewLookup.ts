import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { REVIEW_FOLDER, reviewPath } from '../../review/model.ts';
import { type Read, readReview } from '../../review/read.ts';

/** Finds articles' reviews for the command line: in the nearest folder upward that has any. */
export class ReviewLookup {
  readonly #roots = new Map<string, string | null>();

  /** The review of an article, and the article's path in the folder it is reviewed in; null where there is none. */
  of(path: string): { readonly read: Read; readonly article: string } | null {
    const root = this.#root(dirname(path));
    if (root === null) return null;
    const article = relative(root, path).split(sep).join('/');
    const file = join(root, reviewPath(article));
    return existsSync(file) ? { read: readReview(readFileSync(file, 'utf8')), article } : null;
  }

  #root(folder: string): string | null {
    let root = this.#roots.get(folder);
    if (root === undefined) {
      if (existsSync(join(folder, REVIEW_FOLDER))) root = folder;
      else root = dirname(folder) === folder ? null : this.#root(dirname(folder));
      this.#roots.set(folder, root);
    }
    return root;
  }
}
