import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Sink } from './output.ts';

/** So many links are followed, as the system does. */
const MOST_LINKS = 40;

/**
 * What is written goes beside a file, and the whole is put in its place at the end, through links and with the rights that the file
 * had. A pipe or a device is no file that could be replaced: it is written to.
 */
export class FileOutput implements Sink {
  readonly #fail: (reason: string) => Error;
  readonly #file: number;
  /** Where it is written at first, and where it belongs; null for what is written to directly. */
  readonly #draft: { readonly path: string; readonly target: string } | null = null;
  #written = false;

  /** `fail` makes what is thrown where the file cannot be written. */
  constructor(path: string, fail: (reason: string) => Error) {
    this.#fail = fail;
    const { file, draft } = this.#attempt(() => open(path));
    this.#file = file;
    this.#draft = draft;
    // No half of a file is left behind, unless a signal ends the run: listening to one would keep it from ending at once.
    if (draft) process.once('exit', () => rmSync(draft.path, { force: true }));
  }

  async write(text: string): Promise<void> {
    if (text === '') return;
    this.#written = true;
    this.#attempt(() => writeFileSync(this.#file, text));
  }

  async flush(failed = false): Promise<void> {
    const draft = this.#draft;
    this.#attempt(() => {
      if (draft) fsyncSync(this.#file);
      closeSync(this.#file);
      if (draft && failed && !this.#written) rmSync(draft.path);
      else if (draft) renameSync(draft.path, draft.target);
    });
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      if (this.#draft) rmSync(this.#draft.path, { force: true });
      throw this.#fail(error instanceof Error ? error.message : String(error));
    }
  }
}

function open(path: string) {
  const there = statSync(path, { throwIfNoEntry: false });
  // What is no file is not replaced; a folder cannot be opened, which tells it.
  if (there && !there.isFile()) return { file: openSync(path, 'w'), draft: null };
  const target = there ? realpathSync(path) : behindLinks(path);
  const draft = { path: join(dirname(target), `.${basename(target)}.${process.pid}.tmp`), target };
  const file = openSync(draft.path, 'wx');
  // By its number: the process's mask has no say in it.
  if (there) fchmodSync(file, there.mode & 0o7777);
  return { file, draft };
}

/** Where a link leads that leads to nothing yet. */
function behindLinks(path: string): string {
  let at = path;
  for (let links = 0; links < MOST_LINKS && lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink(); links++) {
    at = resolve(dirname(at), readlinkSync(at));
  }
  return at;
}

/** Tells of other names whether they are names of this file. */
export function isSameFile(path: string): (name: string) => boolean {
  const file = lookAt(path);
  if (!file?.isFile()) return () => false;
  return (name) => {
    const other = lookAt(name);
    return other?.ino === file.ino && other.dev === file.dev;
  };
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Links in a circle.
    return undefined;
  }
}
