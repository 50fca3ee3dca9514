import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';

/** What happens within this time is told together. */
const TOGETHER_MS = 40;

interface Watched {
  /** A folder that was deleted and made again under its name is another one. */
  readonly identity: string;
  readonly watcher: FSWatcher;
}

/**
 * Tells which JSON files below a folder have changed. The folder, and those above it up to `root`, may come and go. One handle
 * for each folder and none for files, which chokidar and Node's own recursive watching on Linux would take.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #folder: string;
  readonly #changed: (paths: ReadonlySet<string> | null) => void;
  readonly #failed: (error: unknown) => void;
  readonly #watched = new Map<string, Watched>();
  readonly #pending = new Set<string>();
  #anything = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `folder` lies in `root`, which exists. `changed` with null: a folder went, and nobody knows what was in it.
   * `failed`: something is not watched from now on.
   */
  constructor(root: string, folder: string, changed: (paths: ReadonlySet<string> | null) => void, failed: (error: unknown) => void) {
    this.#root = root;
    this.#folder = folder;
    this.#changed = changed;
    this.#failed = failed;
    this.#look(root, false);
  }

  /** Watches a folder that is not watched yet, and what is in it. `tell`: whatever is found is news. */
  #look(folder: string, tell: boolean): void {
    const identity = identityOf(folder);
    const known = this.#watched.get(folder);
    if (known && known.identity !== identity) {
      this.#forget(folder);
      this.#tellAll();
    }
    if (identity === null || known?.identity === identity) return;
    try {
      // Watched before it is listed: what comes in between is seen by one or by both.
      const watcher = watch(folder, { persistent: false }, (_event, name) => this.#happened(folder, name));
      watcher.on('error', () => this.#forget(folder));
      this.#watched.set(folder, { identity, watcher });
    } catch (error) {
      this.#failed(error);
      return;
    }
    this.#list(folder, tell);
  }

  #list(folder: string, tell: boolean): void {
    if (!this.#within(folder)) {
      const next = relative(folder, this.#folder).split(sep)[0]!;
      this.#look(join(folder, next), tell);
      return;
    }
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!isLock(entry.name)) this.#look(path, tell);
      } else if (tell) this.#tell(path);
    }
  }

  #happened(folder: string, name: string | null): void {
    // Some systems name nothing: then all of it may have changed.
    if (name === null) {
      this.#list(folder, true);
      return;
    }
    const path = join(folder, name);
    // A folder that is deleted says so by its own name; the one that stands there now may be another.
    if (name === basename(folder)) this.#again(folder);
    if (this.#within(folder) ? isLock(name) : !this.#leadsThere(path)) return;
    if (identityOf(path) !== null || this.#watched.has(path)) this.#look(path, true);
    this.#tell(path);
  }

  #again(folder: string): void {
    this.#forget(folder);
    this.#tellAll();
    this.#look(folder, true);
  }

  #forget(folder: string): void {
    for (const [path, { watcher }] of this.#watched) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#watched.delete(path);
    }
  }

  #tell(path: string): void {
    if (!path.endsWith('.json')) return;
    this.#pending.add(path);
    this.#tellSoon();
  }

  #tellAll(): void {
    this.#anything = true;
    this.#tellSoon();
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      const paths = this.#anything ? null : new Set(this.#pending);
      this.#timer = undefined;
      this.#anything = false;
      this.#pending.clear();
      this.#changed(paths);
    }, TOGETHER_MS);
    this.#timer.unref();
  }

  #within(folder: string): boolean {
    return folder === this.#folder || folder.startsWith(this.#folder + sep);
  }

  #leadsThere(path: string): boolean {
    return path === this.#folder || this.#folder.startsWith(path + sep);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#forget(this.#root);
  }
}

/** What writers put beside a file while they write. */
function isLock(name: string): boolean {
  return name.endsWith('.lock') || name.endsWith('.tmp');
}

/** Null where there is no such folder, or none that can be looked at. File systems use inodes again, so that they alone would not do. */
function identityOf(path: string): string | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isDirectory() ? `${found.ino} ${found.birthtimeMs}` : null;
  } catch {
    return null;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone again; who watches the folder above hears of it.
    return [];
  }
}
