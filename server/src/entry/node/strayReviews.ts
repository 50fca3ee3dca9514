import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { StrayReview } from '../../review/files.ts';
import { DELETED_FOLDER, REVIEW_FOLDER } from '../../review/model.ts';
import { type Read, readReview } from '../../review/read.ts';
import { fits } from '../../review/regain.ts';
import { keepInside, readFolderFile } from './folderFile.ts';

/** So many reviews are looked through for one whose article is gone. */
const MOST = 20_000;

/**
 * The reviews below a folder that have lost their article: those of articles which are not there any more, as after a `git mv`, and
 * those of an article that was deleted, when it is there again. The latest first; `bring` is given the file to take.
 */
export async function strayReviews(root: string, article: string, bring: (from: string) => Promise<void>): Promise<StrayReview[]> {
  const [aside, all] = await Promise.all([listed(root, asideOf(root, article), false), listed(root, join(root, REVIEW_FOLDER), true)]);
  const paths = [...putAside(root, article, aside), ...orphaned(root, all)];
  const dated = await Promise.all(paths.map(async (found) => ({ ...found, at: (await stat(found.path)).mtimeMs })));
  return latestFirst(dated).flatMap(({ path, article: from }) => {
    const text = readable(root, path);
    return text === null ? [] : [{ article: from, text, bring: () => bring(path) }];
  });
}

/** The same reviews for the command line, which only reads: looked for once, whatever number of articles has none. */
export class StrayLookup {
  readonly #root: string;
  readonly #reads = new Map<string, Read | null>();
  #orphans: Dated[] | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** The review that an article without one would be given when it is opened, and what its article was called. */
  of(article: string, text: () => string | null): { readonly read: Read; readonly article: string } | null {
    const root = this.#root;
    this.#orphans ??= dated(orphaned(root, listedNow(root, join(root, REVIEW_FOLDER), true)));
    const aside = dated(putAside(root, article, listedNow(root, asideOf(root, article), false)));
    const found = aside.length > 0 ? latestFirst([...aside, ...this.#orphans]) : this.#orphans;
    const words = found.length > 0 ? text() : null;
    if (words === null) return null;
    for (const one of found) {
      const read = this.#read(one.path);
      if (read?.file && fits(read.file, words)) return { read, article: one.article };
    }
    return null;
  }

  #read(path: string): Read | null {
    let read = this.#reads.get(path);
    if (read === undefined) {
      const text = readable(this.#root, path);
      read = text === null ? null : readReview(text);
      this.#reads.set(path, read);
    }
    return read;
  }
}

interface Found {
  readonly path: string;
  readonly article: string;
}

interface Dated extends Found {
  readonly at: number;
}

function latestFirst(found: Dated[]): Dated[] {
  return found.sort((a, b) => b.at - a.at);
}

function dated(found: readonly Found[]): Dated[] {
  return latestFirst(found.map((one) => ({ ...one, at: statSync(one.path, { throwIfNoEntry: false })?.mtimeMs ?? 0 })));
}

/** A folder that is a link elsewhere is not gone through: it may lead to a whole disk. */
async function listed(root: string, folder: string, recursive: boolean): Promise<string[]> {
  try {
    keepInside(root, folder);
    return await readdir(folder, { recursive });
  } catch {
    return [];
  }
}

function listedNow(root: string, folder: string, recursive: boolean): string[] {
  try {
    keepInside(root, folder);
    return readdirSync(folder, { recursive, encoding: 'utf8' });
  } catch {
    return [];
  }
}

/** What is broken, or a link, or no file stays where it lies. */
function readable(root: string, path: string): string | null {
  try {
    return readFolderFile(root, path);
  } catch {
    return null;
  }
}

/** Of the names in the folder of reviews. */
function orphaned(root: string, all: readonly string[]): Found[] {
  const folder = join(root, REVIEW_FOLDER);
  return all
    .filter((name) => name.endsWith('.json'))
    .slice(0, MOST)
    .map((name) => ({ path: join(folder, name), article: name.slice(0, -'.json'.length) }))
    .filter(({ article }) => !existsSync(join(root, article)))
    .map(({ path, article }) => ({ path, article: article.split(sep).join('/') }));
}

function asideOf(root: string, article: string): string {
  return join(root, DELETED_FOLDER, dirname(article));
}

/** Of the names where an article's review is put aside: `a.md.json`, and `a.md.1.json` where there was one already. */
function putAside(root: string, article: string, aside: readonly string[]): Found[] {
  const name = basename(article);
  return aside
    .filter((one) => one.startsWith(`${name}.`) && /^(?:\d+\.)?json$/.test(one.slice(name.length + 1)))
    .map((one) => ({ path: join(asideOf(root, article), one), article }));
}
