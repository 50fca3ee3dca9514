// Writes the table of docs/performance.md, between its marks, from test/bench/results.json, which a whole run of the bench keeps.
//   node tools/generate/performance.mjs           writes
//   node tools/generate/performance.mjs --check   fails when it is stale
import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../docs/performance.md', import.meta.url);
const BEGIN = '<!-- figures -->';
const END = '<!-- end of figures -->';

const before = readFileSync(page, 'utf8');
const from = before.indexOf(BEGIN) + BEGIN.length;
const to = before.indexOf(END);
if (from < BEGIN.length || to < from) throw new Error('docs/performance.md has lost its marks');
const { rows, note, machine } = JSON.parse(readFileSync(new URL('../../test/bench/results.json', import.meta.url), 'utf8'));
const sign = { higher: '≥', lower: '≤' };
const lines = rows.map(
  ({ what, ratio, target, better, met, measured }) =>
    `| ${what} | ${ratio.toFixed(2)} | ${sign[better]} ${target} | ${met ? 'yes' : 'no'} | ${measured} |`,
);
const told = [note ?? 'One whole run', machine].filter(Boolean).join(', ');
const after = `${before.slice(0, from)}\n\n${told}.\n\n| what | ratio | target | met | measured |\n|---|---:|---:|---|---|\n${lines.join('\n')}\n\n${before.slice(to)}`;

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('docs/performance.md is stale: run `npm run generate`');
    process.exit(1);
  }
} else writeFileSync(page, after);
