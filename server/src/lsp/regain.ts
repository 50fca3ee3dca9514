import { place } from '../review/anchor/place.ts';
import type { ReviewFiles, ReviewHome } from '../review/files.ts';
import { readReview } from '../review/read.ts';

/** So much of a review must find its place for the article to be taken for the one that was reviewed. */
const SHARE = 0.75;

/**
 * Brings back the review of an article that has none: the one of an article that is gone and whose claims stand in this text, or the
 * one that was put aside when this article was deleted. Answers what its article was called, or null.
 */
export async function regain(files: ReviewFiles, home: ReviewHome, text: string): Promise<string | null> {
  for (const { article, text: review, bring } of (await files.strays?.(home)) ?? []) {
    const { file } = readReview(review);
    if (!file || file.entries.length === 0) continue;
    const placed = file.entries.filter(({ target }) => place(text, target) !== null).length;
    if (placed < SHARE * file.entries.length) continue;
    await bring();
    return article;
  }
  return null;
}
