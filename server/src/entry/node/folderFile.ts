import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { MOST_MEGABYTES } from '../../config/limits.ts';

/** Why a file is not read: a link leads out of the folder, it is no plain file, it is too big, it is not UTF-8. */
export type Refusal = 'outside' | 'special' | 'big' | 'encoding';

export class RefusedFile extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly path: string,
  ) {
    super(`${path}: ${refusal}`);
  }
}

/**
 * The text of a file that is read because it lies in a folder, not because anybody named it; null where there is none. The folder
 * may be a stranger's: a link out of `root`, a device, a pipe and what would fill the memory are refused.
 */
export function readFolderFile(root: string, path: string): string | null {
  const found = statOf(path);
  if (found === undefined) return null;
  if (!found?.isFile()) throw new RefusedFile('special', path);
  keepInside(root, path);
  if (found.size > MOST_MEGABYTES << 20) throw new RefusedFile('big', path);
  try {
    // A byte read as another character would be written back as that.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new RefusedFile('encoding', path);
    throw error;
  }
}

/** Undefined where there is nothing, null for links in a circle. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return null;
    throw error;
  }
}

/** Throws where links on the way to a path, which need not be there yet, lead out of a folder. */
export function keepInside(root: string, path: string): void {
  if (!isInside(realpathSync(root), realPath(path))) throw new RefusedFile('outside', path);
}

export function isInside(root: string, path: string): boolean {
  const within = relative(root, path);
  return within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within);
}

/** Links followed as far as there is anything. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
