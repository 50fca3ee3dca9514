import { Worker } from 'node:worker_threads';
import type { Word } from '../core/types.ts';
import type { BackendChoice, BackendName, SegmenterFiles } from './backend.ts';
import { createAsker, createChannel } from './channel.ts';
import type { LateSegmenter, Loaded } from './late.ts';

/** What the segmenter's thread is started with, and the one message that it sends. */
export interface ThreadData {
  readonly channel: SharedArrayBuffer;
  readonly choice: BackendChoice;
  readonly files: SegmenterFiles;
}
export interface ThreadReady {
  readonly name: BackendName;
  readonly reason: string | null;
}

/** In megabytes. What the thread makes is given over at once: as much room for it as V8 takes by itself would never be used again. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 64 };

/** The segmenter in a thread of its own: its dictionary belongs to the thread that loaded it. */
export class ThreadSegmenter implements LateSegmenter {
  readonly #script: string;
  readonly #choice: BackendChoice;
  readonly #files: SegmenterFiles;
  #loading: Promise<Loaded> | undefined;
  #worker: Worker | undefined;
  #ask: ((text: string) => Word[] | null) | undefined;

  constructor(script: string, choice: BackendChoice, files: SegmenterFiles) {
    this.#script = script;
    this.#choice = choice;
    this.#files = files;
  }

  words(text: string): readonly Word[] | null {
    const words = this.#ask?.(text) ?? null;
    // A thread that failed once is not asked again: each question could cost its whole patience.
    if (this.#ask && !words) this.dispose();
    return words;
  }

  load(): Promise<Loaded> {
    this.#loading ??= new Promise((resolve) => {
      const channel = createChannel();
      const workerData: ThreadData = { channel, choice: this.#choice, files: this.#files };
      const worker = new Worker(this.#script, { workerData, resourceLimits: LIMITS });
      this.#worker = worker;
      worker.unref();
      worker.once('message', ({ name, reason }: ThreadReady) => {
        this.#ask = createAsker(channel);
        resolve({ name, reason });
      });
      worker.once('error', (error) => resolve({ name: null, reason: error.message }));
      worker.once('exit', () => {
        this.#ask = undefined;
        resolve({ name: null, reason: 'the segmenter stopped' });
      });
    });
    return this.#loading;
  }

  dispose(): void {
    this.#ask = undefined;
    void this.#worker?.terminate();
  }
}
