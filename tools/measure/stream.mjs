#!/usr/bin/env node
// Streams a great deal of text through `check --stream` and looks at memory, order and answers as it goes.
//   BENCH_TEXT=FILE node tools/measure/stream.mjs [GIGABYTES] [JOBS]
// The documents of the file (parted by blank lines, gathered to some 3,000 characters) come again and again; every time the answers
// must be those of the first time, and those of `check` on the documents as files. Linux only: resident size is read from /proc.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { documents } from '../../test/bench/lib/texts.mjs';
import { root } from '../lib/project.mjs';

const CHARS = 3000;
const gigabytes = Number(process.argv[2] ?? 1);
const jobs = process.argv[3] ?? '2';
const cli = join(root, 'dist/cli.js');

const texts = gathered(documents());
/** What an answer says: all but the name. */
const said = (line) => line.slice(line.indexOf(',"date":'));
const expected = asFiles();
console.log(`${texts.length} documents, the same as files`);

const child = spawn(process.execPath, [cli, 'check', '--stream', '--jobs', jobs, '--fail-on', 'never'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const started = performance.now();
let sent = 0;
let answers = 0;
let wrong = 0;
const resident = [];
const watch = setInterval(() => {
  resident.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1000);
}, 1000);
const written = write();
for await (const line of createInterface({ input: child.stdout })) {
  if (!line.startsWith(`{"id":"${answers}",`) || said(line) !== expected[answers % texts.length]) wrong++;
  answers++;
}
clearInterval(watch);
const records = await written;
const seconds = (performance.now() - started) / 1000;
const part = (from, to) => resident.slice(Math.floor(resident.length * from), Math.floor(resident.length * to)).sort((a, b) => a - b);
const middle = (list) => list[list.length >> 1]?.toFixed(0);
console.log(
  `${(sent / 1e9).toFixed(2)} GB in ${seconds.toFixed(0)} s, ${records} records, ${answers} answers, ${wrong} wrong or out of order; resident, MB: ` +
    `${middle(part(0.1, 0.3))} in the second tenth and third, ${middle(part(0.8, 1))} in the last two, ${Math.max(...resident).toFixed(0)} at most`,
);
process.exitCode = wrong > 0 || answers !== records ? 1 : 0;

async function write() {
  let count = 0;
  for (; sent < gigabytes * 1e9; count++) {
    const line = `${JSON.stringify({ id: `${count}`, text: texts[count % texts.length] })}\n`;
    sent += Buffer.byteLength(line);
    if (!child.stdin.write(line)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  return count;
}

/** The answers when the documents are checked as files. */
function asFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-stream-'));
  try {
    const files = texts.map((text, i) => {
      const file = join(folder, `${i}.txt`);
      writeFileSync(file, text);
      return file;
    });
    const answers = [];
    for (let i = 0; i < files.length; i += 500) {
      const args = [cli, 'check', '--format', 'jsonl', '--fail-on', 'never', ...files.slice(i, i + 500)];
      const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
      answers.push(...stdout.trim().split('\n').map(said));
    }
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function gathered(parts) {
  const texts = [];
  let text = '';
  for (const part of parts) {
    text += `${part}\n\n`;
    if (text.length < CHARS) continue;
    texts.push(text);
    text = '';
  }
  return text === '' ? texts : [...texts, text];
}
