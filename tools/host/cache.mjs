import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The user's cache folder for Claimlens: `CLAIMLENS_CACHE`, else where the platform keeps caches. All clones share it. */
export function cacheFolder() {
  const { CLAIMLENS_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (CLAIMLENS_CACHE) return CLAIMLENS_CACHE;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/claimlens');
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'claimlens/Cache');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'claimlens');
}

/**
 * The folder `name` in the cache, made by `build` when it is not there. `build` fills a temporary folder that is renamed
 * only when whole, so that a folder of this name is always complete; a second process waits for the first one.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} build
 * @returns {Promise<string>} the folder's path
 */
export async function cached(name, build) {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const unlock = await lock(`${target}.lock`, () => existsSync(target));
  if (!unlock) return target;
  const temporary = `${target}.${process.pid}-${Date.now().toString(36)}.tmp`;
  try {
    if (existsSync(target)) return target;
    await removeLeftovers(target);
    await mkdir(temporary);
    await build(temporary);
    await rename(temporary, target).catch((error) => {
      if (!existsSync(target)) throw error; // another process, one that took our lock for a dead one's, was first
    });
    return target;
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await unlock();
  }
}

/** Removes what an installer that was killed left behind; to be called under the lock. */
async function removeLeftovers(target) {
  const folder = dirname(target);
  for (const entry of await readdir(folder)) {
    const leftover = entry.startsWith(`${basename(target)}.`) && entry.endsWith('.tmp');
    if (leftover) await rm(join(folder, entry), { recursive: true, force: true });
  }
}

/**
 * Takes a lock file, waiting for a living holder; a dead holder's lock is removed.
 * @param {string} file
 * @param {() => boolean} done when it turns true there is nothing left to lock for
 * @returns {Promise<(() => Promise<void>) | undefined>} the function that gives the lock back, or undefined when `done`
 */
async function lock(file, done) {
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let rounds = 1; ; rounds++) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(mine);
      await handle.close();
      return () => unlink(file).catch(() => {});
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (await holderIsGone(file)) {
      await unlink(file).catch(() => {});
      continue;
    }
    if (rounds === 4) process.stderr.write('· another process is installing the same; waiting for it …\n');
    await sleep(500);
    if (done()) return undefined;
  }
}

const staleAfterMinutes = 30;

async function holderIsGone(file) {
  try {
    const { mtimeMs } = await stat(file);
    const ageMinutes = (Date.now() - mtimeMs) / 60_000;
    const text = await readFile(file, 'utf8');
    if (!text) return ageMinutes > 1; // created, not yet written
    const holder = JSON.parse(text);
    if (holder.host !== hostname()) return ageMinutes > staleAfterMinutes;
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT' || error instanceof SyntaxError;
  }
}
