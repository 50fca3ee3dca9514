import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ARTICLE, CLI, desk } from '../cli/run.ts';

const NUMBER = '接近100万人次';
/** Another article, of which nothing was reviewed. */
const OTHER = '# 另一篇\n\n去年行业收入增长了三倍，订单排到了年底。\n';

describe('command line: the review of an article that was renamed', function () {
  this.timeout(60_000);
  const folder = desk({});
  const path = (name: string) => join(folder, name);
  const reviewOf = (name: string) => path(`.claimlens/review/${name}.json`);
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args, '--lang', 'zh-cn'], { cwd: folder, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  const suppressed = (name: string): unknown => {
    const { claims } = JSON.parse(run('check', name, '--format', 'json', '--fail-on', 'never').out);
    return claims.find(({ text }: { text: string }) => text === NUMBER)?.suppressed ?? null;
  };
  const move = (from: string, to: string) => {
    mkdirSync(dirname(path(to)), { recursive: true });
    renameSync(path(from), path(to));
  };

  beforeEach(() => {
    rmSync(path('.'), { recursive: true, force: true });
    mkdirSync(path('.'));
    writeFileSync(path('a.md'), ARTICLE);
    assert.equal(run('decide', 'a.md', '--quote', NUMBER, '--status', 'dismissed', '--reason', '口述').code, 0);
  });

  it('is seen by check and review, which move nothing', () => {
    writeFileSync(path('other.md'), OTHER);
    move('a.md', 'sub/new.md');
    assert.deepEqual(suppressed('sub/new.md'), { by: 'review', reason: '口述' });
    assert.match(run('review', 'sub/new.md').out, /^sub\/new\.md:3:\d+ .*口述/m);
    // The other article has no part in it.
    assert.equal(run('review', '.').out.trim().split('\n').length, 1);
    assert.ok(existsSync(reviewOf('a.md')) && !existsSync(reviewOf('sub/new.md')));
  });

  it('is what decide goes on with', () => {
    move('a.md', 'new.md');
    const { code, err } = run('decide', 'new.md', '--quote', '业内人士', '--status', 'verified');
    assert.equal(code, 0);
    assert.match(err, /new\.md.*a\.md/);
    assert.ok(!existsSync(reviewOf('a.md')) && existsSync(reviewOf('new.md')));
    assert.deepEqual(suppressed('new.md'), { by: 'review', reason: '口述' });
    assert.equal(run('review', 'new.md').out.trim().split('\n').length, 2);
  });

  it('goes on in the list of predictions', () => {
    writeFileSync(path('p.md'), '---\ndate: 2019-03-01\n---\n\n周屹说：“再过一年，我们的收入会达到50亿元。”\n');
    const [{ claim }] = JSON.parse(run('predictions', 'p.md', '--format', 'json').out).predictions;
    assert.equal(run('decide', 'p.md', '--claim', claim, '--code', 'prediction', '--outcome', 'partly').code, 0);
    move('p.md', 'q.md');
    assert.equal(JSON.parse(run('predictions', 'q.md', '--group', 'resolved', '--format', 'json').out).predictions.length, 1);
  });

  it('stays with its article where a copy is checked, and is none of another text', () => {
    writeFileSync(path('copy.md'), ARTICLE);
    assert.equal(suppressed('copy.md'), null);
    move('a.md', 'new.md');
    writeFileSync(path('new.md'), ARTICLE.replace(NUMBER, '不少客人'));
    rmSync(path('copy.md'));
    assert.equal(run('review', 'new.md').out, '');
  });

  it('is not looked for where links lead out of the folder', () => {
    const elsewhere = desk({});
    renameSync(path('.claimlens/review'), join(elsewhere, 'review'));
    symlinkSync(join(elsewhere, 'review'), path('.claimlens/review'));
    move('a.md', 'new.md');
    assert.equal(suppressed('new.md'), null);
  });

  it('is found where it was put aside when its article was deleted', () => {
    mkdirSync(path('.claimlens/deleted'));
    renameSync(reviewOf('a.md'), path('.claimlens/deleted/a.md.json'));
    assert.deepEqual(suppressed('a.md'), { by: 'review', reason: '口述' });
    assert.equal(run('decide', 'a.md', '--quote', '业内人士', '--status', 'verified').code, 0);
    assert.ok(existsSync(reviewOf('a.md')) && !existsSync(path('.claimlens/deleted/a.md.json')));
  });
});
