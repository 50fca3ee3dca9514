import { readdirSync, rmSync, statSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A writer that died holds the others up no longer than this; one that lives renews its lock more often. */
const STALE_MS = 2500;
const RENEWED_MS = 1000;
const MOST_TRIES = 60;

/** The right to write a file, among all who ask for it. */
export interface Lock {
  /** Whether it is ours still: a writer that was held up may have been taken for dead. */
  readonly ours: boolean;
  release(): Promise<void>;
}

/** Waits for others to finish; what else stands in the way is no matter of time. Throws ELOCKED where nobody finishes. */
export async function lock(path: string): Promise<Lock> {
  // Loaded with the first lock: it listens to signals, so that Ctrl-C would no more end a thread that is busy.
  const { default: lockfile } = await import('proper-lockfile');
  const left = new Left(`${path}.lock`);
  for (let tries = 0; ; tries++) {
    try {
      await left.look();
      const held = { ours: true };
      const free = await lockfile.lock(path, {
        realpath: false,
        // The library would judge by the clock, which may be set, or be another on the next machine: `Left` does.
        stale: Number.POSITIVE_INFINITY,
        update: RENEWED_MS,
        retries: 0,
        // By default it throws where nobody catches.
        onCompromised: () => {
          held.ours = false;
        },
      });
      if (left.seen) removeDrafts(path);
      return {
        get ours() {
          return held.ours;
        },
        // One that was taken away has been released already.
        release: () => free().catch(() => undefined),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED' || tries >= MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(200, 10 * 2 ** Math.min(tries, 5)) * (0.5 + Math.random())));
    }
  }
}

/** A lock that its owner left behind: for as long as counts here, by no clock, nobody has renewed it. It is taken away. */
class Left {
  readonly #path: string;
  #mark = '';
  #since = 0;
  /** Whether there was one at all: then a writer may have died. */
  seen = false;

  constructor(path: string) {
    this.#path = path;
  }

  async look(): Promise<void> {
    const found = statSync(this.#path, { throwIfNoEntry: false });
    if (!found) return;
    this.seen = true;
    const mark = `${found.ino} ${found.mtimeMs}`;
    const now = performance.now();
    if (mark !== this.#mark) [this.#mark, this.#since] = [mark, now];
    else if (now - this.#since > STALE_MS) await rmdir(this.#path).catch(() => undefined);
  }
}

/** A name of this writer's own: nobody else's text gets into its draft, and no link that lies there already. */
export function draftOf(path: string): string {
  return `${path}.${process.pid}-${crypto.randomUUID()}.tmp`;
}

/** Half-written drafts of writers that died. */
function removeDrafts(path: string): void {
  const folder = dirname(path);
  const name = `${basename(path)}.`;
  for (const other of readdirSync(folder)) {
    if (other.startsWith(name) && other.endsWith('.tmp')) rmSync(join(folder, other), { force: true });
  }
}
