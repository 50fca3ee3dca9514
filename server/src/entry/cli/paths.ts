import { statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { t } from '../../features/messages.ts';
import { Ignores, type Refused, walk } from '../node/walk.ts';
import type { CheckOptions } from './options.ts';
import type { Task } from './tasks.ts';

export interface Expanded {
  readonly tasks: Task[];
  /** True when exactly one file was asked for by its name, be it there or not. */
  readonly single: boolean;
  readonly notes: string[];
}

/** What PATH… stands for: files as named, folders walked, globs matched; each file once, in the order given. */
export function expandPaths(paths: readonly string[], stdin: Task | null, options: CheckOptions): Expanded {
  const tasks: Task[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  let named = 0;
  const refused: Refused = (name, reason) => notes.push(t(options.locale, 'cli.unreadable', { path: name, reason }));
  const add = (name: string, found: boolean) => {
    const key = resolve(name);
    if (seen.has(key)) return;
    seen.add(key);
    tasks.push({ kind: 'file', name, found });
  };
  for (const path of paths) {
    if (path === '-') {
      if (stdin) tasks.push(stdin);
      named++;
      continue;
    }
    const kind = kindOf(path, refused);
    if (kind === 'folder') {
      for (const file of walk(path, refused, ignoresOf(resolve(path)))) add(slashes(file), true);
    } else if (kind === 'file') {
      named++;
      add(path, false);
    } else if (kind === 'refused') {
      named++;
    } else if (isDynamicPattern(path)) {
      const files = matched(path);
      if (files.length === 0) notes.push(t(options.locale, 'cli.noMatch', { path }));
      for (const file of files) add(file, true);
    } else {
      named++;
      notes.push(t(options.locale, 'cli.notFound', { path }));
    }
  }
  return { tasks, single: paths.length === 1 && named === 1, notes };
}

/** What stands at a path; one that cannot be looked at, such as a link that leads in a circle, is told. */
export function kindOf(path: string, refused: Refused): 'folder' | 'file' | 'none' | 'refused' {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? 'none' : stat.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    refused(path, error instanceof Error ? error.message : String(error));
    return 'refused';
  }
}

function matched(pattern: string): string[] {
  const ignores = new Map<string, Ignores>();
  return globSync(slashes(pattern), {
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
    absolute: pattern.startsWith('/'),
    // As in folders: links may lead in circles, and out.
    followSymbolicLinks: false,
  })
    .sort()
    .filter((file) => {
      const path = resolve(file);
      const folder = dirname(path);
      let rules = ignores.get(folder);
      if (!rules) {
        rules = ignoresOf(folder);
        ignores.set(folder, rules);
      }
      return !rules.ignored(path);
    });
}

/** Outside a repository the folder where the command runs takes the place of its root. */
function ignoresOf(folder: string): Ignores {
  const here = process.cwd();
  return new Ignores(folder, folder.startsWith(here + sep) ? here : folder);
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
