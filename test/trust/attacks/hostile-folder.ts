import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MOST_MEGABYTES } from '../../../server/src/config/limits.ts';
import { nodeReviewFiles } from '../../../server/src/entry/node/reviewFiles.ts';
import { ReviewFileError } from '../../../server/src/review/files.ts';
import { ARTICLE, CLI } from '../../cli/run.ts';
import type { Attack, Trial } from '../lib/attack.ts';
import { ended } from '../lib/ended.ts';
import { leave, scratch } from '../lib/faults/child.ts';

const SECRET = 'the-secret-of-another-folder';
const NAMED = { config: 'claimlens.config.json', review: '.claimlens/review/a.md.json', ignore: '.gitignore', git: '.git/config' } as const;
type Place = keyof typeof NAMED;

/** What a stranger may have put in the place of a file. */
const STANDS: Readonly<Record<string, (path: string, outside: string) => void>> = {
  'a link out of the folder': (path, outside) => symlinkSync(join(outside, 'secret.json'), path),
  'a link to a device that never ends': (path) => symlinkSync('/dev/zero', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a pipe that nobody writes to': (path) => execFileSync('mkfifo', [path]),
  'a folder': (path) => mkdirSync(path),
  'a file that fills the memory': (path) => writeFileSync(path, `{"entries":[${'0,'.repeat((MOST_MEGABYTES << 20) / 2)}0]}`),
  'a big file of nothing but brackets': (path) => writeFileSync(path, '['.repeat(1 << 22)),
  'a big list of what should be something else': (path) =>
    writeFileSync(path, `{"schemaVersion":1,"customRules":[${'0,'.repeat(2e6)}0],"entries":[${'0,'.repeat(2e6)}0]}`),
};

/** A cloned folder that means harm: it is read as far as it is a folder of articles, and no further. */
export const attack: Attack = {
  topic: 'workspace',
  async run(trial) {
    await commandLine(trial);
    await writing(trial);
    await deepAndWide(trial);
  },
};

async function commandLine(trial: Trial): Promise<void> {
  const row = trial.row('what stands in place of files that are read unasked: told or left, nothing of it shown, nothing hangs');
  const cases = (Object.keys(NAMED) as Place[]).flatMap((place) => Object.keys(STANDS).map((what) => ({ place, what })));
  for (const { place, what } of trial.long ? cases : cases.filter((_, i) => i % 13 === 4)) {
    const outside = scratch('outside');
    writeFileSync(join(outside, 'secret.json'), JSON.stringify({ [SECRET]: 1, schemaVersion: 1, entries: [{ id: SECRET }] }));
    const folder = hostile({ 'a.md': ARTICLE });
    mkdirSync(dirname(join(folder, NAMED[place])), { recursive: true });
    STANDS[what]!(join(folder, NAMED[place]), outside);
    const about = `${NAMED[place]} is ${what}`;
    await row.hold(async () => {
      const { code, out, err } = await ended(
        process.execPath,
        ['--max-old-space-size=2048', CLI, 'check', '--format', 'json', '.'],
        folder,
      );
      assert.ok(code === 0 || code === 1 || code === 2, `${about}: ended with ${code} ${err.slice(0, 600)}`);
      assert.ok(!`${out}${err}`.includes(SECRET), `${about}: ${out}${err}`);
      if (place === 'config' || place === 'review') {
        assert.equal(code, 2, about);
        assert.ok(err.includes(place === 'config' ? NAMED.config : 'a.md.json'), `${about}: ${err.slice(0, 300)}`);
      }
      assert.ok(out.includes('接近100万人次'), `${about}: the article is checked all the same: ${err.slice(0, 300)}`);
    });
    leave(folder);
    leave(outside);
  }
}

/** Links that lead a writer elsewhere. */
async function writing(trial: Trial): Promise<void> {
  const row = trial.row('links where reviews are written: nothing outside is made, changed or moved');
  const links: readonly [string, string][] = [
    ['.claimlens', ''],
    ['.claimlens/review', 'review'],
    ['.claimlens/review/sub', 'sub'],
    ['.claimlens/review/sub/a.md.json', 'victim'],
    ['.claimlens/review/sub/a.md.json.tmp', 'victim'],
    ['.claimlens/deleted', 'deleted'],
  ];
  for (const [name, target] of links) {
    const outside = scratch('outside');
    writeFileSync(join(outside, 'victim'), SECRET);
    for (const made of ['review', 'sub', 'deleted']) mkdirSync(join(outside, made));
    const before = listing(outside);
    const folder = hostile({});
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(join(outside, target), join(folder, name));
    const home = { root: pathToFileURL(folder).href, article: 'sub/a.md' };
    const may = async (task: Promise<unknown>) => {
      await task.catch((error: unknown) => assert.ok(error instanceof ReviewFileError, `${name}: ${error}`));
    };
    await row.hold(async () => {
      await may(nodeReviewFiles.update(home, () => '{"schemaVersion":1,"entries":[]}'));
      await may(nodeReviewFiles.move(home, { ...home, article: 'sub/b.md' }));
      await may(nodeReviewFiles.move({ ...home, article: 'sub/b.md' }, null));
      await may(nodeReviewFiles.move(home, null));
      assert.deepEqual(listing(outside), before, name);
      assert.equal(readFileSync(join(outside, 'victim'), 'utf8'), SECRET, name);
    });
    leave(folder);
    leave(outside);
  }
}

async function deepAndWide(trial: Trial): Promise<void> {
  const row = trial.row('folders deep, wide, and linked in circles: read to the end in time');
  const deep = hostile({ 'a.md': ARTICLE });
  // As deep as the system's longest path allows.
  mkdirSync(join(deep, ...Array.from({ length: trial.count(300, 1900) }, () => 'd')), { recursive: true });
  const wide = hostile({ 'a.md': ARTICLE });
  mkdirSync(join(wide, '.claimlens/review'), { recursive: true });
  for (let i = trial.count(500, 20_000); i > 0; i--) writeFileSync(join(wide, `.claimlens/review/${i}.md.json`), '{');
  const round = hostile({ 'a.md': ARTICLE });
  for (const name of ['x', 'y', 'z']) symlinkSync('.', join(round, name));
  for (const [about, folder] of Object.entries({ deep, wide, round })) {
    for (const path of about === 'round' ? ['.', '**/*.md'] : ['.']) {
      await row.hold(async () => {
        const { code, out, err } = await ended(process.execPath, [CLI, 'check', '--format', 'jsonl', path], folder);
        assert.ok(code === 0 || code === 1, `${about} ${path}: ended with ${code} ${err.slice(0, 600)}`);
        assert.equal(out.split('\n').filter(Boolean).length, 1, `${about} ${path}: ${out.slice(0, 300)}`);
      });
    }
  }
  for (const folder of [deep, wide, round]) leave(folder);
}

function hostile(files: Readonly<Record<string, string>>): string {
  const folder = scratch('hostile');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function listing(folder: string): string {
  return existsSync(folder)
    ? execFileSync('find', [folder, '-printf', '%p %s %i\n'], { encoding: 'utf8' }).split('\n').sort().join('\n')
    : '';
}
