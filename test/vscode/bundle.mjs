import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../tools/lib/project.mjs';

const folder = join(root, 'test/vscode');

/** Two kinds of extension host: mocha comes from node_modules in the one and into the bundle in the other. */
const hosts = {
  node: { platform: 'node', target: 'node20', external: ['vscode', 'mocha'] },
  web: { platform: 'browser', target: 'es2022', external: ['vscode'], define: { global: 'globalThis' } },
};

/**
 * Bundles the tests of a folder under test/vscode/ with their entry, the module that VS Code loads.
 * @param {'node' | 'web'} host
 * @param {string} suite the folder, searched through for *.test.ts
 * @param {string} extension the folder of the extension under test; VS Code runs tests in the host of the extension that they lie in
 * @param {string} [grep] only tests whose titles match
 * @returns {Promise<string>} the bundle's path, in the extension's dist-test/
 */
export async function bundleTests(host, suite, extension, grep) {
  const files = findTests(join(folder, suite));
  if (files.length === 0) throw new Error(`no *.test.ts under test/vscode/${suite}`);
  const outfile = join(extension, 'dist-test/vscode', `${suite}.${host}.cjs`);
  await build({
    ...hosts[host],
    stdin: { contents: entry(host, files, grep), resolveDir: folder, sourcefile: `${suite}.entry.js` },
    outfile,
    bundle: true,
    format: 'iife',
    globalName: 'tests',
    footer: { js: 'module.exports = tests;' }, // last, because mocha's browser build puts itself there
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/** The tests are loaded by require, in their order, only after mocha has put `describe` and `it` in place. */
function entry(host, files, grep) {
  return `
import TotalsReporter from '../../tools/test/reporter.cjs';
import { runMocha } from './mocha.${host}.mjs';
export const run = () => runMocha({ reporter: TotalsReporter, ...${JSON.stringify({ grep })} }, () => {
${files.map((file) => `  require(${JSON.stringify(file)});`).join('\n')}
});`;
}

function findTests(start) {
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(start, file));
}
