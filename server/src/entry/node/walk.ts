import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { ARTICLE_ENDINGS } from '../../../../common/fileNames.ts';
import { readFolderFile } from './folderFile.ts';

/** Hears of a folder that cannot be read, and why. */
export type Refused = (folder: string, reason: string) => void;

/**
 * The article files of a folder, sorted, as `folder` joined with their paths; `.gitignore`, dot folders and node_modules are left
 * out. So are folders that cannot be read, or are gone meanwhile; `refused` hears of them.
 */
export function* walk(folder: string, refused: Refused, ignores = new Ignores(folder)): Generator<string> {
  const entries = entriesOf(folder, refused);
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!ignores.ignored(`${path}${sep}`)) yield* walk(path, refused, ignores);
    } else if (entry.isFile() && ARTICLE_ENDINGS.test(entry.name) && !ignores.ignored(path)) yield path;
  }
}

function entriesOf(folder: string, refused: Refused) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    refused(folder, error instanceof Error ? error.message : String(error));
    return [];
  }
}

/** The `.gitignore` files that hold in a folder: from the root of its repository, or else from `base`, downward. */
export class Ignores {
  readonly #top: string;
  readonly #files = new Map<string, Ignore | null>();

  constructor(folder: string, base = folder) {
    this.#top = repositoryOf(resolve(folder)) ?? resolve(base);
  }

  /** `path` of a folder ends with a separator. */
  ignored(path: string): boolean {
    // Absolute: a relative path does not say what lies above it.
    const whole = resolve(path);
    const end = path.endsWith(sep) ? '/' : '';
    for (let folder = dirname(whole); ; folder = dirname(folder)) {
      const verdict = this.#of(folder)?.test(relative(folder, whole).split(sep).join('/') + end);
      // The nearest file that has an opinion decides.
      if (verdict?.ignored) return true;
      if (verdict?.unignored || folder === this.#top || dirname(folder) === folder) return false;
    }
  }

  #of(folder: string): Ignore | null {
    let rules = this.#files.get(folder);
    if (rules === undefined) {
      const text = textOf(folder);
      rules = text === null ? null : ignore().add(text);
      this.#files.set(folder, rules);
    }
    return rules;
  }
}

/** As with git, a link out of the folder leaves nothing out; nor does what cannot be read. */
function textOf(folder: string): string | null {
  try {
    return readFolderFile(folder, join(folder, '.gitignore'));
  } catch {
    return null;
  }
}

/** The git repository that a folder, an absolute path, lies in, or null. */
export function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}
