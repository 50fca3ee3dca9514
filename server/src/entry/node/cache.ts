import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Cache } from '../../lsp/platform.ts';

/** `CLAIMLENS_INDEX`, else where the platform keeps the user's caches. No folder of articles is littered. */
function indexFolder(): string {
  const { CLAIMLENS_INDEX, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (CLAIMLENS_INDEX) return CLAIMLENS_INDEX;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/claimlens/folders');
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'claimlens/Cache/folders');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'claimlens/folders');
}

/** Put in place whole: two windows may write at once, and either's text will do. */
export const nodeCache: Cache = {
  async read(folder, name) {
    const place = placeOf(folder);
    const text = await readFile(join(place, name), 'utf8').catch(() => null);
    // Of use still.
    if (text !== null) await utimes(place, new Date(), new Date()).catch(() => undefined);
    return text;
  },

  async write(folder, name, text) {
    const path = join(placeOf(folder), name);
    const draft = `${path}.${process.pid}.tmp`;
    try {
      await mkdir(placeOf(folder), { recursive: true });
      await writeFile(draft, text);
      await rename(draft, path);
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
    }
    cleared ??= clear(placeOf(folder));
    await cleared;
  },
};

/** Once a session. */
let cleared: Promise<void> | undefined;

/** Removes what is kept of folders that nobody has opened for a long time, but for `own`. */
async function clear(own: string): Promise<void> {
  const before = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
  for (const name of await readdir(indexFolder()).catch(() => [])) {
    const place = join(indexFolder(), name);
    const used = await stat(place).catch(() => null);
    if (place !== own && OURS.test(name) && used?.isDirectory() && used.mtimeMs < before)
      await rm(place, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Names that `placeOf` gives. */
const OURS = /^[0-9a-f]{20}$/;
const KEPT_DAYS = 90;

function placeOf(folder: string): string {
  return join(indexFolder(), createHash('sha256').update(folder).digest('hex').slice(0, 20));
}
