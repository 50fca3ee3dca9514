import { place } from './anchor/place.ts';
import type { ReviewFiles, ReviewHome } from './files.ts';
import type { ReviewFile } from './model.ts';
import { readReview } from './read.ts';

/** So much of a review must find its place for the article to be taken for the one that was reviewed. */
const SHARE = 0.75;

/**
 * Brings back the review of an article that has none: the one of an article that is gone and whose claims stand in this text, or the
 * one that was put aside when this article was deleted. Answers what its article was called, or null.
 */
export async function regain(files: ReviewFiles, home: ReviewHome, text: string): Promise<string | null> {
  for (const { article, text: review, bring } of (await files.strays?.(home)) ?? []) {
    const { file } = readReview(review);
    if (!file || !fits(file, text)) continue;
    await bring();
    return article;
  }
  return null;
}

/** Whether a review that has lost its article is one of this text. */
export function fits({ entries }: ReviewFile, text: string): boolean {
  let misses = entries.length - SHARE * entries.length;
  // One that does not fit is known by its first entries.
  return entries.length > 0 && entries.every(({ target }) => place(text, target) !== null || --misses >= 0);
}
