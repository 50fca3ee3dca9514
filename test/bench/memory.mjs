// Resident size after 1,000 articles opened, checked and closed, beside a server that only keeps its documents; and after 1,000 more.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../tools/lib/project.mjs';
import { startServer } from './lib/client.mjs';
import { row } from './lib/numbers.mjs';
import { documentsOf } from './lib/texts.mjs';

const ARTICLES = 1000;

export async function memory() {
  const { texts } = documentsOf(2_000_000);
  const server = await startServer(join(root, 'dist/server.js'), { pull: false });
  await through(server, texts, true);
  const first = server.resident();
  await through(server, texts, true);
  const second = server.resident();
  await server.stop();
  const bare = await startServer(fileURLToPath(new URL('lib/bareServer.mjs', import.meta.url)));
  await through(bare, texts, false);
  const least = bare.resident();
  await bare.stop();
  const mb = (bytes) => (bytes / 1e6).toFixed(0);
  return [
    row('resident after 1,000 articles / bare vscode-languageserver', first / least, 2.5, 'lower', `${mb(first)} against ${mb(least)} MB`),
    row('resident after 2,000 articles / after 1,000', second / first, 1.1, 'lower', `${mb(second)} against ${mb(first)} MB`),
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
