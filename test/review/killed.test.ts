import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readReview } from '../../server/src/review/read.ts';
import { add } from './writing.ts';

const WRITER = fileURLToPath(new URL('killedWriter.ts', import.meta.url));

describe('review: a writer that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-killed-'));
  const root = pathToFileURL(folder).href;
  const reviews = join(folder, '.claimlens/review');
  const path = join(reviews, 'a.md.json');
  after(() => rmSync(folder, { recursive: true, force: true }));

  const ids = (): string[] => {
    if (!existsSync(path)) return [];
    const { file, problem } = readReview(readFileSync(path, 'utf8'));
    assert.equal(problem, null);
    return file!.entries.map(({ id }) => id);
  };

  /** Drafts and locks. */
  const left = () => (existsSync(reviews) ? readdirSync(reviews).filter((name) => name !== 'a.md.json') : []);

  it('leaves the old review or the new one at every step, and the next writer goes on', async function () {
    this.timeout(240_000);
    let steps = 0;
    for (let before = ids(), done = false; !done; before = ids()) {
      const id = `step-${++steps}`;
      const { status, signal, stderr } = spawnSync(process.execPath, ['--import=tsx', WRITER, root, id, String(steps)], {
        encoding: 'utf8',
      });
      done = signal === null;
      assert.ok(done ? status === 0 : signal === 'SIGKILL', stderr);
      const now = ids();
      assert.deepEqual(now.filter((one) => one !== id).sort(), [...before].sort(), id);
      if (done) assert.ok(now.includes(id));
      // The lock of the dead holds nobody up for long, and goes with their drafts; now and then that is waited for.
      if (steps % 5 === 0) {
        await add(root, `after-${steps}`);
        assert.deepEqual(left(), []);
      } else for (const name of left()) rmSync(join(reviews, name), { recursive: true, force: true });
    }
    assert.ok(steps > 8, `only ${steps}`);
  });
});
