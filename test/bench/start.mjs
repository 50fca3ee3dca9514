// From the spawn of the server to the diagnostics of a 3,000-character article, beside the bare start of Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startServer } from './lib/client.mjs';
import { median, medianRatio, row } from './lib/numbers.mjs';
import { packed } from './lib/packed.mjs';
import { articleOf } from './lib/texts.mjs';

const ROUNDS = 15;

export async function start() {
  const text = articleOf(12_000).slice(0, 3000);
  const times = { bare: [], server: [] };
  for (let round = 0; round < ROUNDS; round++) {
    let started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    times.bare.push(performance.now() - started);
    started = performance.now();
    const server = await startServer(join(packed, 'server.js'));
    await server.open('untitled:article', text);
    const { items } = await server.diagnostics('untitled:article');
    times.server.push(performance.now() - started);
    if (items.length === 0) throw new Error('no diagnostics: the article cannot have been read');
    await server.stop();
  }
  const measured = `${median(times.server).toFixed(0)} against ${median(times.bare).toFixed(0)} ms`;
  return [row('start to diagnostics / node -e 0', medianRatio(times.server, times.bare), 6, 'lower', measured)];
}
