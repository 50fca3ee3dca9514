// nodejieba behind core's Segmenter, as the product loads it: from dist/, where the build puts the addon and its dictionary.
import { join } from 'node:path';
import { loadNodejieba } from '../../server/src/segment/nodejieba.ts';
import { root } from '../lib/project.mjs';

export function loadSegmenter() {
  return loadNodejieba(join(root, 'dist/nodejieba'));
}
