#!/usr/bin/env node
// The pre-commit hook (.pre-commit-hooks.yaml): builds Claimlens where it was cloned, once, then checks the files of the commit.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/project.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt();
const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
