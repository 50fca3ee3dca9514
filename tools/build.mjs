// npm run build: everything that runs, into dist/.
//   node tools/build.mjs [--minify] [--watch] [--sourcemap]
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { writeDictionary } from './dictionary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const flag = (name) => process.argv.includes(`--${name}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** One bundle each; the client's may still be absent, what the server and the command line need may not. */
const bundles = [
  { in: 'server/src/entry/node.ts', out: 'server.js', kind: 'node' },
  { in: 'server/src/entry/cli.ts', out: 'cli.js', kind: 'node' },
  { in: 'server/src/entry/segmentWorker.ts', out: 'segment-worker.js', kind: 'node' },
  { in: 'server/src/entry/browser.ts', out: 'web/server.js', kind: 'worker' },
  { in: 'client/src/extension.node.ts', out: 'extension.js', kind: 'extension', optional: true },
  { in: 'client/src/extension.browser.ts', out: 'web/extension.js', kind: 'webExtension', optional: true },
];

const kinds = {
  node: { platform: 'node', target: 'node20', format: 'cjs' },
  worker: { platform: 'browser', target: 'es2022', format: 'iife' },
  extension: { platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] },
  webExtension: { platform: 'browser', target: 'es2022', format: 'cjs', external: ['vscode'] },
};

function options(bundle) {
  return {
    ...kinds[bundle.kind],
    entryPoints: [join(root, bundle.in)],
    outfile: join(root, 'dist', bundle.out),
    bundle: true,
    charset: 'utf8',
    legalComments: 'none',
    minify: flag('minify'),
    sourcemap: flag('sourcemap') || flag('watch'),
    define: { CLAIMLENS_VERSION: JSON.stringify(version), 'import.meta.url': 'importMetaUrl' },
    // CommonJS has no import.meta; in a worker its only reader, the WASM segmenter, is always told where its file lies.
    banner: {
      js: bundle.out.startsWith('web/') ? 'var importMetaUrl;' : "var importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
    },
    tsconfigRaw: { compilerOptions: { target: 'es2022', verbatimModuleSyntax: true } },
    logLevel: 'warning',
  };
}

function copy(from, to) {
  const target = join(root, 'dist', to);
  mkdirSync(dirname(target), { recursive: true });
  // A running process maps the addon: put a new file in place instead of writing into it.
  rmSync(target, { force: true });
  copyFileSync(join(root, from), target);
}

/** The segmenters: nodejieba's addon with its dictionary where it was built, the WASM one always. */
function segmenters() {
  const addon = 'node_modules/nodejieba/build/Release/nodejieba.node';
  if (existsSync(join(root, addon))) {
    copy(addon, 'nodejieba/nodejieba.node');
    const { words } = writeDictionary(join(root, 'dist/nodejieba'));
    console.log(`dist/nodejieba  ${words} words`);
  } else {
    rmSync(join(root, 'dist/nodejieba'), { recursive: true, force: true });
    console.log('nodejieba was not built here: the WASM segmenter takes its place');
  }
  copy('node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm', 'jieba.wasm');
}

async function build() {
  const started = performance.now();
  const missing = bundles.filter((b) => !existsSync(join(root, b.in)));
  for (const bundle of missing) {
    if (!bundle.optional) throw new Error(`${bundle.in} is missing: dist/${bundle.out} cannot be built`);
    console.warn(`${bundle.in} is missing: dist/${bundle.out} is left out`);
  }
  const present = bundles.filter((b) => !missing.includes(b));
  segmenters();
  if (flag('watch')) {
    for (const bundle of present) await (await esbuild.context({ ...options(bundle), logLevel: 'info' })).watch();
    return;
  }
  await Promise.all(present.map((bundle) => esbuild.build(options(bundle))));
  for (const bundle of present) {
    const file = join(root, 'dist', bundle.out);
    console.log(`${relative(root, file)}  ${Math.round(statSync(file).size / 1024)} KB`);
  }
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
}

build().catch((error) => {
  // esbuild has already said what is wrong with the sources.
  if (!Array.isArray(error.errors)) console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
