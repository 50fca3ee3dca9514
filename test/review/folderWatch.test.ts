import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FolderWatch } from '../../server/src/entry/node/folderWatch.ts';

describe('watching the folder of the reviews', () => {
  let root: string;
  let watched: FolderWatch;
  let told: (string | null)[];
  let wake: () => void;
  const file = (name: string) => join(root, '.claimlens/review', name);
  const write = (name: string) => {
    mkdirSync(dirname(file(name)), { recursive: true });
    writeFileSync(file(name), '{}');
  };
  /** Waits until a file is told, or that anything may have changed: `null`. */
  const hears = async (name: string | null) => {
    const wanted = name && file(name);
    while (!told.includes(wanted) && !told.includes(null)) await new Promise<void>((resolve) => (wake = resolve));
    told.length = 0;
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'claimlens-watch-')));
    told = [];
    wake = () => undefined;
    const changed = (paths: ReadonlySet<string> | null) => {
      told.push(...(paths ?? [null]));
      wake();
    };
    watched = new FolderWatch(root, join(root, '.claimlens/review'), changed, (error) => assert.fail(String(error)));
  });
  afterEach(() => {
    watched.dispose();
    rmSync(root, { recursive: true, force: true });
  });

  it('hears of a file in folders that were made one in another a moment before', async () => {
    for (let i = 0; i < 20; i++) {
      write(`deep/${i}/er/a.md.json`);
      await hears(`deep/${i}/er/a.md.json`);
    }
  });

  it('hears of files that are changed, put in place by a rename, and deleted', async () => {
    write('a.md.json');
    await hears('a.md.json');
    writeFileSync(`${file('a.md.json')}.tmp`, '{ }');
    renameSync(`${file('a.md.json')}.tmp`, file('a.md.json'));
    await hears('a.md.json');
    rmSync(file('a.md.json'));
    await hears('a.md.json');
  });

  it('goes on when the folder is deleted and made again at once', async () => {
    for (let i = 0; i < 10; i++) {
      write(`sub/${i}.md.json`);
      await hears(`sub/${i}.md.json`);
      rmSync(join(root, '.claimlens'), { recursive: true });
      write(`sub/again${i}.md.json`);
      await hears(`sub/again${i}.md.json`);
      write(`sub/later${i}.md.json`);
      await hears(`sub/later${i}.md.json`);
      rmSync(join(root, '.claimlens'), { recursive: true });
      await hears(null);
    }
  });

  it('says nothing of what is none of its business', async () => {
    writeFileSync(join(root, 'a.json'), '{}');
    mkdirSync(join(root, '.claimlens/other'), { recursive: true });
    writeFileSync(join(root, '.claimlens/other/a.json'), '{}');
    write('a.md.json');
    mkdirSync(`${file('a.md.json')}.lock`);
    await new Promise<void>((resolve) => (wake = resolve));
    assert.deepEqual([...new Set(told)], [file('a.md.json')]);
  });
});
