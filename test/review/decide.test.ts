import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE, CLI, desk } from '../cli/run.ts';

describe('command line: decisions', function () {
  this.timeout(60_000);
  const folder = desk({ 'sub/a.md': ARTICLE });
  const file = () => join(folder, '.claimlens/review/sub/a.md.json');
  const stored = () => JSON.parse(readFileSync(file(), 'utf8')).entries;
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args, '--lang', 'zh-cn'], { cwd: folder, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  const decide = (...args: string[]) => run('decide', 'sub/a.md', ...args);

  beforeEach(() => {
    rmSync(join(folder, '.claimlens'), { recursive: true, force: true });
    writeFileSync(join(folder, 'sub/a.md'), ARTICLE);
  });

  it('stand where the editor looks for them, and check goes by them', () => {
    const { code, out } = decide('--quote', '接近100万人次', '--status', 'dismissed', '--reason', '口述', '--reviewer', '甲');
    assert.equal(code, 0);
    const [entry] = stored();
    assert.deepEqual(JSON.parse(out).entry, entry);
    assert.deepEqual([entry.status, entry.reason, entry.reviewer, entry.code], ['dismissed', '口述', '甲', 'unsourced-number']);
    const { claims } = JSON.parse(run('check', 'sub/a.md', '--format', 'json', '--fail-on', 'never').out);
    const claim = claims.find(({ text }: { text: string }) => text === '接近100万人次');
    assert.deepEqual(claim.suppressed, { by: 'review', reason: '口述' });
    // By the id that check prints: the same entry.
    assert.equal(decide('--claim', claim.id, '--code', claim.code, '--status', 'verified').code, 0);
    assert.deepEqual(
      stored().map((one: { id: string; status: string; reason?: string }) => [one.id, one.status, one.reason]),
      [[entry.id, 'verified', undefined]],
    );
    assert.equal(decide('--entry', entry.id, '--withdraw').code, 0);
    assert.deepEqual(stored(), []);
  });

  it('add sources and notes, and mark what the analysis missed', () => {
    decide('--quote', '接近100万人次', '--source', 'https://example.com/a', '--source', '年报', '--seen', '2024-02-01');
    decide('--quote', '接近100万人次', '--source', '公告', '--note', '查过');
    const [entry] = stored();
    assert.deepEqual(
      [entry.status, entry.note, entry.sources.slice(0, 2)],
      [
        'sourced',
        '查过',
        [
          { url: 'https://example.com/a', seen: '2024-02-01' },
          { citation: '年报', seen: '2024-02-01' },
        ],
      ],
    );
    assert.equal(entry.sources.length, 3);
    const unmarked = decide('--quote', '这家公司', '--note', '哪家？');
    assert.equal(unmarked.code, 2);
    assert.match(unmarked.err, /没有检出论断.*--code/);
    assert.equal(decide('--quote', '这家公司', '--code', 'vague-attribution', '--note', '哪家？').code, 0);
    assert.equal(stored().find(({ marked }: { marked?: boolean }) => marked)?.code, 'vague-attribution');
  });

  it('say what is missing or wrong, and write nothing', () => {
    const says = (pattern: RegExp, ...args: string[]) => {
      const { code, err } = decide(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, pattern);
    };
    says(/--claim、--line、--quote 或 --entry 之一/, '--status', 'verified');
    says(/--status（.*）、--note/, '--quote', '接近100万人次');
    says(/--reason/, '--quote', '接近100万人次', '--status', 'dismissed');
    says(/没有这处论断/, '--claim', 'nonsense', '--status', 'verified');
    says(/恰好出现一次/, '--quote', '没有这句话', '--status', 'verified');
    says(/YYYY-MM-DD/, '--quote', '接近100万人次', '--source', 'x', '--seen', 'yesterday');
    says(/--evidence 须与 --outcome/, '--quote', '接近100万人次', '--evidence', '年报');
    says(/--on 须与 --outcome/, '--quote', '接近100万人次', '--on', '2024-01-01');
    says(/--seen 须与 --source/, '--quote', '接近100万人次', '--seen', '2024-01-01', '--status', 'verified');
    says(/只用于预测.*unsourced-number/, '--quote', '接近100万人次', '--outcome', 'partly');
    says(/不止一处论断[\s\S]*sub\/a\.md:3:\d+ {2}--claim \w+ --code/, '--line', '3', '--status', 'verified');
    assert.equal(run('decide', 'nowhere.md', '--line', '1', '--status', 'open').code, 2);
    assert.throws(() => readFileSync(file()), { code: 'ENOENT' });
    decide('--quote', '接近100万人次', '--status', 'verified');
    writeFileSync(file(), '{');
    says(/a\.md\.json:1:2/, '--quote', '接近100万人次', '--status', 'wrong');
    assert.equal(readFileSync(file(), 'utf8'), '{');
  });

  it('give predictions their outcomes, which the list and the scorecard show', () => {
    const text = `---\ndate: 2019-03-01\n---\n\n周屹说：“再过一年，我们的收入会达到50亿元。”\n\n${ARTICLE}`;
    writeFileSync(join(folder, 'sub/a.md'), text);
    const list = (...args: string[]) => run('predictions', 'sub', '--today', '2024-01-01', ...args);
    assert.match(list().out, /^sub\/a\.md:5:\d+ {2}已到期 {2}2020-03-01 {2}周屹 {2}.*50亿元/m);
    const { predictions } = JSON.parse(list('--format', 'json', '--group', 'overdue').out);
    assert.equal(predictions.length, 1);
    const early = decide('--claim', predictions[0].claim, '--code', 'prediction', '--outcome', 'partly', '--on', '2019-02-28');
    assert.equal(early.code, 2);
    assert.match(early.err, /2019-02-28 早于文章日期 2019-03-01/);
    const outcome = ['--outcome', 'partly', '--evidence', '年报', '--on', '2020-04-30'];
    assert.equal(decide('--claim', predictions[0].claim, '--code', 'prediction', ...outcome).code, 0);
    assert.deepEqual(stored()[0].outcome, { result: 'partly', evidence: '年报', date: '2020-04-30' });
    assert.match(list('--group', 'resolved').out, /部分应验 {2}2020-03-01/);
    assert.match(list('--format', 'scores').out, /^周屹 {2}预测 \d+，到期 1，有结果 1，应验 0\.5，/m);
    assert.equal(list('--today', 'soon').code, 2);
    const piped = (...args: string[]) =>
      spawnSync(process.execPath, [CLI, 'predictions', '-', '--format', 'json', ...args], { cwd: folder, encoding: 'utf8', input: text });
    const found = (...args: string[]) =>
      (JSON.parse(piped(...args).stdout).predictions as { article: string; outcome: { result: string } | null }[]).map(
        ({ article, outcome }) => `${article} ${outcome?.result ?? 'open'}`,
      );
    assert.deepEqual(new Set(found()), new Set(['- open']), 'of a text without a name nobody knows a review');
    assert.equal(found('--stdin-filename', 'sub/a.md').filter((one: string) => one === 'sub/a.md partly').length, 1);
  });
});
