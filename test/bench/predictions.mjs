// The predictions of a folder of 5,000 articles: read for the first time, asked for in the next session, and with one article changed.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { median, row } from './lib/numbers.mjs';
import { packed } from './lib/packed.mjs';
import { documents } from './lib/texts.mjs';

const ARTICLES = 5000;
const CHARS = 1500;
const ROUNDS = 3;
/** What the editor's view asks for. */
const VIEW = { partial: true, rows: { overdue: 200, coming: 200, undated: 200, resolved: 200, speakers: 200 } };

export async function predictions() {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-bench-'));
  const index = mkdtempSync(join(tmpdir(), 'claimlens-bench-index-'));
  try {
    articles(folder);
    const first = await session(folder, index);
    const whole = await timed(() => first.ask({}));
    await first.stop();
    const times = { next: [], changed: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const server = await session(folder, index);
      const next = await timed(() => server.ask(VIEW));
      const known = Object.values(next.answer.counts).reduce((sum, count) => sum + count, -next.answer.counts.speakers);
      if (known !== whole.answer.predictions.length) throw new Error(`${known} predictions instead of ${whole.answer.predictions.length}`);
      times.next.push(next.ms);
      appendFileSync(join(folder, `0/${round}.txt`), '\n周屹说：“再过一年，收入一定会翻番。”\n');
      times.changed.push((await timed(() => server.ask({ ...VIEW, partial: false }))).ms);
      whole.answer = await server.ask({});
      await server.stop();
    }
    const [next, changed] = [median(times.next), median(times.changed)];
    const of = `${whole.answer.predictions.length} predictions of ${ARTICLES} articles`;
    return [
      row('predictions: first session / next', whole.ms / next, 50, 'higher', `${of}: ${seconds(whole.ms)} against ${seconds(next)}`),
      row('predictions: first session / one changed', whole.ms / changed, 20, 'higher', `${seconds(changed)}`),
    ];
  } finally {
    for (const one of [folder, index]) rmSync(one, { recursive: true });
  }
}

/** The documents' paragraphs, a few of them an article. */
function articles(folder) {
  const lines = documents().flatMap((text) => text.split(/\n+/).filter((line) => line.length > 20));
  for (let i = 0; i < ARTICLES; i++) {
    const part = join(folder, String(Math.floor(i / 100)));
    if (i % 100 === 0) mkdirSync(part);
    let text = `${2010 + (i % 15)}年3月1日\n\n`;
    for (let k = i * 7; text.length < CHARS; k++) text += `${lines[k % lines.length]}\n\n`;
    writeFileSync(join(part, `${i % 100}.txt`), text);
  }
}

async function session(folder, index) {
  const env = { ...process.env, CLAIMLENS_INDEX: index };
  const child = spawn(process.execPath, [join(packed, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'bench' }];
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders });
  await connection.sendNotification('initialized', {});
  return {
    ask: (params) => connection.sendRequest('claimlens/predictions', params),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
    },
  };
}

async function timed(task) {
  const started = performance.now();
  const answer = await task();
  return { answer, ms: performance.now() - started };
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
