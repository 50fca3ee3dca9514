import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gitUser } from '../../server/src/entry/node/gitUser.ts';
import { nodeReviewFiles as files } from '../../server/src/entry/node/reviewFiles.ts';
import { describe as describeSpan } from '../../server/src/review/anchor/describe.ts';
import { type Decision, decide } from '../../server/src/review/decide.ts';
import { EMPTY_REVIEW } from '../../server/src/review/model.ts';
import { readReview } from '../../server/src/review/read.ts';

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));
const target = describeSpan('这家公司两年来接待了接近100万人次。', { start: 9, end: 17 });
const decision = (change: Decision['change'], more: Partial<Decision> = {}): Decision => ({
  entry: null,
  code: 'unsourced-number',
  target,
  change,
  reviewer: '甲',
  now: '2024-02-22T08:00:00Z',
  newId: () => 'new',
  ...more,
});

describe('review: decisions', () => {
  const first = decide(EMPTY_REVIEW, EMPTY_REVIEW, decision({ status: 'verified' }, { newId: () => 'a' }));

  it('change the entry that they are about, and nothing else', () => {
    const noted = decide(first, first, decision({ note: '问过' }, { entry: 'a', reviewer: '乙', now: '2024-02-23T08:00:00Z' }));
    assert.equal(noted.entries.length, 1);
    const [entry] = noted.entries;
    assert.deepEqual(
      [entry!.status, entry!.note, entry!.reviewer, entry!.created, entry!.updated],
      ['verified', '问过', '乙', '2024-02-22T08:00:00Z', '2024-02-23T08:00:00Z'],
    );
    assert.equal('note' in decide(noted, noted, decision({ note: '' }, { entry: 'a' })).entries[0]!, false);
  });

  it('forget the reason with the dismissal', () => {
    const dismissed = decide(first, first, decision({ status: 'dismissed', reason: '口述' }, { entry: 'a' }));
    assert.equal(dismissed.entries[0]!.reason, '口述');
    assert.equal(decide(dismissed, dismissed, decision({ status: 'verified' }, { entry: 'a' })).entries[0]!.reason, undefined);
  });

  it('take over what others changed elsewhere in the entry', () => {
    const theirs = decide(first, first, decision({ note: '乙的批注' }, { entry: 'a', reviewer: '乙' }));
    const merged = decide(theirs, first, decision({ status: 'wrong' }, { entry: 'a' }));
    assert.equal(merged.entries.length, 1);
    assert.deepEqual([merged.entries[0]!.status, merged.entries[0]!.note], ['wrong', '乙的批注']);
  });

  it('stand side by side where two people decided differently', () => {
    const theirs = decide(first, first, decision({ status: 'wrong' }, { entry: 'a', reviewer: '乙' }));
    const both = decide(theirs, first, decision({ status: 'dismissed', reason: '口述' }, { entry: 'a' }));
    assert.deepEqual(
      both.entries.map(({ id, status, reviewer }) => [id, status, reviewer]),
      [
        ['a', 'wrong', '乙'],
        ['new', 'dismissed', '甲'],
      ],
    );
  });

  it('come back where somebody took the entry out meanwhile', () => {
    const both = decide(EMPTY_REVIEW, first, decision({ note: '还在' }, { entry: 'a' }));
    assert.deepEqual([both.entries[0]!.id, both.entries[0]!.status, both.entries[0]!.note], ['a', 'verified', '还在']);
  });
});

