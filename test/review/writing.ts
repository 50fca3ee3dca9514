import { nodeReviewFiles } from '../../server/src/entry/node/reviewFiles.ts';
import { describe } from '../../server/src/review/anchor/describe.ts';
import { decide } from '../../server/src/review/decide.ts';
import { readReview } from '../../server/src/review/read.ts';
import { writeReview } from '../../server/src/review/write.ts';

const target = describe('这家公司两年来接待了接近100万人次。', { start: 9, end: 17 });

/** Adds an entry of its own to the review of a root's a.md. */
export async function add(root: string, id: string, reviewer = id): Promise<void> {
  await nodeReviewFiles.update({ root, article: 'a.md' }, (before) => {
    const { file } = readReview(before);
    if (!file) throw new Error('broken');
    const change = { note: '注'.repeat(500) };
    const now = new Date().toISOString();
    return writeReview(decide(file, file, { entry: null, code: 'unsourced-number', target, change, reviewer, now, newId: () => id }));
  });
}
