import { join } from 'node:path';
import type { SegmenterFiles } from '../../segment/backend.ts';

declare const CLAIMLENS_VERSION: string;

/** The product's version, put in by the build. */
export const VERSION: string = typeof CLAIMLENS_VERSION === 'string' ? CLAIMLENS_VERSION : '0.0.0';

/** The folder of the built files, where the bundles lie beside what they load. */
export function segmenterFiles(dist: string): SegmenterFiles {
  return { nodejieba: join(dist, 'nodejieba'), wasm: join(dist, 'jieba.wasm') };
}
