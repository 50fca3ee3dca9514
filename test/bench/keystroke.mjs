// Random edits all over an article of 1 MB and one of 10 KB in the same server: from didChange to fresh diagnostics at the client.
import { join } from 'node:path';
import { startServer } from './lib/client.mjs';
import { median, quantile, row } from './lib/numbers.mjs';
import { packed } from './lib/packed.mjs';
import { articleOf } from './lib/texts.mjs';

const EDITS = 200;
const WARM = 60;

export async function keystroke() {
  const server = await startServer(join(packed, 'server.js'));
  const small = await opened(server, 'untitled:small', articleOf(1e4));
  const large = await opened(server, 'untitled:large', articleOf(1e6));
  const times = { small: [], large: [] };
  for (let i = 0; i < WARM + EDITS; i++) {
    const [a, b] = [await small(i), await large(i)];
    if (i < WARM) continue;
    times.small.push(a);
    times.large.push(b);
  }
  await server.stop();
  const p95 = quantile(times.large, 0.95);
  const ratio = p95 / quantile(times.small, 0.95);
  return [
    row('keystroke, p95: 1 MB / 10 KB', ratio, 2, 'lower', `${p95.toFixed(1)} against ${(p95 / ratio).toFixed(1)} ms`),
    row('keystroke, median: 1 MB / one frame of 16 ms', median(times.large) / 16, 1, 'lower', `${median(times.large).toFixed(1)} ms`),
  ];
}

/** Opens an article; answers a function that makes one edit and waits for the diagnostics, in milliseconds. */
async function opened(server, uri, text) {
  const lines = text.split('\n');
  let version = 1;
  await server.open(uri, text);
  await server.diagnostics(uri);
  return async (i) => {
    // Spread over the whole article, the same in every run.
    const line = (i * 7919 + 13) % lines.length;
    const character = (i * 31) % (lines[line].length + 1);
    const place = { line, character };
    const typed = i % 3 === 2 && character < lines[line].length ? '' : '很多';
    const range = { start: place, end: typed === '' ? { line, character: character + 1 } : place };
    lines[line] = lines[line].slice(0, character) + typed + lines[line].slice(range.end.character);
    version++;
    const started = performance.now();
    await server.change(uri, version, range, typed);
    await server.diagnostics(uri);
    return performance.now() - started;
  };
}
