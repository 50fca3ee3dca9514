import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';

/** What is written goes out of the process as it comes, or into a file that is there whole or not at all. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Everything is where it belongs. */
  flush(): Promise<void>;
}

/** Writes and waits while the reader is behind. A reader that went away ends the process quietly, as in any pipe. */
export class Output implements Sink {
  readonly #stream: Writable;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }

  async write(text: string): Promise<void> {
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  /** Everything has left the process. */
  flush(): Promise<void> {
    return new Promise((resolve) => this.#stream.write('', () => resolve()));
  }
}

/** Writes beside a file and puts the whole in its place at the end; nothing written leaves what is there. */
export class FileOutput implements Sink {
  readonly #path: string;
  readonly #temporary: string;
  readonly #fail: (reason: string) => Error;
  readonly #file: number;
  #written = false;

  /** `fail` makes what is thrown where the file cannot be written. */
  constructor(path: string, fail: (reason: string) => Error) {
    this.#path = path;
    this.#temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    this.#fail = fail;
    this.#file = this.#attempt(() => openSync(this.#temporary, 'wx'));
    // Whatever ends the run leaves no half of a file behind.
    process.once('exit', () => rmSync(this.#temporary, { force: true }));
  }

  async write(text: string): Promise<void> {
    if (text === '') return;
    this.#written = true;
    this.#attempt(() => writeFileSync(this.#file, text));
  }

  async flush(): Promise<void> {
    this.#attempt(() => {
      fsyncSync(this.#file);
      closeSync(this.#file);
      if (this.#written) renameSync(this.#temporary, this.#path);
      else rmSync(this.#temporary);
    });
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      rmSync(this.#temporary, { force: true });
      throw this.#fail(error instanceof Error ? error.message : String(error));
    }
  }
}
