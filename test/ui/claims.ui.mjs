import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

const number = '接近100万人次';

describe('Claimlens as people see it, on the samples in Chinese', () => {
  /** @type {import('./driver.mjs').WorkbenchDriver} */
  let vscode;

  before(async () => {
    vscode = await openWorkbench();
    await vscode.openFile('interview.md');
  });
  after(() => vscode?.close());

  it('underlines a number that nobody sourced', async () => {
    assert.ok((await vscode.countSquiggles('warning')) > 0);
    const rows = await vscode.problems(number);
    assert.ok(
      rows.some((row) => row.includes(`“${number}”没有给出来源`)),
      rows.join('\n'),
    );
    await vscode.command('View: Toggle Panel Visibility');
  });

  it('reads the number out in a hover, and says who spoke', async () => {
    const text = await vscode.hover(number, { expected: '无来源数字' });
    assert.match(text, /1,000,000 人次/);
    assert.match(text, /说话人：周屹/);
    assert.match(text, /规则说明/);
  });

  it('lists the claims beside the article, with their number on the icon', async () => {
    await vscode.openView('论断镜');
    // A long list shows what the cursor is at.
    await vscode.clickText(number);
    await vscode.eventually(
      'the pattern with its number, and the claim with speaker and place',
      () => vscode.treeRows(),
      (rows) =>
        rows.some((row) => /^无来源数字 ?\d+$/.test(row)) &&
        rows.some((row) => row.includes(number) && row.includes('周屹') && /第\d+行/.test(row)),
    );
    await vscode.eventually(
      'the number of claims on the icon',
      () => vscode.badge('论断镜'),
      (badge) => Number(badge) > 5,
    );
    await vscode.statusItem('处论断').waitFor();
  });

  it('goes where a row of the list leads', async () => {
    // The list follows the cursor: the row comes into view.
    await vscode.clickText(number);
    await vscode.clickTreeRow(number);
    await vscode.eventually(
      'the claim selected',
      () => vscode.selection(),
      (selection) => selection.includes(`(${number.length} selected)`),
    );
  });

  it('has the list follow the cursor', async () => {
    await vscode.clickText('昨天');
    await vscode.treeRow('昨天').and(vscode.page.locator('.selected')).first().waitFor();
  });

  it('walks from claim to claim by keyboard', async () => {
    await vscode.press('Control+Home');
    await vscode.press('Alt+F9');
    await vscode.eventually(
      'a claim selected',
      () => vscode.selection(),
      (selection) => selection.includes('selected'),
    );
  });

  it('ignores a claim by quick fix: the comment comes, the squiggle goes, one undo brings both back', async () => {
    // The comment holds for the whole line.
    const onLine = (await vscode.problems(number)).filter((row) => row.includes('没有给出来源') && row.includes('[Ln 12,')).length;
    await vscode.command('View: Toggle Panel Visibility');
    const before = await vscode.countSquiggles('warning');
    await vscode.applyQuickFix(number, '忽略此处的“无来源数字”');
    await vscode.seesText('<!-- claimlens-disable-next-line unsourced-number -->');
    await vscode.eventually(
      'fewer squiggles',
      () => vscode.squiggles('warning').count(),
      (count) => onLine > 0 && count === before - onLine,
    );
    await vscode.focusEditor();
    await vscode.press('Control+Z');
    await vscode.countSquiggles('warning', before);
    assert.doesNotMatch(await vscode.visibleText(), /claimlens-disable/);
  });

  it('asks for the reason, keeps it beside the text, and greys the row', async () => {
    await vscode.applyQuickFix(number, '并写明理由');
    await vscode.page.waitForSelector('.quick-input-widget:visible .quick-input-box input');
    await vscode.type('受访者口述，保留');
    await vscode.press('Enter');
    await vscode.seesText('<!-- claimlens-disable-next-line unsourced-number: 受访者口述，保留 -->');
    await vscode.treeRow('受访者口述').first().waitFor();
    await vscode.focusEditor();
    await vscode.press('Control+S');
    await vscode.eventually('the saved file', () => readFileSync(join(vscode.folder, 'interview.md'), 'utf8').includes('受访者口述，保留'));
  });

  it('draws the article in Chinese that can be read', async () => {
    const pictures = new Set();
    const texts = ['周屹', '语音', '产品', '投资'];
    for (const text of texts) {
      const box = await vscode.eventually(text, () => vscode.boxOf(text));
      assert.ok(box.width > 20 && box.height > 10, `${text}: ${JSON.stringify(box)}`);
      pictures.add((await vscode.page.screenshot({ clip: box })).toString('base64'));
    }
    assert.equal(pictures.size, texts.length, 'missing glyphs are drawn as the same box');
  });
});

describe('Claimlens elsewhere', () => {
  /** @type {import('./driver.mjs').WorkbenchDriver} */
  let vscode;
  // Before the next, not after each: when a test fails its picture is taken first.
  beforeEach(() => vscode?.close());
  after(() => vscode?.close());

  it('speaks English where VS Code does', async () => {
    vscode = await openWorkbench({ lang: 'en' });
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    assert.match(await vscode.hover(number, { expected: 'Unsourced number' }), /Speaker: 周屹/);
  });

  it('works in a folder that is not trusted', async () => {
    vscode = await openWorkbench({ trust: false });
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
  });

  it('works in the browser alone, without a machine behind it', async () => {
    vscode = await openWorkbench({ web: true });
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    assert.match(await vscode.hover(number, { expected: '无来源数字' }), /1,000,000 人次/);
    const line = vscode.page.locator('.part.panel .view-line', { hasText: '分词器：wasm' });
    await vscode.insist(line, () => vscode.command('Claimlens: 显示日志'));
  });
});
