// Resident size after 1,000 articles opened, checked and closed, beside a server that only keeps its documents; and after 1,000 more.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './lib/client.mjs';
import { median, medianRatio, row } from './lib/numbers.mjs';
import { packed } from './lib/packed.mjs';
import { documentsOf } from './lib/texts.mjs';

const ARTICLES = 1000;
const ROUNDS = 3;

export async function memory() {
  const { texts } = documentsOf(2_000_000);
  const rounds = { first: [], second: [], least: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startServer(join(packed, 'server.js'), { pull: false });
    await through(server, texts, true);
    rounds.first.push(server.resident());
    await through(server, texts, true);
    rounds.second.push(server.resident());
    await server.stop();
    const bare = await startServer(fileURLToPath(new URL('lib/bareServer.mjs', import.meta.url)));
    await through(bare, texts, false);
    rounds.least.push(bare.resident());
    await bare.stop();
  }
  const { first, second, least } = rounds;
  const says = (a, b) => `${(median(a) / 1e6).toFixed(0)} against ${(median(b) / 1e6).toFixed(0)} MB`;
  return [
    row('resident after 1,000 articles / bare vscode-languageserver', medianRatio(first, least), 2.5, 'lower', says(first, least)),
    row('resident after 2,000 articles / after 1,000', medianRatio(second, first), 1.1, 'lower', says(second, first)),
  ];
}

async function through(server, texts, checks) {
  for (let i = 0; i < ARTICLES; i++) {
    const uri = `untitled:article-${i}`;
    const published = checks ? server.published(uri) : undefined;
    await server.open(uri, texts[i % texts.length].slice(0, 3000) + EVER);
    await published;
    await server.close(uri);
    if (i % 50 === 49) await server.settled();
  }
  await server.settled();
}

/** Every article has a claim, so that something is published for it. */
const EVER = '\n业内人士认为，很多公司去年收入增长了三倍。\n';
