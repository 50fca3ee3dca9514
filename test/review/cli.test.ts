import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe as describeSpan } from '../../server/src/review/anchor/describe.ts';
import type { ReviewEntry } from '../../server/src/review/model.ts';
import { writeReview } from '../../server/src/review/write.ts';
import { ARTICLE, CLI, desk } from '../cli/run.ts';

const at = '2024-02-22T08:00:00Z';

function entry(words: string, more: Partial<ReviewEntry>): ReviewEntry {
  const start = ARTICLE.indexOf(words);
  const target = describeSpan(ARTICLE, { start, end: start + words.length });
  return { id: words, code: 'unsourced-number', status: 'verified', target, reviewer: '甲', created: at, updated: at, ...more };
}

describe('command line: review', () => {
  const folder = desk({
    'sub/a.md': ARTICLE,
    '.claimlens/review/sub/a.md.json': writeReview({
      schemaVersion: 1,
      entries: [
        entry('接近100万人次', { sources: [{ url: 'https://example.com/a', seen: '2024-02-20' }], note: '查过年报' }),
        entry('我们一定会赢', { code: 'absolute-wording', status: 'dismissed', reason: '原话' }),
        {
          ...entry('业内人士', { code: 'vague-attribution', status: 'wrong' }),
          target: describeSpan('谁也不认识的人说过这样的话', { start: 0, end: 7 }),
        },
      ],
    }),
    'broken.md': ARTICLE,
    '.claimlens/review/broken.md.json': '{',
  });
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'review', ...args, '--lang', 'zh-cn'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  };

  it('lists decisions by place, with orphans, and one status alone', () => {
    const { code, out } = run('sub');
    assert.equal(code, 0);
    assert.match(out, /^sub\/a\.md:3:\d+ {2}已核实 {2}无来源数字 {2}接近100万人次 {2}查过年报 {2}甲 2024-02-22$/m);
    assert.match(out, /^sub\/a\.md:- {2}有误 {2}模糊信源 {2}谁也不认识的人/m);
    assert.equal(run('sub', '--status', 'dismissed').out.trim().split('\n').length, 1);
  });

  it('gives JSON, W3C annotations and ClaimReview', () => {
    const [{ file, entries }] = JSON.parse(run('sub/a.md', '--format', 'json').out);
    assert.equal(file, 'sub/a.md');
    const number = entries.find(({ text }: { text: string }) => text === '接近100万人次');
    assert.equal(ARTICLE.slice(number.start, number.end), '接近100万人次');
    const [page] = JSON.parse(run('sub/a.md', '--format', 'annotations').out);
    assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.equal(page.items.length, 3);
    assert.equal(page.items[0].target.selector[0].type, 'TextQuoteSelector');
    const reviews = JSON.parse(run('sub/a.md', '--format', 'claimreview').out);
    assert.deepEqual(
      reviews.map((one: { reviewRating: { ratingValue: number }; claimReviewed: string }) => [
        one.claimReviewed,
        one.reviewRating.ratingValue,
      ]),
      [
        ['谁也不认识的人', 1],
        ['接近100万人次', 5],
      ],
    );
  });

  it('says what is broken, with the place, and goes on', () => {
    const { code, out, err } = run('.');
    assert.equal(code, 2);
    assert.match(err, /broken\.md\.json:1:2/);
    assert.match(out, /接近100万人次/);
    assert.equal(run('nowhere.md').code, 2);
  });
});
