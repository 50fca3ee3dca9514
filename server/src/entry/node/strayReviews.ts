import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { StrayReview } from '../../review/files.ts';
import { DELETED_FOLDER, REVIEW_FOLDER } from '../../review/model.ts';
import { readFolderFile } from './folderFile.ts';

/** So many reviews are looked through for one whose article is gone. */
const MOST = 20_000;

/**
 * The reviews below a folder that have lost their article: those of articles which are not there any more, as after a `git mv`, and
 * those of an article that was deleted, when it is there again. The latest first; `bring` is given the file to take.
 */
export async function strayReviews(root: string, article: string, bring: (from: string) => Promise<void>): Promise<StrayReview[]> {
  const paths = [...(await putAside(root, article)), ...(await orphaned(root))];
  const dated = await Promise.all(paths.map(async (found) => ({ ...found, at: (await stat(found.path)).mtimeMs })));
  return dated
    .sort((a, b) => b.at - a.at)
    .flatMap(({ path, article: from }) => {
      const text = readable(root, path);
      return text === null ? [] : [{ article: from, text, bring: () => bring(path) }];
    });
}

interface Found {
  readonly path: string;
  readonly article: string;
}

/** What is broken, or a link, or no file stays where it lies. */
function readable(root: string, path: string): string | null {
  try {
    return readFolderFile(root, path);
  } catch {
    return null;
  }
}

async function orphaned(root: string): Promise<Found[]> {
  const folder = join(root, REVIEW_FOLDER);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .slice(0, MOST)
    .map((name) => ({ path: join(folder, name), article: name.slice(0, -'.json'.length) }))
    .filter(({ article }) => !existsSync(join(root, article)))
    .map(({ path, article }) => ({ path, article: article.split(sep).join('/') }));
}

/** `a.md.json`, and `a.md.1.json` where there was one already. */
async function putAside(root: string, article: string): Promise<Found[]> {
  const name = basename(article);
  const folder = join(root, DELETED_FOLDER, dirname(article));
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((one) => one.startsWith(`${name}.`) && /^(?:\d+\.)?json$/.test(one.slice(name.length + 1)))
    .map((one) => ({ path: join(folder, one), article }));
}
