#!/usr/bin/env node
// npm run package: a fresh, small build and claimlens-VERSION.vsix in the project's root. What goes in stands in .vscodeignore.
//   --target PLATFORM   for one platform of the marketplace (linux-x64, darwin-arm64, …), with this machine's native segmenter
//   --universal         for every platform and the web: the WebAssembly segmenter only
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { npmCommand } from './lib/npm.mjs';
import { step } from './lib/progress.mjs';
import { ensureInstalled, root } from './lib/project.mjs';
import { mustRun } from './lib/run.mjs';

try {
  const { target, universal } = parseArgs({ options: { target: { type: 'string' }, universal: { type: 'boolean' } } }).values;
  await ensureInstalled();
  const [npm, args] = npmCommand('run', 'build', '--silent', '--', '--minify');
  await step('Building', () => mustRun(npm, args, { cwd: root }));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (universal) rmSync(join(root, 'dist/nodejieba'), { recursive: true, force: true });
  const kind = universal ? '-universal' : target ? `-${target}` : '';
  const packagePath = join(root, `claimlens-${version}${kind}.vsix`);
  // Everything is bundled: nothing of node_modules goes in.
  await createVSIX({ cwd: root, packagePath, dependencies: false, ...(target && { target }) });
  console.log(`${packagePath}  ${(statSync(packagePath).size / 1e6).toFixed(1)} MB`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
