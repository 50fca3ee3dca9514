import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../../../../common/locale.ts';
import { CONFIG_NAME, EMPTY_CONFIG } from '../../config/project.ts';
import type { Platform, Project } from '../../lsp/platform.ts';
import { addressIn } from '../../review/files.ts';
import { ThreadSegmenter } from '../../segment/thread.ts';
import { segmenterFiles, VERSION } from './assets.ts';
import { nodeCache } from './cache.ts';
import { decode } from './decode.ts';
import { holdMemory } from './memory.ts';
import { type LoadedProject, Projects, unreadableSentence } from './projects.ts';
import { nodeReviewFiles } from './reviewFiles.ts';
import { walk } from './walk.ts';

const NOWHERE: Project = { config: EMPTY_CONFIG, excluded: false };

function projectOf({ config, path, unreadable, excludes }: LoadedProject, file: string): Project {
  const why = path !== null && unreadable !== null && { unreadable: (locale: Locale) => unreadableSentence(path, unreadable, locale) };
  return { config, excluded: excludes(file), ...why };
}

/** The language server's platform under Node; `dist` is the folder of the built files. */
export function nodePlatform(dist: string): Platform {
  const projects = new Projects();
  const known = new Map<string, Project>();
  let build: string | undefined;
  return {
    version: VERSION,
    locale: process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'],
    segmenter: (choice) => new ThreadSegmenter(join(dist, 'segment-worker.js'), choice, segmenterFiles(dist)),
    project(uri) {
      let project = known.get(uri);
      if (!project) {
        const path = pathOf(uri);
        const loaded = path === null || basename(path) === CONFIG_NAME ? null : projects.nearest(path);
        project = loaded && path !== null ? projectOf(loaded, path) : NOWHERE;
        if (known.size >= 1000) known.clear();
        known.set(uri, project);
      }
      return project;
    },
    forgetProjects() {
      projects.forget();
      known.clear();
    },
    async articles(folder) {
      const path = pathOf(folder);
      return path === null
        ? []
        : [...walk(path, () => undefined)].map((file) => addressIn(folder, relative(path, file).split(sep).join('/')));
    },
    fileOf: (uri) => pathOf(uri) ?? uri,
    async read(uri) {
      const decoded = decode(await readFile(fileURLToPath(uri)));
      if ('error' in decoded) throw new Error(decoded.error);
      return decoded.text;
    },
    stamp(uri) {
      const path = pathOf(uri);
      const found = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
      return found?.isFile() ? `${found.mtimeMs} ${found.ctimeMs} ${found.size}` : null;
    },
    get build() {
      build ??= createHash('sha256')
        .update(readFileSync(join(dist, 'server.js')))
        .digest('hex');
      return build;
    },
    reviews: nodeReviewFiles,
    cache: nodeCache,
    holds: holdMemory,
    later: (task) => void setImmediate(task),
  };
}

function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
