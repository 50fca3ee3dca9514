import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';
import { CONFIG_NAME, type ConfigProblem, EMPTY_CONFIG, type ProjectConfig, parseConfig } from '../../config/project.ts';
import { createLineIndex } from '../../features/lines.ts';

export interface LoadedProject {
  /** The file's path; null where there is none. */
  readonly path: string | null;
  readonly config: ProjectConfig;
  readonly problems: readonly (ConfigProblem & { line: number; column: number })[];
  /** Why the file could not be read at all. */
  readonly unreadable: string | null;
  /** Whether the patterns of the file leave an article out. */
  excludes(path: string): boolean;
}

const NONE: LoadedProject = { path: null, config: EMPTY_CONFIG, problems: [], unreadable: null, excludes: () => false };

/** `claimlens.config.json` files, each read once. */
export class Projects {
  readonly #byFolder = new Map<string, LoadedProject>();

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
    const project = existsSync(path) ? readProject(path) : parent === folder ? NONE : this.#ofFolder(parent);
    this.#byFolder.set(folder, project);
    return project;
  }
}

export function readProject(path: string): LoadedProject {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { ...NONE, path, unreadable: error instanceof Error ? error.message : String(error) };
  }
  const { config, problems } = parseConfig(text);
  const place = createLineIndex(text);
  const folder = dirname(path);
  const include = config.include.length > 0 ? ignore().add([...config.include]) : null;
  const exclude = ignore().add([...config.exclude]);
  return {
    path,
    config,
    problems: problems.map((problem) => ({ ...problem, ...place(problem.start) })),
    unreadable: null,
    excludes(file) {
      const inside = relative(folder, file).split(sep).join('/');
      if (inside === '' || inside.startsWith('..')) return false;
      return exclude.ignores(inside) || (include !== null && !include.ignores(inside));
    },
  };
}
