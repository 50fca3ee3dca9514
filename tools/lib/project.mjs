import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './npm.mjs';
import { step } from './progress.mjs';
import { mustRun } from './run.mjs';

/** The project's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a build always writes; any of them missing means that it has to run. */
const products = ['extension.js', 'server.js', 'cli.js', 'web/extension.js', 'web/server.js'].map((file) => join(root, 'dist', file));

/** Nothing that a build reads lies here. */
const notSources = new Set(['node_modules', 'dist', 'dist-test', 'docs', 'samples', 'test']);

/** Ends this process with one clear sentence where Node is too old to go on. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Claimlens needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the dependencies when there are none or the lock file has changed since. */
export async function ensureInstalled() {
  if (dependenciesAreFresh()) return;
  const command = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  const [npm, args] = npmCommand(command, '--no-audit', '--no-fund');
  await step(`Installing dependencies (npm ${command})`, () => mustRun(npm, args, { cwd: root }));
  writeFileSync(installStamp(), lockHash());
}

function dependenciesAreFresh() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock) || statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  return existsSync(installStamp()) && readFileSync(installStamp(), 'utf8') === lockHash();
}

const installStamp = () => join(root, 'node_modules/.claimlens-lock');
const lockHash = () => hash(readFileSync(join(root, 'package-lock.json')));

/** Builds dist/ when a source is newer than it, or was added or removed. */
export async function ensureBuilt() {
  const stamp = join(root, 'dist/.sources');
  if (products.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()) return;
  const [npm, args] = npmCommand('run', 'build', '--silent');
  await step('Building', () => mustRun(npm, args, { cwd: root }));
  const missing = products.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`the build did not write ${missing.join(', ')}`);
  writeFileSync(stamp, sourcesHash()); // after the build: it may write generated sources
}

/** Changes with the name, size or time of any source. */
function sourcesHash() {
  const lines = [];
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || (folder === root && notSources.has(entry.name))) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) {
        const { size, mtimeMs } = statSync(path);
        lines.push(`${path} ${size} ${mtimeMs}`);
      }
    }
  };
  visit(root);
  return hash(lines.sort().join('\n'));
}

const hash = (data) => createHash('sha256').update(data).digest('hex');
