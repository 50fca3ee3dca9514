import ignore, { type Ignore } from 'ignore';
import { ARTICLE_ENDINGS } from '../../../../common/fileNames.ts';
import type { LentEntry } from '../../../../common/protocol.ts';
import { REVIEW_FOLDER } from '../../review/model.ts';
import { type LentFiles, parentOf } from './files.ts';

/** A folder on the way down: its path from the top, and the `.gitignore` that holds in it, and above it. */
interface Level {
  readonly path: string;
  readonly rules: Ignore | null;
  readonly above: Level | null;
}

/** The files that a server without its own can see below a folder: articles as `entry/node/walk.ts` finds them, and reviews. */
export interface Seen {
  readonly articles: string[];
  /** Of articles and reviews, by URI. */
  readonly stamps: Map<string, string>;
}

export async function walkLent(files: LentFiles, top: string): Promise<Seen> {
  const seen: Seen = { articles: [], stamps: new Map() };
  const above = await levelsAbove(files, top);
  await articlesBelow(files, top, above.path, above.level, seen);
  await reviewsBelow(files, `${top}/${REVIEW_FOLDER}`, seen);
  return seen;
}

/** The `.gitignore` files above a folder, as far up as the client lets see, and the folder's path from the topmost of them. */
async function levelsAbove(files: LentFiles, top: string): Promise<{ path: string; level: Level | null }> {
  const found: { folder: string; text: string | null }[] = [];
  for (let folder = parentOf(top); folder !== ''; folder = parentOf(folder)) {
    const text = await files.read(`${folder}/.gitignore`).catch(() => undefined);
    if (text === undefined) break;
    found.unshift({ folder, text });
  }
  const base = found[0]?.folder;
  if (base === undefined) return { path: '', level: null };
  const pathOf = (folder: string) => (folder === base ? '' : `${decodeURIComponent(folder.slice(base.length + 1))}/`);
  let level: Level | null = null;
  for (const { folder, text } of found) level = { path: pathOf(folder), rules: text ? ignore().add(text) : null, above: level };
  return { path: pathOf(top), level };
}

async function articlesBelow(files: LentFiles, folder: string, path: string, above: Level | null, seen: Seen): Promise<void> {
  const entries = await sorted(files, folder);
  const own = entries.find(({ name }) => name === '.gitignore');
  const text = own && (await files.read(own.uri).catch(() => null));
  const level: Level = { path, rules: text ? ignore().add(text) : null, above };
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.folder) {
      const inside = `${path}${entry.name}/`;
      if (!ignored(inside, level)) await articlesBelow(files, entry.uri, inside, level, seen);
    } else if (ARTICLE_ENDINGS.test(entry.name) && !ignored(path + entry.name, level)) {
      seen.articles.push(entry.uri);
      note(entry, seen);
    }
  }
}

async function reviewsBelow(files: LentFiles, folder: string, seen: Seen): Promise<void> {
  for (const entry of await sorted(files, folder))
    if (entry.folder) await reviewsBelow(files, entry.uri, seen);
    else note(entry, seen);
}

function note({ uri, stamp }: LentEntry, { stamps }: Seen): void {
  if (stamp !== undefined) stamps.set(uri, stamp);
}

/** A folder that cannot be read holds nothing. */
async function sorted(files: LentFiles, folder: string): Promise<LentEntry[]> {
  const entries = await files.list(folder).catch(() => []);
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `path` of a folder ends with a slash. The nearest file that has an opinion decides. */
function ignored(path: string, nearest: Level): boolean {
  for (let level: Level | null = nearest; level; level = level.above) {
    const verdict = level.rules?.test(path.slice(level.path.length));
    if (verdict?.ignored) return true;
    if (verdict?.unignored) return false;
  }
  return false;
}
