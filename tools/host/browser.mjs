import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * A headless browser that sees the installed fonts and talks to this machine only.
 * @param {{ executable: string, libraries?: string, fonts: string[] }} installation from installBrowser
 * @param {string} dataFolder where the browser's font configuration may be written
 * @param {{ viewport?: { width: number, height: number }, locale?: string, deviceScaleFactor?: number }} [look]
 * @returns {Promise<{ browser: import('playwright-core').Browser, page: import('playwright-core').Page }>}
 */
export async function launchBrowser(installation, dataFolder, look = {}) {
  const browser = await chromium.launch({
    executablePath: installation.executable,
    env: await browserEnvironment(installation, dataFolder),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: launchArgs,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...look });
    const page = await context.newPage();
    await page.route(isElsewhere, (route) => route.abort());
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const isElsewhere = ({ protocol, hostname }) => /^(https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname);

async function browserEnvironment({ libraries, fonts }, dataFolder) {
  const environment = { ...process.env };
  if (libraries) environment.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (process.platform === 'linux' && !process.env.FONTCONFIG_FILE) {
    // a Chromium that finds no font at all crashes in mid-run
    environment.FONTCONFIG_FILE = join(dataFolder, 'fonts.conf');
    await writeFile(environment.FONTCONFIG_FILE, fontConfiguration(fonts, join(dataFolder, 'font-cache')));
  }
  return environment;
}

function fontConfiguration(folders, cache) {
  const all = [...folders, '/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${all.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
${['sans-serif', 'system-ui'].map(preferChineseFont).join('\n')}
</fontconfig>
`;
}

/** The same look on every machine, whatever fonts it has. */
function preferChineseFont(family) {
  return `  <match target="pattern">
    <test name="family"><string>${family}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Noto Sans SC</string></edit>
  </match>`;
}
