import { existsSync, readFileSync } from 'node:fs';
import type { Segmenter, Word } from '../core/types.ts';
import type { Backend, BackendChoice, SegmenterFiles } from './backend.ts';
import { loadNodejieba } from './nodejieba.ts';
import { startWasm } from './wasm.ts';

/**
 * Loads what was asked for, here and now. `note` hears why nodejieba did not load; that it was never part of this build,
 * as in the universal package, is no failure. Throws when nothing loads.
 */
export function loadBackend(choice: BackendChoice, files: SegmenterFiles, note: (reason: string) => void): Backend {
  if (choice === 'nodejieba' || (choice === 'auto' && existsSync(files.nodejieba))) {
    try {
      return loadNodejieba(files.nodejieba);
    } catch (error) {
      if (choice === 'nodejieba') throw error;
      note(error instanceof Error ? error.message : String(error));
    }
  }
  return startWasm(readFileSync(files.wasm));
}

/** Loads at the first word that is asked for: for the command line, where waiting once is right. */
export class OnDemandSegmenter implements Segmenter {
  #backend: Backend | null | undefined;
  readonly #load: () => Backend;
  readonly #failed: (reason: string) => void;

  constructor(load: () => Backend, failed: (reason: string) => void) {
    this.#load = load;
    this.#failed = failed;
  }

  words(text: string): readonly Word[] | null {
    if (this.#backend === undefined) {
      try {
        this.#backend = this.#load();
      } catch (error) {
        this.#backend = null;
        this.#failed(error instanceof Error ? error.message : String(error));
      }
    }
    return this.#backend?.words(text) ?? null;
  }
}