describe('review: store', () => {
  let folder: string;
  let home: { root: string; article: string };
  const path = () => join(folder, '.claimlens/review/a.md.json');
  const ids = () => readReview(readFileSync(path(), 'utf8')).file!.entries.map(({ id }) => id);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimlens-review-'));
    home = { root: pathToFileURL(folder).href, article: 'a.md' };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const window = (name: string, count: number): ChildProcess =>
    spawn(process.execPath, ['--import=tsx', WRITER, home.root, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });

  it('loses nothing when two windows write at once', async function () {
    this.timeout(60_000);
    const windows = ['a', 'b'].map((name) => window(name, 20));
    const codes = await Promise.all(windows.map((child) => new Promise((resolve) => child.once('exit', resolve))));
    assert.deepEqual(codes, [0, 0]);
    assert.equal(new Set(ids()).size, 40);
  });

  it('is whole, with all that was said to stand, whenever a writer is killed', async function () {
    this.timeout(120_000);
    for (let round = 0; round < 4; round++) {
      const child = window(`w${round}`, 10_000);
      const said: string[] = [];
      await new Promise<void>((resolve) => {
        child.stdout!.on('data', (data: Buffer) => {
          said.push(...data.toString().trim().split('\n'));
          // At another moment of the next write each time.
          if (said.length > 2) setTimeout(() => child.kill('SIGKILL'), round);
        });
        child.once('exit', () => resolve());
      });
      const standing = new Set(ids());
      assert.deepEqual(
        said.filter((id) => !standing.has(id)),
        [],
      );
    }
    assert.ok(readdirSync(join(folder, '.claimlens/review')).includes('a.md.json'));
  });

  it('leaves everything as it was when the change fails', async () => {
    await files.update(home, () => 'one');
    await assert.rejects(
      files.update(home, () => {
        throw new TypeError('no');
      }),
      TypeError,
    );
    assert.equal(readFileSync(path(), 'utf8'), 'one');
    assert.deepEqual(readdirSync(join(folder, '.claimlens/review')), ['a.md.json']);
  });

  /** A small file system of its own; false where this machine allows none, or none that small. */
  const mounted = (): boolean => {
    mkdirSync(join(folder, '.claimlens'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(folder, '.claimlens')], { stdio: 'ignore' });
    } catch {
      return false;
    }
    // Some sandboxes mount without minding the size.
    const probe = join(folder, '.claimlens/probe');
    try {
      writeFileSync(probe, Buffer.alloc(1 << 20));
      return false;
    } catch {
      return true;
    } finally {
      rmSync(probe, { force: true });
    }
  };
  const unmount = () => spawnSync('umount', [join(folder, '.claimlens')]);

  it('says that the folder is read-only, and keeps what was there', async function () {
    await files.update(home, () => 'one');
    if (process.getuid?.() === 0) {
      // To root everything but a read-only file system is open.
      const mount = (...options: string[]) =>
        spawnSync('mount', [...options, join(folder, '.claimlens'), join(folder, '.claimlens')]).status === 0;
      if (!mount('--bind') || !mount('-o', 'remount,bind,ro')) {
        unmount();
        this.skip();
      }
    } else chmodSync(join(folder, '.claimlens/review'), 0o500);
    try {
      await assert.rejects(
        files.update(home, () => 'two'),
        { key: 'review.readOnly' },
      );
      assert.equal(readFileSync(path(), 'utf8'), 'one');
    } finally {
      if (process.getuid?.() === 0) unmount();
      else chmodSync(join(folder, '.claimlens/review'), 0o700);
    }
  });

  it('says that the disk is full, and keeps what was there', async function () {
    const small = mounted();
    try {
      if (!small) this.skip();
      await files.update(home, () => 'one');
      await assert.rejects(
        files.update(home, () => '满'.repeat(1_000_000)),
        { key: 'review.full' },
      );
      assert.equal(readFileSync(path(), 'utf8'), 'one');
      assert.deepEqual(readdirSync(join(folder, '.claimlens/review')), ['a.md.json']);
    } finally {
      unmount();
    }
  });

  it('moves with its article, and is put aside with it', async () => {
    await files.update(home, () => 'one');
    await files.move(home, { ...home, article: 'sub/b.md' });
    assert.equal(await files.read({ ...home, article: 'sub/b.md' }), 'one');
    assert.equal(await files.read(home), null);
    await files.move({ ...home, article: 'sub' }, { ...home, article: 'other' });
    assert.equal(await files.read({ ...home, article: 'other/b.md' }), 'one');
    await files.move({ ...home, article: 'other/b.md' }, null);
    assert.equal(await files.read({ ...home, article: 'other/b.md' }), null);
    assert.equal(readFileSync(join(folder, '.claimlens/deleted/other/b.md.json'), 'utf8'), 'one');
  });

  it('lies in the folder that is open, or in the nearest that has reviews', () => {
    mkdirSync(join(folder, 'sub/deep'), { recursive: true });
    const uri = pathToFileURL(join(folder, 'sub/deep/x.md')).href;
    assert.deepEqual(files.home(uri, [home.root]), { root: home.root, article: 'sub/deep/x.md' });
    mkdirSync(join(folder, 'sub/.claimlens'));
    assert.deepEqual(files.home(uri, [home.root]), { root: pathToFileURL(join(folder, 'sub')).href, article: 'deep/x.md' });
    assert.equal(files.home('untitled:Untitled-1', [home.root]), null);
  });

  it("knows git's user by its files", () => {
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/config'), '[core]\n\tname = no\n[user]\n\tname = "周屹"\n\temail = a@b\n');
    mkdirSync(join(folder, 'sub'));
    const { GIT_AUTHOR_NAME } = process.env;
    delete process.env['GIT_AUTHOR_NAME'];
    try {
      assert.equal(gitUser(join(folder, 'sub')), '周屹');
    } finally {
      if (GIT_AUTHOR_NAME !== undefined) process.env['GIT_AUTHOR_NAME'] = GIT_AUTHOR_NAME;
    }
    assert.ok(existsSync(folder));
  });
});
