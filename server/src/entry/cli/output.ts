import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Locale } from '../../../../common/locale.ts';
import { t } from '../../features/messages.ts';

/** What is written goes out of the process as it comes, or into a file that is there whole or not at all. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Everything is where it belongs. `failed`: a file is left as it is where nothing was written. */
  flush(failed?: boolean): Promise<void>;
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
