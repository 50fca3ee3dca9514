#!/usr/bin/env node
// Puts the VS Code host into the user's cache ahead of time: node tools/host/install.mjs [--server-only]
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './install-browser.mjs';
import { installServer } from './install-server.mjs';

/** Everything the tests in VS Code need, side by side. */
export async function installHost() {
  const [server, browser] = await Promise.all([installServer(), installBrowser()]);
  return { server, browser };
}

const started = process.argv[1] && realpathSync(process.argv[1]);
if (started === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--server-only')) await installServer();
  else await installHost();
}
