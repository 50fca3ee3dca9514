import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Locale } from '../../../../common/locale.ts';
import { MOST_MEGABYTES } from '../../config/limits.ts';
import { CONFIG_NAME, type ConfigProblem, EMPTY_CONFIG, type ProjectConfig, parseConfig } from '../../config/project.ts';
import { createLineIndex } from '../../features/lines.ts';
import { t } from '../../features/messages.ts';
import { leftOutBy } from '../leftOut.ts';
import { isInside, type Refusal, RefusedFile, readFolderFile } from './folderFile.ts';
import { repositoryOf } from './walk.ts';

export interface LoadedProject {
  /** The file's path; null where there is none. */
  readonly path: string | null;
  readonly config: ProjectConfig;
  readonly problems: readonly (ConfigProblem & { line: number; column: number })[];
  /** Why the file could not be read at all. */
  readonly unreadable: { readonly refusal: Refusal } | { readonly reason: string } | null;
  /** Whether the patterns of the file leave an article out. */
  excludes(path: string): boolean;
}

const NONE: LoadedProject = { path: null, config: EMPTY_CONFIG, problems: [], unreadable: null, excludes: () => false };

/** `claimlens.config.json` files, each read once. */
export class Projects {
  readonly #byFolder = new Map<string, LoadedProject>();
  readonly #top: string | null;

  /** Above `top` none is looked for. */
  constructor(top: string | null = null) {
    this.#top = top;
  }

  /** The nearest one upward from a file. */
  nearest(file: string): LoadedProject {
    return this.#ofFolder(dirname(file));
  }

  forget(): void {
    this.#byFolder.clear();
  }

  #ofFolder(folder: string): LoadedProject {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const path = join(folder, CONFIG_NAME);
    const parent = dirname(folder);
    const last = parent === folder || folder === this.#top || (this.#top !== null && !isInside(this.#top, folder));
    const project = isThere(path) ? readProject(path, repositoryOf(folder) ?? folder) : last ? NONE : this.#ofFolder(parent);
    this.#byFolder.set(folder, project);
    return project;
  }
}

/** A link that leads nowhere is there, too: that it cannot be read is said. Not so what cannot even be looked for. */
function isThere(path: string): boolean {
  try {
    return existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** `root`: links must not lead out of it; null for a file that was named by the user. */
export function readProject(path: string, root: string | null = null): LoadedProject {
  let text: string;
  try {
    text = (root === null ? null : readFolderFile(root, path)) ?? readFileSync(path, 'utf8');
  } catch (error) {
    const unreadable =
      error instanceof RefusedFile ? { refusal: error.refusal } : { reason: error instanceof Error ? error.message : String(error) };
    return { ...NONE, path, unreadable };
  }
  const { config, problems } = parseConfig(text);
  const place = createLineIndex(text);
  const folder = dirname(path);
  const leftOut = leftOutBy(config);
  return {
    path,
    config,
    problems: problems.map((problem) => ({ ...problem, ...place(problem.start) })),
    unreadable: null,
    excludes(file) {
      const inside = relative(folder, file).split(sep).join('/');
      return inside !== '' && !inside.startsWith('..') && leftOut(inside);
    },
  };
}

export function unreadableSentence(path: string, why: NonNullable<LoadedProject['unreadable']>, locale: Locale): string {
  const reason = 'refusal' in why ? t(locale, `file.${why.refusal}`, { limit: MOST_MEGABYTES }) : why.reason;
  return t(locale, 'cli.unreadable', { path, reason });
}
