// Runs every generator of this folder; with --check, fails when something generated is stale.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
let failed = false;
/** The index of the rules comes first: others read the rules through it. */
const first = ['rules.mjs'];
const others = readdirSync(folder).filter((file) => file.endsWith('.mjs') && file !== 'all.mjs' && !first.includes(file));
for (const file of [...first, ...others.sort()]) {
  const run = spawnSync(process.execPath, [folder + file, ...process.argv.slice(2)], { stdio: 'inherit' });
  failed ||= run.status !== 0;
}
process.exitCode = failed ? 1 : 0;
