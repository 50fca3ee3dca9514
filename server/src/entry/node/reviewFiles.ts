import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MOST_MEGABYTES } from '../../config/limits.ts';
import { ReviewFileError, type ReviewFiles, type ReviewHome } from '../../review/files.ts';
import { articleOfReview, DELETED_FOLDER, REVIEW_FOLDER, reviewPath } from '../../review/model.ts';
import { keepInside, RefusedFile, readFolderFile } from './folderFile.ts';
import { FolderWatch } from './folderWatch.ts';
import { gitUser } from './gitUser.ts';
import { draftOf, type Lock, lock } from './reviewLock.ts';
import { strayReviews } from './strayReviews.ts';

/** How often a change is made anew because the file was another meanwhile. */
const MOST_ROUNDS = 8;

export const nodeReviewFiles: ReviewFiles = {
  home(uri, folders) {
    if (!uri.startsWith('file:')) return null;
    const path = localPath(uri);
    if (path === null) return null;
    const inside = folders.flatMap((folder) => localPath(folder) ?? []);
    const root = reviewRoot(path, inside);
    return root === null ? null : { root: pathToFileURL(root).href, article: relative(root, path).split(sep).join('/') };
  },

  async read(home) {
    return prepared(pathOf(home), async () => textOf(home));
  },

  async update(home, change) {
    const path = pathOf(home);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const held = await prepared(path, () => orGone(() => makeFolder(home, path).then(() => lock(path)), null));
      if (!held) continue;
      try {
        const before = await this.read(home);
        const text = change(before);
        if (Buffer.byteLength(text) > MOST_MEGABYTES << 20) throw new ReviewFileError('review.big', path, '');
        if (await prepared(path, () => orGone(() => replaceFile(home, before, text, held), false))) return;
      } finally {
        await held.release();
      }
    }
    throw new ReviewFileError('review.lost', path, '');
  },

  async move(from, to) {
    for (const of of [pathOf, folderOf]) {
      const old = of(from);
      if (!existsSync(old)) continue;
      const target = free(
        to ? of(to) : join(fileURLToPath(from.root), DELETED_FOLDER, relative(join(fileURLToPath(from.root), REVIEW_FOLDER), old)),
      );
      await prepared(target, async () => {
        keepInside(fileURLToPath(from.root), old);
        await makeFolder(to ?? from, target);
        await rename(old, target);
      });
    }
  },

  async strays(home) {
    const target = pathOf(home);
    return strayReviews(fileURLToPath(home.root), home.article, (from) =>
      prepared(target, async () => {
        await makeFolder(home, target);
        if (!existsSync(target)) await rename(from, target);
      }),
    );
  },

  watch(root, changed, failed) {
    const folder = fileURLToPath(root);
    const articleAt = (path: string) => articleOfReview(relative(folder, path).split(sep).join('/'));
    const watched = new FolderWatch(
      folder,
      join(folder, REVIEW_FOLDER),
      (paths) => changed(paths && new Set([...paths].flatMap((path) => articleAt(path) ?? []))),
      failed,
    );
    return () => watched.dispose();
  },

  reviewer: async ({ root }) => gitUser(fileURLToPath(root)),
};

/** Null for a URI that names no file of this machine, such as one with a host, or with escapes that are none. */
function localPath(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/**
 * The whole text or, where it fails, the old one. Not by write-file-atomic: that takes a short write, which is how a disk
 * fills up, for a whole one. Answers false where the file is not as it was read any more: somebody who knows nothing of locks, such
 * as git, has written meanwhile, or one who took our lock for a dead writer's.
 */
async function replaceFile(home: ReviewHome, before: string | null, text: string, lock: Lock): Promise<boolean> {
  const path = pathOf(home);
  const draft = draftOf(path);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    // One right behind the other, so that next to no time lies in between.
    const same = lock.ours && textOf(home) === before;
    if (same) renameSync(draft, path);
    else rmSync(draft, { force: true });
    return same;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
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

function textOf(home: ReviewHome): string | null {
  try {
    return readFolderFile(fileURLToPath(home.root), pathOf(home));
  } catch (error) {
    // Gone between one look and the next.
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** The folder of a file that is to be written: nothing is made where links lead out of the root. */
async function makeFolder({ root }: ReviewHome, path: string): Promise<void> {
  keepInside(fileURLToPath(root), dirname(path));
  await mkdir(dirname(path), { recursive: true });
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

/** The folder may be deleted at any time: then it is made anew. */
async function orGone<T>(task: () => Promise<T>, gone: T): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return gone;
    throw error;
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
  if (error instanceof RefusedFile) return new ReviewFileError(`review.${error.refusal}`, path, message);
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
