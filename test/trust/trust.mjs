#!/usr/bin/env node
// npm run test:trust: attacks on what was built, in their long form; test/trust/README.md says how they are made.
//   npm run test:trust                       every attack
//   npm run test:trust -- any-text neovim    some of them
//   npm run test:trust -- --share 0.1        a tenth of the tries; --minutes 5: no series longer; --seed 7: others; --short: as npm test
// A long run's figures go into test/trust/results.json, attack by attack, and from there into docs/reliability.md.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { ensureBuilt, root } from '../../tools/lib/project.mjs';

const { attackNames, SEED } = await tsImport('./lib/attacks.ts', import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: `${SEED}` },
    share: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1000' },
  },
});
const names = attackNames();
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such attack: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}
for (const number of [values.seed, values.share, values.minutes]) {
  if (!(Number(number) > 0)) {
    console.error(`Not a number above 0: ${number}`);
    process.exit(2);
  }
}
await ensureBuilt();

const here = join(root, 'test/trust');
const results = join(here, 'results.json');
const scratch = mkdtempSync(join(tmpdir(), 'claimlens-trust-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

let failed = false;
for (const name of positionals.length > 0 ? positionals : names) {
  const began = Date.now();
  const answer = await inProcessOfItsOwn(name);
  const seconds = Math.round((Date.now() - began) / 1000);
  failed = !shown(name, answer) || failed;
  if (answer.rows && !values.short) keep(name, answer, seconds);
}
if (!values.short) spawnSync(process.execPath, [join(root, 'tools/generate/reliability.mjs')], { stdio: 'inherit' });
process.exitCode = failed ? 1 : 0;

/** So that one attack's memory, handles and crash are no other's. */
function inProcessOfItsOwn(name) {
  const file = join(scratch, `${name}.json`);
  const args = [name, values.seed, values.share, values.minutes, values.short ? 'short' : 'long', file];
  const child = spawn(process.execPath, ['--import=tsx', join(here, 'one.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('exit', stop);
      resolve(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { broken: `ended with ${code ?? signal}` });
    });
  });
}

/** Prints what became of an attack; answers whether nothing was lost. */
function shown(name, { rows = [], broken, unavailable }) {
  if (unavailable) console.log(`– ${name}: skipped: ${unavailable}`);
  if (broken) console.log(`✗ ${name}: ${broken}`);
  let held = !broken && (rows.length > 0 || (Boolean(unavailable) && !process.env.CI));
  for (const { what, tried, lost, notes, examples } of rows) {
    const fine = lost === 0 && tried > 0;
    held &&= fine;
    const figures = [`${tried.toLocaleString('en')} tried`, `${lost.toLocaleString('en')} lost`, ...notes].join(', ');
    console.log(`${fine ? '✓' : '✗'} ${name}: ${what}: ${figures}`);
    for (const example of examples) console.log(example.replace(/^/gm, '    '));
  }
  return held;
}

function keep(name, { topic, rows }, seconds) {
  const known = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).attacks : {};
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  const figures = rows.map(({ examples, ...row }) => row);
  const run = { topic, day: new Date().toISOString().slice(0, 10), machine, seed: Number(values.seed), seconds, rows: figures };
  const attacks = Object.entries({ ...known, [name]: run }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(results, `${JSON.stringify({ attacks: Object.fromEntries(attacks) }, null, 2)}\n`);
}
