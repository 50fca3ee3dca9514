import { nodeReviewFiles } from '../../server/src/entry/node/reviewFiles.ts';
import { describe } from '../../server/src/review/anchor/describe.ts';
import { decide } from '../../server/src/review/decide.ts';
import { readReview } from '../../server/src/review/read.ts';
import { writeReview } from '../../server/src/review/write.ts';

// A window of its own: writes decisions one after the other into the review of ROOT's a.md, and says each that stands.
const [root = '', name = '', count = '0'] = process.argv.slice(2);
const home = { root, article: 'a.md' };
const text = '这家公司两年来接待了接近100万人次。';
const target = describe(text, { start: 9, end: 17 });
async function main(): Promise<void> {
  for (let i = 0; i < Number(count); i++) {
    await nodeReviewFiles.update(home, (before) => {
      const { file } = readReview(before);
      if (!file) throw new Error('broken');
      const now = new Date().toISOString();
      return writeReview(
        decide(file, file, {
          entry: null,
          code: 'unsourced-number',
          target,
          change: { note: '注'.repeat(500) },
          reviewer: name,
          now,
          newId: () => `${name}-${i}`,
        }),
      );
    });
    process.stdout.write(`${name}-${i}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
