import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkbenchDriver } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

const number = '接近100万人次';

describe('The review as people work with it', () => {
  /** @type {WorkbenchDriver} */
  let vscode;
  const reviews = () => join(vscode.folder, '.claimlens/review');
  const stored = () =>
    (existsSync(reviews()) ? readdirSync(reviews()) : [])
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => JSON.parse(readFileSync(join(reviews(), name), 'utf8')).entries);
  /** What VS Code keeps of notes that are being written. */
  const drafts = () => {
    const storage = join(vscode.userDataDir, 'User/workspaceStorage');
    const files = readdirSync(storage).map((name) => join(storage, name, 'claimlens.claimlens/notes.json'));
    return files
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join();
  };
  const entryWhen = (what, accept) =>
    vscode.eventually(
      what,
      () => stored()[0],
      (entry) => Boolean(entry && accept(entry)),
    );
  const listed = (driver, text) =>
    driver.eventually(
      `${text} in the list`,
      () => driver.treeRows(),
      (rows) => rows.some((row) => row.includes(number) && row.includes(text)),
    );

  /** The article as well: VS Code forgets what was opened in the last seconds. */
  async function openAnew() {
    await vscode.page.reload();
    await vscode.ready();
    await vscode.openFile('interview.md');
  }

  before(async () => {
    // The panel would leave the box no room.
    vscode = await openWorkbench({ settings: { 'comments.openView': 'never' } });
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
  });
  after(() => vscode?.close());

  it('keeps a note that was being written when the window went down', async () => {
    await vscode.clickText(number);
    await vscode.pick('Control+Alt+r', '写批注');
    await vscode.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await vscode.type('写到一半的批注');
    // At once, without a close or a save.
    await vscode.eventually('the words on disk', drafts, (text) => text.includes('写到一半的批注'));
    await openAnew();
    await vscode.page.locator('.review-widget .monaco-editor').first().waitFor();
    await vscode.eventually('the same words', async () =>
      (await vscode.page.locator('.review-widget').allInnerTexts()).join().includes('写到一半的批注'),
    );
    assert.deepEqual(stored(), []);
    const save = vscode.page.locator('.review-widget .monaco-button', { hasText: '保存' });
    await vscode.settled(save);
    await vscode.click(save);
    await entryWhen('the note on disk', ({ note }) => note === '写到一半的批注');
  });

  it('shows the note in the margin after the window was opened anew', async () => {
    await openAnew();
    await vscode.countSquiggles('warning');
    await vscode.page.locator('.comment-range-glyph.comment-thread, .comment-range-glyph.comment-thread-unresolved').first().waitFor();
    assert.equal(stored()[0].note, '写到一半的批注');
  });

  it('is seen at once in a second window on the same folder, and the other way round', async () => {
    const page = await vscode.page.context().newPage();
    const second = new WorkbenchDriver(page, vscode.folder, () => page.close());
    try {
      await page.goto(vscode.page.url());
      await second.ready();
      await second.openFile('interview.md');
      await second.countSquiggles('warning');
      await second.openView('论断镜');
      // The list follows the cursor; a row out of sight is not drawn.
      await second.clickText(number);
      await vscode.page.bringToFront();
      await vscode.openView('论断镜');
      await vscode.applyQuickFix(number, '标记“无来源数字”：存疑');
      await listed(vscode, '存疑');
      await page.bringToFront();
      await listed(second, '存疑');
      await second.applyQuickFix(number, '标记“无来源数字”：已核实');
      await vscode.page.bringToFront();
      await listed(vscode, '已核实');
      assert.equal(stored().length, 1);
      assert.equal(stored()[0].note, '写到一半的批注');
    } finally {
      await second.close();
    }
  });

  it('takes the outcome of a prediction with its evidence and its day, from the list of predictions', async () => {
    const pane = vscode.page.locator('.part.sidebar .pane', { has: vscode.page.locator('.pane-header[aria-label^="预测"]') });
    await vscode.click(pane.locator('.pane-header'));
    // Under the heading of what is overdue.
    const row = pane.locator('.monaco-list-row[data-index="1"]');
    await row.waitFor();
    await vscode.settled(row);
    const action = row.locator('.action-label[aria-label^="登记结果"]');
    // Drawn anew under the mouse, the row has its actions no more until it is pointed at again.
    await vscode.eventually('the row’s action', async () => {
      await vscode.point(row);
      return action.isVisible();
    });
    await vscode.click(action);
    const input = vscode.page.locator('.quick-input-widget:visible input');
    const answer = async (text) => {
      await input.first().waitFor();
      await vscode.press('Control+a');
      await vscode.type(text);
      await vscode.press('Enter');
    };
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: '部分应验' }).waitFor();
    await answer('部分应验');
    await vscode.page.locator('.quick-input-widget:visible', { hasText: '凭什么知道' }).waitFor();
    await answer('https://example.com/evidence');
    await vscode.page.locator('.quick-input-widget:visible', { hasText: '何时得知' }).waitFor();
    await answer('2024-05-31');
    const wanted = { result: 'partly', evidence: 'https://example.com/evidence', date: '2024-05-31' };
    await vscode.eventually(
      'the outcome on disk',
      () => stored().find(({ outcome }) => outcome)?.outcome,
      (outcome) => Boolean(outcome),
    );
    assert.deepEqual(stored().find(({ outcome }) => outcome).outcome, wanted);
  });
});
