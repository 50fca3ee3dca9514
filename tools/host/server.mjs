import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mustRun } from '../lib/run.mjs';
import { offerLanguage } from './display-language.mjs';
import { installInPlace } from './install-local.mjs';

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;

/**
 * Starts VS Code's server on the loopback interface.
 * @param {object} options
 * @param {{ main: string, node: string }} options.installation from installServer
 * @param {string} options.dataFolder where the server may write; not removed here
 * @param {string} [options.userDataDir] default: inside `dataFolder`
 * @param {string} [options.extensionsDir] default: inside `dataFolder`
 * @param {number} [options.port] default: a free one
 * @param {boolean} [options.trustAll] no restricted mode
 * @param {string} [options.language] display language, `zh-cn` or `en`; default: the browser's
 * @param {Record<string, unknown>} [options.settings] user settings, in place of those there are
 * @param {Record<string, unknown>} [options.firstSettings] user settings where there are none yet
 * @param {string} [options.tokenFile] a file with the token that the address must carry; default: none is asked for
 * @param {string[]} [options.installExtensions] .vsix files or identifiers
 * @param {string[]} [options.extensionsInPlace] folders of extensions that count as installed
 * @param {boolean} [options.testDriver] take extensions under development and their tests, without notifications and dialogs
 * @param {NodeJS.ProcessEnv} [options.environment]
 * @param {string[]} [options.args] more arguments for the server
 * @param {(text: string) => void} [options.onOutput] the server's log
 * @returns {Promise<Server>}
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {() => HostExit | undefined} hostExit how the extension host's process ended, once it has
 * @property {Promise<Error>} gone settles when the server ended without having been closed
 * @property {() => Promise<void>} close ends it and everything it started
 *
 * @typedef {{ code: string, signal: string }} HostExit as the server logs it: `0` and `null` for an orderly end
 */
export async function startServer({ installation, dataFolder, onOutput, ...options }) {
  const userDataDir = options.userDataDir ?? join(dataFolder, 'user-data');
  const extensionsDir = options.extensionsDir ?? join(dataFolder, 'extensions');
  await mkdir(extensionsDir, { recursive: true });
  if (options.extensionsInPlace) await installInPlace(extensionsDir, options.extensionsInPlace);
  await writeSettings(join(userDataDir, 'User'), options.settings, options.firstSettings);
  await offerLanguage(userDataDir, 'zh-cn');

  const folders = ['--server-data-dir', join(dataFolder, 'server'), '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  const env = serverEnvironment(options.environment ?? process.env);
  for (const extension of options.installExtensions ?? []) {
    const args = [installation.main, ...folders, '--accept-server-license-terms', '--force', '--install-extension', extension];
    const said = await mustRun(installation.node, args, { env });
    onOutput?.(said);
  }

  const child = spawn(
    installation.node,
    [
      '--import',
      endWithParent,
      installation.main,
      '--host',
      '127.0.0.1',
      '--port',
      String(options.port ?? 0),
      ...(options.tokenFile ? ['--connection-token-file', options.tokenFile] : ['--without-connection-token']),
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--disable-telemetry',
      '--disable-experiments',
      '--disable-update-check',
      '--disable-getting-started-override',
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []), // a built VS Code takes the payload only so
      ...(options.trustAll ? ['--disable-workspace-trust'] : []),
      ...(options.language ? ['--locale', options.language] : []),
      ...folders,
      ...(options.args ?? []),
    ],
    { env, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] },
  );

  return watch(child, onOutput);
}

async function watch(child, onOutput) {
  let log = '';
  let hostExit;
  let closing;
  let markGone;
  const gone = new Promise((resolve) => {
    markGone = resolve;
  });
  const killOnExit = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killOnExit);

  const close = () =>
    (closing ??= (async () => {
      if (isRunning(child)) {
        const ended = new Promise((resolve) => {
          child.once('exit', resolve);
        });
        signalGroup(child, 'SIGTERM');
        await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
      }
      signalGroup(child, 'SIGKILL'); // what the server started and left behind
      process.off('exit', killOnExit);
    })());

  const listening = new Promise((resolve, reject) => {
    const read = (text) => {
      log = (log + text).slice(-20_000);
      onOutput?.(text);
      const exit = /Extension Host Process exited with code: (\S+), signal: (\w+)/.exec(log);
      if (exit) hostExit ??= { code: exit[1], signal: exit[2] };
      const port = /Extension host agent listening on (\d+)/.exec(log);
      if (port) resolve(Number(port[1]));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const error = new Error(`VS Code's server ended (${code ?? signal})\n${log.slice(-4000)}`);
      reject(error);
      if (!closing) markGone(error);
    });
  });

  try {
    const port = await listening;
    return { port, gone, close, hostExit: () => hostExit };
  } catch (error) {
    await close();
    throw error;
  }
}

const isRunning = (child) => child.exitCode === null && child.signalCode === null;

function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // nobody left in the group
  }
}

async function writeSettings(folder, settings, firstSettings = {}) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'settings.json');
  if (settings || !existsSync(file)) await writeFile(file, JSON.stringify(settings ?? firstSettings, null, 2));
}

/** Without what a VS Code that may be running us set for its own children. */
function serverEnvironment(environment) {
  const foreign = /^(VSCODE_(IPC|NLS|CWD|PID|HANDLES|CLI|ESM|AGENT|HOST_)|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$)/;
  const kept = Object.entries(environment).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
}
