import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

const number = '接近100万人次';

describe('the report as people see it', () => {
  /** @type {import('./driver.mjs').WorkbenchDriver} */
  let vscode;
  /** The page inside of the panel's frames. */
  const page = () => vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  before(async () => {
    vscode = await openWorkbench({ viewport: { width: 1600, height: 900 } });
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
  });
  after(() => vscode?.close());

  it('opens beside the article by the palette, its style and charts in place', async () => {
    await vscode.command('Claimlens: 打开检查报告');
    await page().locator('mark', { hasText: number }).waitFor();
    const bar = page().locator('.bars rect').first();
    await vscode.eventually(
      'a bar that is drawn',
      () => bar.evaluate((rect) => rect.getBoundingClientRect().width),
      (width) => width > 10,
    );
    const font = await page()
      .locator('.tile b')
      .first()
      .evaluate((one) => getComputedStyle(one).fontWeight);
    assert.equal(font, '600', 'the policy lets the style apply');
  });

  it('goes to the claim that is clicked, in the text and in the margin', async () => {
    await page().locator('mark', { hasText: number }).click();
    await vscode.eventually(
      'the claim selected',
      () => vscode.selection(),
      (selection) => selection.includes(`(${number.length} selected)`),
    );
    await page().locator('.note', { hasText: '四万人' }).click();
    await vscode.eventually(
      'the other claim selected',
      () => vscode.selection(),
      (selection) => selection.includes('(3 selected)'),
    );
  });

  it('follows what is typed, and stays where it was scrolled to', async () => {
    const root = page().locator('html');
    await root.evaluate((html) => html.scrollTo({ top: 600, behavior: 'instant' }));
    await vscode.focusEditor();
    await vscode.press('Control+End');
    await vscode.type('\n\n周屹：明年利润一定会有9亿元。');
    await page().locator('.text mark', { hasText: '9亿元' }).waitFor();
    assert.ok((await root.evaluate((html) => html.scrollTop)) > 500);
  });

  it('exports by the palette: what, as what, to where', async () => {
    await vscode.focusEditor();
    await vscode.command('Claimlens: 导出论断');
    await vscode.take('本文');
    await vscode.take('HTML 报告');
    // Where VS Code has no dialog of the system, it asks for the path.
    const input = vscode.page.locator('.quick-input-widget:visible .quick-input-box input');
    await vscode.eventually(
      'the proposed name',
      () => input.inputValue(),
      (value) => value.endsWith('interview.claims.html'),
    );
    await vscode.press('Enter');
    const file = join(vscode.folder, 'interview.claims.html');
    const written = await vscode.eventually('the file', () => {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return '';
      }
    });
    assert.ok(written.includes('9亿元') && written.trimEnd().endsWith('</html>'));
    await vscode.eventually(
      'the message',
      () => vscode.notifications(),
      (messages) => messages.some((message) => message.includes('interview.claims.html')),
    );
  });

  it('is there again when the window was closed and opened', async () => {
    await vscode.focusEditor();
    await vscode.press('Control+S');
    await vscode.page.locator('.tab.dirty').waitFor({ state: 'hidden' });
    await vscode.reopen(/claimlens\.report.*\bstate\b.*interview\.md/s);
    await page().locator('mark', { hasText: number }).waitFor();
    await page().locator('mark', { hasText: '9亿元' }).click();
    await vscode.eventually(
      'the claim selected',
      () => vscode.selection(),
      (selection) => selection.includes('(3 selected)'),
    );
  });
});
