import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { root } from '../lib/project.mjs';
import { mustRun } from '../lib/run.mjs';

/**
 * A folder with nothing but what is packed: the files that .vscodeignore lets in, and a small build of its own, so that
 * the one in dist/ stays what it is while others run it.
 * @param {string} folder made here; its owner removes it
 */
export async function stage(folder) {
  const files = await listFiles({ cwd: root, dependencies: false });
  for (const file of [...files, '.vscodeignore'].filter((name) => !name.startsWith('dist/'))) {
    cpSync(join(root, file), join(folder, file), { recursive: true });
  }
  await mustRun(process.execPath, [join(root, 'tools/build.mjs'), '--minify', '--outdir', join(folder, 'dist')], { cwd: root });
}

/**
 * Packs what was staged. The universal package, for every platform and the web, has the WebAssembly segmenter only: asked
 * for, it takes the native one out of the folder for good.
 * @param {string} folder
 * @param {object} options
 * @param {string} options.packagePath the file to write
 * @param {string} [options.target] a platform of the marketplace
 * @param {boolean} [options.universal]
 */
export async function pack(folder, { packagePath, target, universal }) {
  const native = join(folder, 'dist/nodejieba');
  if (universal) rmSync(native, { recursive: true, force: true });
  else if (target && !existsSync(native))
    throw new Error(`there is no native segmenter here to pack for ${target}: build it, or pack with --universal`);
  // Everything is bundled: nothing of node_modules goes in.
  await createVSIX({ cwd: folder, packagePath, dependencies: false, ...(target && { target }) });
}
