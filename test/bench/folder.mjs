// A folder of 10,000 articles through the command line: two workers against one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, medianRatio, row } from './lib/numbers.mjs';
import { packed } from './lib/packed.mjs';
import { documentsOf } from './lib/texts.mjs';

const ARTICLES = 10_000;
/** As long as the article whose start is measured: what a worker costs before it is warm must not count as if it came again and again. */
const CHARS = 3000;
const ROUNDS = 2;

export async function folder() {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-bench-'));
  try {
    const { texts } = documentsOf(4_000_000);
    for (let i = 0; i < ARTICLES; i++) {
      const part = join(folder, String(Math.floor(i / 500)));
      if (i % 500 === 0) mkdirSync(part);
      let text = '';
      for (let k = i; text.length < CHARS; k++) text += `${texts[k % texts.length]}\n`;
      writeFileSync(join(part, `${i}.txt`), text.slice(0, CHARS));
    }
    const times = { 1: [], 2: [] };
    for (let round = 0; round < ROUNDS; round++) for (const jobs of [1, 2]) times[jobs].push(check(folder, jobs));
    const measured = `${median(times[1]).toFixed(1)} against ${median(times[2]).toFixed(1)} s`;
    return [row('10,000 articles: one worker / two, time', medianRatio(times[1], times[2]), 1.7, 'higher', measured)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function check(folder, jobs) {
  const started = performance.now();
  const args = [join(packed, 'cli.js'), 'check', '--format', 'jsonl', '--fail-on', 'never', '--jobs', String(jobs), folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { maxBuffer: 2 ** 31 - 1 });
  if (status !== 0) throw new Error(`check ended with ${status}: ${stderr}`);
  let lines = 0;
  for (const byte of stdout) if (byte === 10) lines++;
  if (lines !== ARTICLES) throw new Error(`${lines} answers for ${ARTICLES} articles`);
  return (performance.now() - started) / 1000;
}
