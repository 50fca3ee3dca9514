#!/usr/bin/env node
// npm run package: a fresh, small build and claimlens-VERSION.vsix in the project's root. What goes in stands in .vscodeignore.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { npmCommand } from './lib/npm.mjs';
import { step } from './lib/progress.mjs';
import { ensureInstalled, root } from './lib/project.mjs';
import { mustRun } from './lib/run.mjs';

try {
  await ensureInstalled();
  const [npm, args] = npmCommand('run', 'build', '--silent', '--', '--minify');
  await step('Building', () => mustRun(npm, args, { cwd: root }));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = join(root, `claimlens-${version}.vsix`);
  // Everything is bundled: nothing of node_modules goes in.
  await createVSIX({ cwd: root, packagePath, dependencies: false });
  console.log(`${packagePath}  ${(statSync(packagePath).size / 1e6).toFixed(1)} MB`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
