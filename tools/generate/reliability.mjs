// Writes the tables of docs/reliability.md, between its marks, from test/trust/results.json, which the campaign keeps.
//   node tools/generate/reliability.mjs           writes
//   node tools/generate/reliability.mjs --check   fails when they are stale
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { TOPICS } = await tsImport('../../test/trust/lib/attack.ts', import.meta.url);
const page = new URL('../../docs/reliability.md', import.meta.url);
const results = new URL('../../test/trust/results.json', import.meta.url);
const BEGIN = '<!-- figures -->';
const END = '<!-- end of figures -->';

const before = readFileSync(page, 'utf8');
const from = before.indexOf(BEGIN) + BEGIN.length;
const to = before.indexOf(END);
if (from < BEGIN.length || to < from) throw new Error('docs/reliability.md has lost its marks');
const { attacks } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { attacks: {} };
const after = `${before.slice(0, from)}\n${Object.entries(TOPICS).flatMap(section).join('\n')}\n${before.slice(to)}`;

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('docs/reliability.md is stale: run `npm run generate`');
    process.exit(1);
  }
} else writeFileSync(page, after);

function section([topic, title]) {
  const own = Object.entries(attacks).filter(([, attack]) => attack.topic === topic);
  if (own.length === 0) return [];
  const lines = ['', `### ${title}`, '', '| attack | what must hold | tried | lost | figures |', '|---|---|---:|---:|---|'];
  for (const [name, { rows }] of own) {
    for (const { what, tried, lost, notes } of rows)
      lines.push(`| \`${name}\` | ${[what, number(tried), number(lost), notes.join('; ')].map(cell).join(' | ')} |`);
  }
  const runs = own.map(([name, { day, seed, seconds, machine }]) => `\`${name}\` ${day}, seed ${seed}, ${seconds} s (${machine})`);
  return [...lines, '', `Runs: ${runs.join('; ')}.`];
}

function number(n) {
  return n.toLocaleString('en');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
