import type { Analysis } from '../core/index.ts';
import type { Platform } from './platform.ts';

const SLICE_MS = 8;

/** Runs an analysis slice by slice; between two of them editors get their answers. */
export async function drive(slices: Generator<void, Analysis>, { later }: Pick<Platform, 'later'>): Promise<Analysis> {
  for (;;) {
    const started = performance.now();
    do {
      const step = slices.next();
      if (step.done) return step.value;
    } while (performance.now() - started < SLICE_MS);
    await new Promise<void>((resolve) => later(resolve));
  }
}
