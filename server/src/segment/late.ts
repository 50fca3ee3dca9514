import type { Segmenter } from '../core/types.ts';
import type { BackendName } from './backend.ts';

/** What became of loading: which segmenter serves, and why it is not the first choice. */
export interface Loaded {
  readonly name: BackendName | null;
  readonly reason: string | null;
}

/** A segmenter that is loaded late, once, and without holding up the thread that asks. */
export interface LateSegmenter extends Segmenter {
  /** Starts loading; the same promise however often it is called. Never rejects. */
  load(): Promise<Loaded>;
  dispose(): void;
}
