import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Locale } from '../../../../common/locale.ts';
import { t } from '../../features/messages.ts';

/** What is written goes out of the process as it comes, or into a file that is there whole or not at all. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Everything is where it belongs. */
  flush(): Promise<void>;
}

/**
 * What cannot be written ends the process: quietly where the reader went away, as in any pipe, else with a sentence, such as where
 * the disk is full.
 */
export function guardStandardStreams(locale: Locale): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`claimlens: ${t(locale, 'cli.unwritableOutput', { reason: error.message })}\n`);
    process.exit(2);
  });
  // There is nobody left to tell it to; what goes to standard output is worth going on for.
  process.stderr.on('error', () => undefined);
}

/** Writes and waits while the reader is behind. */
export class Output implements Sink {
  readonly #stream: Writable;

  constructor(stream: Writable) {
    this.#stream = stream;
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
