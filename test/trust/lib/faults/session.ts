import type { ReviewChange } from '../../../../common/review.ts';
import { describe } from '../../../../server/src/review/anchor/describe.ts';
import { decide, withdraw } from '../../../../server/src/review/decide.ts';
import type { ReviewHome } from '../../../../server/src/review/files.ts';
import { EMPTY_REVIEW, type ReviewFile } from '../../../../server/src/review/model.ts';
import { readReview } from '../../../../server/src/review/read.ts';
import { writeReview } from '../../../../server/src/review/write.ts';

const ARTICLES = ['a.md', 'deep/er/b.md', '季报/点评 三.md'];
const TEXT = '这家公司两年来接待了接近100万人次。业内人士认为，市场还会更大，今后三年我们一定会赢。';
const CHANGES: readonly ReviewChange[] = [
  { status: 'verified', note: '查过年报第三页。' },
  { status: 'dismissed', reason: '受访者本人口述\n“没有书面材料”' },
  { status: 'sourced', sources: [{ url: 'https://example.com/a', citation: '统计局', seen: '2024-02-22' }] },
  { status: 'wrong', outcome: { result: 'false', evidence: '次年年报', date: '2024-02-20' } },
  { note: '长注：'.repeat(400) },
];

/** One step of a long review session: a decision, or an article that is called otherwise or deleted. */
export type Step =
  | { readonly do: 'decide'; readonly article: string; readonly entry: string | null }
  | { readonly do: 'withdraw'; readonly article: string; readonly entry: string }
  | { readonly do: 'move'; readonly article: string; readonly to: string | null };

/** A session of so many steps; every reader of it makes the same. */
export function session(steps: number): Step[] {
  const made: Step[] = [];
  const entries: Record<string, string[]> = Object.fromEntries(ARTICLES.map((name) => [name, []]));
  for (let i = 0; i < steps; i++) {
    const article = ARTICLES[i % ARTICLES.length]!;
    const known = entries[article]!;
    if (i % 23 === 22) {
      made.push({ do: 'move', article, to: i % 46 === 45 ? null : article.replace(/\.md$/, 'x.md') });
      // It comes back under its old name with nothing decided.
      entries[article] = [];
    } else if (i % 11 === 10 && known.length > 0) made.push({ do: 'withdraw', article, entry: known.shift()! });
    else if (i % 4 === 3 && known.length > 0) made.push({ do: 'decide', article, entry: known[i % known.length]! });
    else {
      known.push(`step-${i}`);
      made.push({ do: 'decide', article, entry: null });
    }
  }
  return made;
}

/** The review file that a step makes of the one before. */
export function stepped(before: string | null, step: Exclude<Step, { do: 'move' }>, i: number): string {
  const { file } = readReview(before);
  if (!file) throw new Error('broken');
  return writeReview(step.do === 'withdraw' ? withdraw(file, [step.entry]) : decided(file, step.entry, i));
}

function decided(file: ReviewFile, entry: string | null, i: number): ReviewFile {
  const start = i % 20;
  return decide(file, file.entries.length > 0 ? file : EMPTY_REVIEW, {
    entry,
    code: 'unsourced-number',
    target: describe(TEXT, { start, end: start + 9 }),
    change: CHANGES[i % CHANGES.length]!,
    reviewer: '甲',
    now: new Date(Date.UTC(2024, 1, 22, 8, 0, i)).toISOString(),
    newId: () => `step-${i}`,
  });
}

export const homeOf = (root: string, article: string): ReviewHome => ({ root, article });
