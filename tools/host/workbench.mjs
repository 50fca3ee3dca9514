import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workbenchAddress } from './address.mjs';
import { launchBrowser } from './browser.mjs';
import { installHost } from './install.mjs';
import { startServer } from './server.mjs';
import { testSettings } from './settings.mjs';

/**
 * VS Code shown in a headless browser, for tests.
 * @param {object} options those of startServer and workbenchAddress, and
 * @param {Record<string, unknown>} [options.settings] on top of the quiet ones
 * @param {boolean} [options.trustAll] default true; false starts in restricted mode
 * @param {object} [options.look] viewport, scale and locale of the page
 * @param {(...words: unknown[]) => void} [options.note] what happens, for whoever looks for an error
 * @param {(type: string, args: unknown[]) => void} [options.onHostLog] what the extension host prints
 * @param {(code: number) => void} [options.onTestsEnd] the workbench's own verdict on extensionTestsPath
 * @returns {Promise<Workbench>}
 *
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {() => import('./server.mjs').HostExit | undefined} hostExit
 * @property {Promise<Error>} gone settles when the server, the browser or the page died
 * @property {() => Promise<void>} close
 */
export async function openHeadlessWorkbench({ settings, look, trustAll = true, note = () => {}, onHostLog, onTestsEnd, ...options }) {
  const { server: installation, browser: browserInstallation } = await installHost();
  const dataFolder = await mkdtemp(join(tmpdir(), 'claimlens-vscode-'));
  const userSettings = { ...testSettings, 'security.workspace.trust.enabled': !trustAll, ...settings };
  const opened = [];
  let closing;
  const close = () =>
    (closing ??= (async () => {
      for (const part of opened.reverse()) await Promise.race([part.close(), sleep(5000, undefined, { ref: false })]).catch(() => {});
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
    })());

  try {
    const [server, { browser, page }] = await Promise.all([
      startServer({ ...options, trustAll, installation, dataFolder, settings: userSettings }).then(keep),
      launchBrowser(browserInstallation, dataFolder, look).then((launched) => {
        keep(launched.browser);
        return launched;
      }),
    ]);
    note('server on port', server.port, '· browser', browser.version());
    const gone = Promise.race([
      server.gone,
      new Promise((resolve) => {
        browser.once('disconnected', () => resolve(new Error('the browser went away')));
      }),
      new Promise((resolve) => {
        page.once('crash', () => resolve(new Error('the workbench page crashed')));
      }),
    ]);
    await connect(page, { note, onHostLog, onTestsEnd });
    const address = workbenchAddress({ ...options, port: server.port });
    note(address);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return { page, hostExit: server.hostExit, gone, close };
  } catch (error) {
    await close();
    throw error;
  }

  function keep(part) {
    opened.push(part);
    return part;
  }
}

/** Hands what the workbench says to its test driver over to us. */
async function connect(page, { note, onHostLog, onTestsEnd }) {
  page.on('console', (message) => note('console', message.type(), message.text().slice(0, 500)));
  page.on('pageerror', (error) => note('page error', error.message));
  await page.exposeFunction('claimlensLog', (type, args, fromHost) => {
    if (fromHost) onHostLog?.(type, args);
    else note('log', type, JSON.stringify(args).slice(0, 500));
  });
  await page.exposeFunction('codeAutomationExit', (code) => onTestsEnd?.(code));
  await page.addInitScript(() => {
    if (window !== window.top) return;
    Error.stackTraceLimit = 60;
    // the workbench logs its own words and the extension host's through the same function: the stack tells them apart
    window.codeAutomationLog = (type, args) =>
      window.claimlensLog(
        type,
        args.map((arg) => (arg instanceof Error ? arg.stack : arg)),
        /\$logExtensionHostMessage/.test(new Error().stack ?? ''),
      );
  });
}
