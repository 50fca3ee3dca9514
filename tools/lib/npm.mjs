import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The first file of that name on the PATH, or undefined. */
export function findOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

/** npm's `npm-cli.js`: the npm that runs us, else the one that came with this Node, else the one on the PATH. */
export function findNpmCli() {
  const besideNode = dirname(process.execPath);
  const onPath = findOnPath('npm');
  const candidates = [
    process.env.npm_execpath,
    join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
    onPath && realpathSync(onPath),
  ];
  return candidates.find((file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file));
}

/**
 * What to spawn for npm with these arguments: no shell, so that no argument needs quoting.
 * @returns {[command: string, args: string[]]}
 */
export function npmCommand(...args) {
  const cli = findNpmCli();
  if (!cli) throw new Error('npm was not found beside Node.js or on the PATH');
  return [process.execPath, [cli, ...args]];
}

/**
 * The environment for an npm that works elsewhere than in this project: without what the npm that may be running us
 * handed down about the project.
 */
export function cleanNpmEnvironment(environment = process.env) {
  const dropped =
    /^npm_(package|lifecycle|command|config_(local_prefix|prefix|ignore_scripts|dry_run|omit|include|production|workspaces?))/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !dropped.test(name)));
}
