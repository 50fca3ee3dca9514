import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

const extension = 'test/fixtures/host/extension';
const folder = 'test/fixtures/host/workspace';

describe('UI driver, on the fixture extension in Chinese', () => {
  /** @type {import('./driver.mjs').WorkbenchDriver} */
  let vscode;

  before(async () => {
    vscode = await openWorkbench({ folder, extension });
    await vscode.openFile('article.md');
  });
  after(() => vscode?.close());

  it('sees the text and the squiggles', async () => {
    assert.match(await vscode.visibleText(), /接近100万人次参观了展览/);
    assert.equal(await vscode.countSquiggles('warning'), 1);
  });

  it('reads a hover', async () => {
    const text = await vscode.hover('100万', { expected: '悬停' });
    assert.match(text, /悬停在第3行/);
  });

  it('opens a view, reads its rows and goes where a row leads', async () => {
    await vscode.openView('样例');
    await vscode.treeRow('第3行的万').waitFor();
    assert.deepEqual(await vscode.treeRows(), ['第3行的万']);
    await vscode.clickTreeRow('第3行的万');
    await vscode.eventually(
      'the selection',
      () => vscode.selection(),
      (selection) => /Ln 3.*1 selected/.test(selection),
    );
  });

  it('lists the problems', async () => {
    const rows = await vscode.problems('这里有一个万');
    assert.equal(rows.filter((row) => row.includes('这里有一个万')).length, 1);
    await vscode.command('View: Toggle Panel Visibility');
  });

  it('runs a command by its Chinese title', async () => {
    await vscode.command('宿主样例:打招呼');
    await vscode.eventually(
      'the greeting',
      () => vscode.notifications(),
      (texts) => texts.some((text) => text.includes('你好,zh-cn')),
    );
  });

  it('applies a quick fix, types and saves', async () => {
    assert.deepEqual(await vscode.quickFixes('万人次'), ['写成0000']);
    await vscode.press('Escape');
    await vscode.applyQuickFix('万人次', '写成0000');
    await vscode.seesText('接近1000000人次');
    await vscode.focusEditor();
    await vscode.press('Control+End');
    await vscode.type('新的一万句。\n');
    await vscode.countSquiggles('warning');
    await vscode.press('Control+S');
    await vscode.eventually('the saved file', () => readFileSync(join(vscode.folder, 'article.md'), 'utf8').includes('新的一万句。'));
  });

  it('draws Chinese: no two of these characters look alike', async () => {
    const pictures = new Set();
    for (const character of '论断镜說證') {
      await vscode.page.evaluate((text) => {
        const probe = document.createElement('div');
        probe.id = 'probe';
        probe.textContent = text;
        probe.style.cssText = 'position:fixed;left:0;top:0;z-index:9999;background:#fff;color:#000;font-size:40px;width:60px;height:60px';
        document.body.append(probe);
      }, character);
      pictures.add((await vscode.page.locator('#probe').screenshot()).toString('base64'));
      await vscode.page.evaluate(() => document.querySelector('#probe').remove());
    }
    assert.equal(pictures.size, 5, 'missing glyphs are drawn as the same box');
  });
});
