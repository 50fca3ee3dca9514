import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { workbenchAddress } from '../host/address.mjs';
import { installServer } from '../host/install-server.mjs';
import { startServer } from '../host/server.mjs';
import { quietSettings } from '../host/settings.mjs';
import { hasDisplay } from './desktop.mjs';
import { findOnPath } from './npm.mjs';
import { root } from './project.mjs';
import { run } from './run.mjs';

const usualPort = 8137;
const samples = join(root, 'samples');

/** Kept from start to start, so that what people set stays set. */
const profile = join(root, '.vscode-test/browser-profile');

/**
 * @typedef {{ folder: string, language?: string, port?: number, open: boolean }} OpenOptions
 */

/** Opens a folder in a new window of the desktop VS Code, with this extension loaded from here. @param {OpenOptions} options */
export async function openInDesktop(command, { folder, language }) {
  const args = [
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    ...(language ? [`--locale=${language}`] : []),
    folder,
    ...firstArticle(folder),
  ];
  const { code } = await run(command, args, { shell: process.platform === 'win32' });
  if (code !== 0) throw new Error(`${command} ended with ${code}. "npm start -- --browser" opens VS Code in the browser instead.`);
  console.log(`VS Code opens ${folder} with Claimlens loaded.`);
}

/** Serves VS Code with this extension to the browser, until Ctrl+C. @param {OpenOptions} options */
export async function serveToBrowser({ folder, language, port, open }) {
  const installation = await installServer();
  const { file: tokenFile, token } = accessToken();
  const server = await startServer({
    installation,
    dataFolder: profile,
    port: port ?? ((await isFree(usualPort)) ? usualPort : 0),
    language,
    tokenFile,
    trustAll: folder === samples, // ours; any other folder is asked about
    firstSettings: quietSettings,
    extensionsInPlace: [root],
  });
  const address = workbenchAddress({ port: server.port, open: [folder, ...firstArticle(folder)], token });
  console.log(`\n  Claimlens in VS Code:  ${address}\n  Ctrl+C ends it.\n`);
  if (open && hasDisplay()) openInBrowser(address);

  const end = async (code) => {
    await server.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
  console.error((await server.gone).message);
  await end(1);
}

/** Of the samples one is open at once, so that there is something to see; other folders open as they were left. */
function firstArticle(folder) {
  if (folder !== samples) return [];
  const articles = readdirSync(folder).filter((file) => file.endsWith('.md') && !file.startsWith('README'));
  return articles
    .sort()
    .slice(0, 1)
    .map((file) => join(folder, file));
}

/** Whoever reaches VS Code can run programs: only the printed address lets in, not every page or user of this machine. */
function accessToken() {
  const file = join(profile, 'token');
  mkdirSync(profile, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
  return { file, token: readFileSync(file, 'utf8') };
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function openInBrowser(address) {
  const opener = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }[process.platform] ?? [
    findOnPath('xdg-open', 'sensible-browser'),
  ];
  if (!opener[0]) return;
  const child = spawn(opener[0], [...opener.slice(1), address], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // the address is printed
  child.unref();
}
