import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe as describeSpan } from '../../server/src/review/anchor/describe.ts';
import { decide } from '../../server/src/review/decide.ts';
import { EMPTY_REVIEW, type ReviewFile } from '../../server/src/review/model.ts';
import { readReview } from '../../server/src/review/read.ts';
import { writeReview } from '../../server/src/review/write.ts';

const WORDS = ['接近100万人次', '收入3亿元', '业内人士', '会更大', '我们一定会赢', '昨天'];
const TEXT = WORDS.map((words, i) => `第${i}段里说的是${words}，别处没有这句话。`).join('\n\n');

function added(file: ReviewFile, words: string, reviewer: string): ReviewFile {
  const start = TEXT.indexOf(words);
  const target = describeSpan(TEXT, { start, end: start + words.length });
  const now = '2024-02-22T08:00:00Z';
  return decide(file, file, {
    entry: null,
    code: 'unsourced-number',
    target,
    change: { status: 'verified', note: `${reviewer}看过` },
    reviewer,
    now,
    newId: () => `${reviewer}-${words}`,
  });
}

describe('review: two people’s work in git', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-merge-'));
  const path = join(folder, '.claimlens/review/a.md.json');
  after(() => rmSync(folder, { recursive: true, force: true }));

  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    return spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  };
  const read = () => readReview(readFileSync(path, 'utf8'));
  const commit = (file: ReviewFile) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, writeReview(file));
    assert.equal(git('add', '-A').status, 0);
    assert.equal(git('commit', '-m', 'review').status, 0);
  };

  it('merges where they decided on other claims, and is told where it does not', function () {
    if (git('init', '-b', 'main').status !== 0) this.skip();
    const base = [WORDS[1]!, WORDS[3]!].reduce((file, words) => added(file, words, '丙'), EMPTY_REVIEW as ReviewFile);
    commit(base);
    git('checkout', '-b', 'theirs');
    commit([WORDS[0]!].reduce((file, words) => added(file, words, '乙'), base));
    git('checkout', 'main');
    commit([WORDS[4]!, WORDS[5]!].reduce((file, words) => added(file, words, '甲'), base));
    assert.equal(git('merge', 'theirs').status, 0);
    const { file } = read();
    assert.deepEqual(
      file?.entries.map(({ id }) => id),
      ['乙-接近100万人次', '丙-收入3亿元', '丙-会更大', '甲-我们一定会赢', '甲-昨天'],
    );
    // What git merged is what Claimlens would have written.
    assert.equal(writeReview(file!), readFileSync(path, 'utf8'));
    // At one place at once git asks, and so do we: nothing is guessed.
    git('checkout', '-b', 'again');
    commit(added(file!, WORDS[2]!, '乙'));
    git('checkout', 'main');
    commit(added(file!, WORDS[2]!, '甲'));
    assert.notEqual(git('merge', 'again').status, 0);
    assert.equal(read().problem?.key, 'review.mergeConflict');
  });
});
