import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { webHostSettings } from '../../tools/host/settings.mjs';
import { openHeadlessWorkbench } from '../../tools/host/workbench.mjs';
import { root } from '../../tools/lib/project.mjs';
import { WorkbenchDriver } from './driver.mjs';

/** Those that are open, for whoever wants a picture when a test fails. @type {Set<WorkbenchDriver>} */
export const openWorkbenches = new Set();

/**
 * Opens VS Code in a headless browser with an extension as it lies in its folder, on a throw-away copy of a folder.
 * @param {object} [options]
 * @param {string | null} [options.folder] default: samples/; null for an empty window
 * @param {string} [options.extension] default: this project
 * @param {string} [options.vsix] a packed extension, installed in its place
 * @param {'zh-cn' | 'en'} [options.lang] display language, default zh-cn
 * @param {Record<string, unknown>} [options.settings] on top of the quiet ones
 * @param {boolean} [options.trust] default true; false starts in restricted mode
 * @param {boolean} [options.web] the extension in the web extension host
 * @param {{ width: number, height: number }} [options.viewport] default 1280 × 800
 * @returns {Promise<WorkbenchDriver>}
 */
export async function openWorkbench(options = {}) {
  const { folder = join(root, 'samples'), extension = root, vsix, lang = 'zh-cn', settings, trust = true, web = false, viewport } = options;
  const scratch = mkdtempSync(join(tmpdir(), 'claimlens-ui-'));
  let host;
  const close = async () => {
    await host?.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const copy = folder ? join(scratch, basename(resolve(folder))) : undefined;
    if (copy) cpSync(folder, copy, { recursive: true });
    host = await openHeadlessWorkbench({
      open: copy ? [copy] : [],
      extensionsDir: join(scratch, 'extensions'),
      ...(vsix ? { installExtensions: [vsix] } : { extensionsInPlace: [extension] }),
      language: lang,
      trustAll: trust,
      settings: { ...(web ? webHostSettings([extension]) : {}), ...settings },
      userDataDir: join(scratch, 'user-data'),
      look: { viewport: viewport ?? { width: 1280, height: 800 }, locale: lang === 'zh-cn' ? 'zh-CN' : 'en-US' },
    });
    const driver = new WorkbenchDriver(host.page, copy, async () => {
      openWorkbenches.delete(driver);
      await close();
    });
    driver.extensionsDir = join(scratch, 'extensions');
    driver.userDataDir = join(scratch, 'user-data');
    await driver.ready();
    openWorkbenches.add(driver);
    return driver;
  } catch (error) {
    await close();
    throw error;
  }
}
