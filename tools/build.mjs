// npm run build: everything that runs, into dist/.
//   node tools/build.mjs [--outdir FOLDER] [--minify] [--watch] [--sourcemap]
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { writeDictionary } from './dictionary.mjs';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: { outdir: { type: 'string' }, minify: { type: 'boolean' }, watch: { type: 'boolean' }, sourcemap: { type: 'boolean' } },
});
const dist = resolve(asked.outdir ?? join(root, 'dist'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** One bundle each; the client's may still be absent, what the server and the command line need may not. */
const bundles = [
  { in: 'server/src/entry/node.ts', out: 'server.js', kind: 'node' },
  { in: 'server/src/entry/cli.ts', out: 'cli.js', kind: 'node' },
  { in: 'server/src/entry/segmentWorker.ts', out: 'segment-worker.js', kind: 'node' },
  { in: 'server/src/entry/browser.ts', out: 'web/server.js', kind: 'worker' },
  { in: 'client/src/loader/extension.ts', out: 'extension.js', kind: 'extension', optional: true },
  { in: 'client/src/extension.node.ts', out: 'client.js', kind: 'client', optional: true },
  { in: 'client/src/extension.browser.ts', out: 'web/extension.js', kind: 'webExtension', optional: true },
];

const kinds = {
  node: { platform: 'node', target: 'node20', format: 'cjs', plugins: [sharedModel()] },
  worker: { platform: 'browser', target: 'es2022', format: 'iife' },
  extension: { platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] },
  client: { platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'], charset: 'ascii' },
  webExtension: { platform: 'browser', target: 'es2022', format: 'cjs', external: ['vscode'] },
};

/** The server and the command line read the model from one file beside them; the web's bundle carries its own. */
function sharedModel() {
  return {
    name: 'shared-model',
    setup({ onResolve }) {
      onResolve({ filter: /\/weights\.generated\.json$/ }, () => ({ path: './model.json', external: true }));
    },
  };
}

function options(bundle) {
  return {
    charset: 'utf8',
    ...kinds[bundle.kind],
    entryPoints: [join(root, bundle.in)],
    outfile: join(dist, bundle.out),
    absWorkingDir: root,
    metafile: true,
    bundle: true,
    legalComments: 'none',
    minify: asked.minify,
    sourcemap: asked.sourcemap || asked.watch,
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
  const target = join(dist, to);
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
    const { words } = writeDictionary(join(dist, 'nodejieba'));
    console.log(`nodejieba  ${words} words`);
  } else {
    rmSync(join(dist, 'nodejieba'), { recursive: true, force: true });
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
  copy('server/src/core/model/weights.generated.json', 'model.json');
  if (asked.watch) {
    for (const bundle of present) await (await esbuild.context({ ...options(bundle), logLevel: 'info' })).watch();
    return;
  }
  const built = await Promise.all(present.map((bundle) => esbuild.build(options(bundle))));
  const bundled = built.flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  writeFileSync(join(dist, 'ThirdPartyNotices.txt'), notices(bundled));
  for (const bundle of present) console.log(`${bundle.out}  ${Math.round(statSync(join(dist, bundle.out)).size / 1024)} KB`);
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
}

build().catch((error) => {
  // esbuild has already said what is wrong with the sources.
  if (!Array.isArray(error.errors)) console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
