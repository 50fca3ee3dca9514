#!/usr/bin/env node
// npm run bench: speed, memory and scale beside the peers, in one run and one table; docs/performance.md says how to read it.
//   npm run bench [-- activation start keystroke memory throughput growth predictions folder]     some of the sections only
//   BENCH_TEXT=FILE npm run bench     on the documents of FILE, parted by blank lines, instead of the samples repeated
// A whole run is kept as test/bench/results.json. Each section runs in a process of its own.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../tools/lib/project.mjs';

/** Those of a few milliseconds first: after minutes of heavy work their files have left the machine's memory. */
const SECTIONS = ['activation', 'start', 'keystroke', 'memory', 'throughput', 'growth', 'predictions', 'folder'];
const here = fileURLToPath(import.meta.url);

if (process.argv[2] === '--section') {
  const name = process.argv[3];
  const { [name]: measure } = await import(`./${name}.mjs`);
  process.stdout.write(`\n${JSON.stringify(await measure())}\n`);
  process.exit(0);
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !SECTIONS.includes(name));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(', ')}. There are: ${SECTIONS.join(', ')}.`);
  process.exit(2);
}
await ensureInstalled();
// Their bundles, before any of them: the sections' processes are told where they lie.
await import('./lib/packed.mjs');

const rows = [];
let failed = false;
for (const section of named.length > 0 ? named : SECTIONS) {
  process.stderr.write(`${section} …\n`);
  const { status, stdout } = spawnSync(process.execPath, [here, '--section', section], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status === 0) rows.push(...JSON.parse(stdout.trim().split('\n').at(-1)));
  else {
    failed = true;
    console.error(`${section} ended with ${status}`);
  }
}

const sign = { higher: '≥', lower: '≤' };
const table = rows.map(({ what, ratio, target, better, met, measured }) => [
  what,
  ratio.toFixed(2),
  `${sign[better]} ${target}`,
  met ? 'yes' : 'NO',
  measured,
]);
const head = ['what', 'ratio', 'target', 'met', 'measured'];
const widths = head.map((title, i) => Math.max(title.length, ...table.map((cells) => cells[i].length)));
for (const cells of [head, ...table])
  console.log(
    cells
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  );

if (named.length === 0 && !failed) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  const text = process.env.BENCH_TEXT ? 'BENCH_TEXT' : 'samples';
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify({ machine, text, rows }, null, 2)}\n`);
}
process.exitCode = failed ? 1 : 0;
