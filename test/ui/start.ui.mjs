import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../tools/host/browser.mjs';
import { installBrowser } from '../../tools/host/install-browser.mjs';
import { root } from '../../tools/lib/project.mjs';
import { WorkbenchDriver } from './driver.mjs';

describe('npm start, in the browser that opens its address', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'claimlens-start-'));
  let start;
  let browser;

  after(async () => {
    await browser?.close();
    if (start && start.exitCode === null) {
      const ended = new Promise((done) => {
        start.once('exit', done);
      });
      start.kill('SIGINT');
      await ended;
    }
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  it('shows a sample with its problems, hover and list', async () => {
    const address = await addressOf();
    const launched = await launchBrowser(await installBrowser(), scratch, { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    browser = launched.browser;
    await launched.page.goto(address);
    const vscode = new WorkbenchDriver(launched.page, undefined, async () => {});
    await vscode.ready();
    assert.ok((await vscode.countSquiggles('warning')) > 0);
    await vscode.openView('论断镜');
    await vscode.treeRow('无来源数字').first().waitFor();
  });

  /** What `npm start` prints. */
  async function addressOf() {
    const args = ['tools/start.mjs', '--no-open', '--browser', '--port', '0', '--lang', 'zh-cn'];
    start = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    for await (const chunk of start.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      output += chunk;
      const address = /http:\/\/\S+/.exec(output);
      if (address) return address[0];
    }
    throw new Error(`npm start ended: ${output}`);
  }
});
