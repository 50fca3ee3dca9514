import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
    return readFile(join(placeOf(folder), name), 'utf8').catch(() => null);
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
  },
};

function placeOf(folder: string): string {
  return join(indexFolder(), createHash('sha256').update(folder).digest('hex').slice(0, 20));
}
