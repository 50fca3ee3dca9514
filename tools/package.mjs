#!/usr/bin/env node
// npm run package: a fresh, small build and claimlens-VERSION.vsix in the project's root. What goes in stands in .vscodeignore.
//   --target PLATFORM   for one platform of the marketplace (linux-x64, darwin-arm64, …), with this machine's native segmenter
//   --universal         for every platform and the web: the WebAssembly segmenter only
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { step } from './lib/progress.mjs';
import { ensureInstalled, root } from './lib/project.mjs';

let folder;
try {
  const { target, universal } = parseArgs({ options: { target: { type: 'string' }, universal: { type: 'boolean' } } }).values;
  if (target && universal) throw new Error('--target and --universal exclude each other.');
  await ensureInstalled();
  const { pack, stage } = await import('./package/stage.mjs');
  folder = mkdtempSync(join(tmpdir(), 'claimlens-package-'));
  await step('Building', () => stage(folder));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const kind = universal ? '-universal' : target ? `-${target}` : '';
  const packagePath = join(root, `claimlens-${version}${kind}.vsix`);
  await pack(folder, { packagePath, target, universal });
  console.log(`${packagePath}  ${(statSync(packagePath).size / 1e6).toFixed(1)} MB`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (folder) rmSync(folder, { recursive: true, force: true });
}
