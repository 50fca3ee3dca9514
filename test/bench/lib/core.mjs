// The analysis as the command line runs it: bundled as it ships, with its segmenter.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../../tools/lib/project.mjs';
import { packed } from './packed.mjs';

/** Loads the core and answers a function from a text to the number of its claims, quantities and quotations; and the analyzer. */
export async function loadCore() {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-bench-'));
  try {
    const outfile = join(folder, 'core.cjs');
    await esbuild.build({
      stdin: { contents: `export * from './core/index.ts'; export * from './segment/load.ts';`, resolveDir: join(root, 'server/src') },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      charset: 'utf8',
      minify: true,
      outfile,
      define: { 'import.meta.url': 'importMetaUrl' },
      banner: { js: "var importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    });
    const { createAnalyzer, loadBackend } = createRequire(import.meta.url)(outfile);
    const segmenter = loadBackend('auto', { nodejieba: join(packed, 'nodejieba'), wasm: join(packed, 'jieba.wasm') }, console.warn);
    const analyzer = createAnalyzer({ segmenter });
    return {
      analyzer,
      read(text) {
        const { claims, quantities, quotes } = analyzer.analyze({ text, format: 'plain' });
        return claims.length + quantities.length + quotes.length;
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
