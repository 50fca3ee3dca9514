import { CONFIG_NAME, EMPTY_CONFIG, parseConfig } from '../../config/project.ts';
import { t } from '../../features/messages.ts';
import { foldersAround } from '../../lsp/foldersAround.ts';
import type { Project } from '../../lsp/platform.ts';
import { leftOutBy } from '../leftOut.ts';
import { type LentFiles, parentOf } from './files.ts';

interface Found {
  readonly file: string;
  readonly failed: boolean;
  /** For a path below the file's folder, with slashes. */
  project(path: string): Project;
}

const NOWHERE: Project = { config: EMPTY_CONFIG, excluded: false };

/** `claimlens.config.json` files that the client lends, each read once. What was not looked for yet is as if it were not there. */
export class LentProjects {
  readonly #files: LentFiles;
  /** Those that were asked for since `forget`. */
  #byFolder = new Map<string, Promise<Found | null>>();
  /** What holds until it is read anew. */
  readonly #known = new Map<string, Found>();

  constructor(files: LentFiles) {
    this.#files = files;
  }

  /** Looks for those that hold for an article: upward from it, to the folder of the workspace that it lies in. */
  async look(uri: string, folders: readonly string[]): Promise<void> {
    const top = foldersAround(uri, folders).at(-1);
    if (top === undefined) return;
    const asked = this.#byFolder;
    for (let folder = parentOf(uri); folder.length >= top.length; folder = parentOf(folder)) if (await this.#read(folder)) break;
    // Files that changed meanwhile are to be read anew.
    if (this.#byFolder !== asked) await this.look(uri, folders);
  }

  of(uri: string): Project {
    for (let folder = parentOf(uri); folder !== ''; folder = parentOf(folder)) {
      const found = this.#known.get(folder);
      if (found) return found.file === uri ? NOWHERE : found.project(decodeURIComponent(uri.slice(folder.length + 1)));
    }
    return NOWHERE;
  }

  forget(): void {
    this.#byFolder = new Map();
  }

  #read(folder: string): Promise<Found | null> {
    const byFolder = this.#byFolder;
    let reading = byFolder.get(folder);
    if (!reading) {
      reading = readProject(this.#files, `${folder}/${CONFIG_NAME}`).then((found) => {
        if (this.#byFolder !== byFolder) return found;
        if (found) this.#known.set(folder, found);
        else this.#known.delete(folder);
        // What could not be read may be readable the next time.
        if (found?.failed) byFolder.delete(folder);
        return found;
      });
      byFolder.set(folder, reading);
    }
    return reading;
  }
}

async function readProject(files: LentFiles, file: string): Promise<Found | null> {
  let text: string | null;
  try {
    text = await files.read(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      file,
      failed: true,
      project: () => ({ ...NOWHERE, unreadable: (locale) => t(locale, 'cli.unreadable', { path: file, reason }) }),
    };
  }
  if (text === null) return null;
  const { config } = parseConfig(text);
  const leftOut = leftOutBy(config);
  return { file, failed: false, project: (path) => ({ config, excluded: leftOut(path) }) };
}
