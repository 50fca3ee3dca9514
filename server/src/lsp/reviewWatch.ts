import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { ReviewFiles } from '../review/files.ts';
import { REVIEW_FOLDER } from '../review/model.ts';
import type { Server } from './server.ts';

type Changed = (root: string, articles: ReadonlySet<string> | null) => void;

/**
 * Hears of review files that change on disk: by itself where the platform can, since an editor's watcher may miss what happens in
 * folders that were made a moment ago; else through the client.
 */
export class ReviewWatch {
  readonly #server: Server;
  readonly #files: ReviewFiles | null;
  readonly #changed: Changed;
  readonly #ends = new Map<string, () => void>();
  #asked = false;

  constructor(server: Server, files: ReviewFiles | null, changed: Changed) {
    this.#server = server;
    this.#files = files;
    this.#changed = changed;
  }

  /** To be called when the client is initialized. */
  start(): void {
    if (!this.#files?.watch) this.#askClient();
    else
      for (const folder of this.#server.client.folders) this.cover(this.#files.home(`${folder.replace(/\/$/, '')}/x.md`, [folder])?.root);
  }

  /** From now on what changes below this root is heard of. */
  cover(root: string | undefined): void {
    if (root === undefined || !this.#files?.watch || this.#ends.has(root)) return;
    const failed = (error: unknown) => {
      this.#server.connection.console.warn(`${root}: ${error instanceof Error ? error.message : String(error)}`);
      this.#askClient();
    };
    try {
      this.#ends.set(
        root,
        this.#files.watch(root, (articles) => this.#changed(root, articles), failed),
      );
    } catch (error) {
      failed(error);
    }
  }

  #askClient(): void {
    const { client, connection } = this.#server;
    if (this.#asked || !client.registersWatchers) return;
    this.#asked = true;
    const watchers = [{ globPattern: `**/${REVIEW_FOLDER}/**/*.json` }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  }

  dispose(): void {
    for (const end of this.#ends.values()) end();
    this.#ends.clear();
  }
}
