import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import lockfile from 'proper-lockfile';
import { ReviewFileError, type ReviewFiles, type ReviewHome } from '../../review/files.ts';
import { REVIEW_FOLDER, reviewPath } from '../../review/model.ts';
import { gitUser } from './gitUser.ts';

/** A writer that died holds the others up no longer than this. */
const STALE_MS = 2500;
const MOST_TRIES = 60;
/** Where the reviews of deleted articles go: deleting is often a mistake. */
const DELETED = '.claimlens/deleted';

export const nodeReviewFiles: ReviewFiles = {
  home(uri, folders) {
    if (!uri.startsWith('file:')) return null;
    const path = fileURLToPath(uri);
    const inside = folders.filter((folder) => folder.startsWith('file:')).map((folder) => fileURLToPath(folder));
    const root = reviewRoot(path, inside);
    return root === null ? null : { root: pathToFileURL(root).href, article: relative(root, path).split(sep).join('/') };
  },

  async read(home) {
    try {
      return await readFile(pathOf(home), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
      throw failure(error, pathOf(home));
    }
  },

  async update(home, change) {
    const path = pathOf(home);
    const release = await prepared(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      return lock(path);
    });
    try {
      const text = change(await this.read(home));
      await prepared(path, () => replaceFile(path, text));
    } finally {
      // A lock that was taken for stale has been released already.
      await release().catch(() => undefined);
    }
  },

  async move(from, to) {
    for (const of of [pathOf, folderOf]) {
      const old = of(from);
      if (!existsSync(old)) continue;
      const target = free(
        to ? of(to) : join(fileURLToPath(from.root), DELETED, relative(join(fileURLToPath(from.root), REVIEW_FOLDER), old)),
      );
      await prepared(target, async () => {
        await mkdir(dirname(target), { recursive: true });
        await rename(old, target);
      });
    }
  },

  reviewer: async ({ root }) => gitUser(fileURLToPath(root)),
};

/**
 * The whole text or, where it fails, the old one. Not by write-file-atomic: that takes a short write, which is how a disk
 * fills up, for a whole one.
 */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.tmp`;
  try {
    const file = await open(draft, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Waits for others to finish; what else stands in the way is no matter of time. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (let tries = 0; ; tries++) {
    try {
      return await lockfile.lock(path, { realpath: false, stale: STALE_MS, retries: 0 });
    } catch (error) {
      if (codeOf(error) !== 'ELOCKED' || tries >= MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(200, 10 * 2 ** Math.min(tries, 5)) * (0.5 + Math.random())));
    }
  }
}

/** The nearest folder upward that has reviews already, not beyond the folder that is open; else that one. */
export function reviewRoot(article: string, folders: readonly string[]): string | null {
  const top = folders
    .filter((folder) => article.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    .sort((a, b) => b.length - a.length)[0];
  for (let folder = dirname(article); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.claimlens'))) return folder;
    if (folder === top || dirname(folder) === folder) return top ?? null;
  }
}

function pathOf({ root, article }: ReviewHome): string {
  return join(fileURLToPath(root), reviewPath(article));
}

/** Where the reviews lie of the articles in a folder of that name. */
function folderOf({ root, article }: ReviewHome): string {
  return join(fileURLToPath(root), REVIEW_FOLDER, article);
}

/** A name that nothing has yet: what is put aside never replaces anything. */
function free(path: string): string {
  for (let n = 0; ; n++) {
    const name = n === 0 ? path : path.replace(/(\.json)?$/, `.${n}$1`);
    if (!existsSync(name)) return name;
  }
}

async function prepared<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw failure(error, path);
  }
}

function failure(error: unknown, path: string): ReviewFileError {
  const message = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ReviewFileError('review.full', path, message);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new ReviewFileError('review.readOnly', path, message);
    case 'ELOCKED':
      return new ReviewFileError('review.busy', path, message);
    default:
      return new ReviewFileError('review.failed', path, message);
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
