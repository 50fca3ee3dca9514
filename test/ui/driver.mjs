import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../tools/lib/project.mjs';
import { boxOfText, editorText, keptEditors } from './editor-dom.mjs';

const patience = 40_000;

/**
 * A person's hands and eyes in VS Code. Monaco draws in layers that cover each other, so this points with the mouse at
 * places instead of asking elements to be clicked. What it waits for, it waits for with patience, and says what was missing.
 */
export class WorkbenchDriver {
  /**
   * @param {import('playwright-core').Page} page for whatever is not here
   * @param {string | undefined} folder the copy of the folder that is open
   * @param {() => Promise<void>} close ends VS Code and removes the copy
   */
  constructor(page, folder, close) {
    this.page = page;
    this.folder = folder;
    this.close = close;
    /** Where VS Code keeps what it remembers. @type {string | undefined} */
    this.userDataDir = undefined;
    page.setDefaultTimeout(patience);
  }

  async ready() {
    await this.page.waitForSelector('.monaco-workbench .part.activitybar', { timeout: 60_000 });
    if (this.folder) await this.page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
  }

  /**
   * Closes the window and opens it again, once what VS Code has written down of its editors matches: in a browser it writes
   * every few seconds, and nothing when the window closes.
   * @param {RegExp} editors
   */
  async reopen(editors) {
    await this.eventually(
      'the editors kept',
      () => this.page.evaluate(keptEditors),
      (kept) => editors.test(kept),
    );
    await this.page.reload();
    await this.ready();
  }

  // — anywhere —

  /** Moves the mouse to the middle of the first match; a row that is drawn anew has no place for a moment. */
  async point(locator) {
    const { x, y, width, height } = await this.eventually('a place to point at', () => locator.first().boundingBox());
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  }

  /** Waits until the first match stays where it is: menus grow and move while they open. */
  settled(locator) {
    let before;
    return this.eventually('a place that stays', async () => {
      const now = JSON.stringify(await locator.first().boundingBox());
      const same = now === before;
      before = now;
      return same && now !== 'null';
    });
  }

  async click(locator) {
    await locator.first().waitFor();
    await this.point(locator);
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  /**
   * Reads until the reading is accepted, and returns it.
   * @template T
   * @param {string} what for the error's message
   * @param {() => T | Promise<T>} read
   * @param {(reading: T) => boolean} [accept] default: it is truthy
   */
  async eventually(what, read, accept = Boolean) {
    let reading;
    for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
      reading = await read();
      if (accept(reading)) return reading;
    }
    throw new Error(`${what}: not within ${patience / 1000} s; last seen: ${JSON.stringify(reading)}`);
  }

  press(keys) {
    return this.page.keyboard.press(keys);
  }

  /** Runs a command by what the palette calls it. */
  command(title) {
    return this.pick('F1', title);
  }

  /** Opens a file of the folder by its name. */
  async openFile(name) {
    await this.pick('Control+P', name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Takes the row of the quick pick that is open by what it says. */
  async take(text) {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await this.settled(row);
    await this.click(row);
  }

  /** Presses the key that opens a quick pick, types, waits for the row that says so, and takes it. */
  async pick(keys, text) {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input:focus');
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
    await this.insist(row, async () => {
      // What an earlier try left open would take the keys.
      if ((await input.count()) > 0) await this.press('Escape');
      await this.press(keys);
      if (await appears(input)) await this.page.keyboard.insertText(text);
    });
    await this.press('Enter');
  }

  /** A picture of the window: PNG, below the project's root. */
  async screenshot(file) {
    const path = resolve(root, file);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  /** The messages that popped up. */
  notifications() {
    return this.page.locator('.notification-toast').allInnerTexts();
  }

  /** Those that have gone by as well. */
  async allNotifications() {
    await this.command('Notifications: Show Notifications');
    return this.page.locator('.notifications-center .notification-list-item').allInnerTexts();
  }

  // — the editor —

  focusEditor() {
    return this.press('Control+1');
  }

  /** What the editor shows, line by line; only the lines in sight are drawn. */
  visibleText() {
    return this.page.evaluate(editorText);
  }

  /** Waits until the editor shows a text. */
  seesText(text) {
    return this.eventually(
      `the text ${text}`,
      () => this.visibleText(),
      (shown) => shown.includes(text),
    );
  }

  async type(text) {
    await this.page.keyboard.insertText(text);
  }

  /** The box around the nth place (from 0) where the editor shows a text, or null. */
  boxOf(text, nth = 0) {
    return this.page.evaluate(boxOfText, { text, nth });
  }

  /** Points at the middle of the nth place (from 0) where the editor shows a text, which must lie in one line. */
  async pointAtText(text, nth = 0) {
    const box = await this.eventually(`the text ${text}`, () => this.boxOf(text, nth));
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  }

  async clickText(text, nth = 0) {
    await this.pointAtText(text, nth);
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  /** @param {'error' | 'warning' | 'info' | 'hint'} severity */
  squiggles(severity = 'warning') {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** Waits for at least so many squiggles, and returns how many there are. */
  countSquiggles(severity = 'warning', atLeast = 1) {
    return this.eventually(
      `${atLeast} squiggles (${severity})`,
      () => this.squiggles(severity).count(),
      (count) => count >= atLeast,
    );
  }

  /** What the hover at a text says, once it says `expected`. */
  async hover(text, { nth = 0, expected = '' } = {}) {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: expected });
    await this.insist(hover, async () => {
      // Off the text first: pointing where the mouse already is would be no movement.
      await this.page.mouse.move(0, 0);
      await this.pointAtText(text, nth);
    });
    return (await hover.allInnerTexts())[0];
  }

  /** Acts until it shows, as a person would: a busy window closes by itself what was opened while it was still changing. */
  insist(locator, act) {
    return this.eventually(String(locator), async () => {
      await act();
      return appears(locator);
    });
  }

  /**
   * Puts the cursor into a text, opens the quick fixes there and returns their titles. Asked again, as a person would, when
   * the menu does not come or goes by itself: VS Code closes it when problems change while it opens.
   */
  async quickFixes(text, nth = 0) {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    return this.eventually('the quick fixes', async () => {
      await this.clickText(text, nth);
      await this.press('Control+.');
      if (await appears(rows)) {
        const stays = await this.settled(rows).catch(() => false);
        if (stays) return rows.allInnerTexts();
      }
      await this.press('Escape');
      return null;
    });
  }

  /** Applies the quick fix with that title at a text. */
  async applyQuickFix(text, title, nth = 0) {
    await this.quickFixes(text, nth);
    const row = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title });
    await this.click(row);
    await this.page.locator('.action-widget .monaco-list-row.action').first().waitFor({ state: 'hidden' });
  }

  /** The status bar's words on cursor and selection. */
  async selection() {
    return (await this.page.locator('[id="status.editor.selection"]').allInnerTexts())[0] ?? '';
  }

  // — views —

  /** Opens a view container by its title in the activity bar. */
  async openView(title) {
    const label = this.page.locator(`.activitybar .action-label[aria-label^="${title}"]`);
    await this.click(label);
    await this.page.locator('.part.sidebar .composite.title', { hasText: title }).waitFor();
  }

  /** The number on a view container's icon, or an empty text. */
  async badge(title) {
    const item = this.page.locator('.activitybar .action-item', { has: this.page.locator(`[aria-label^="${title}"]`) });
    return (await item.locator('.badge-content').allInnerTexts())[0] ?? '';
  }

  /** Rows of the trees in the side bar, those with that text. */
  treeRow(text) {
    return this.page.locator('.part.sidebar .pane-body .monaco-list-row', { hasText: text });
  }

  /** The rows in sight, as they read. */
  async treeRows() {
    const texts = await this.page.locator('.part.sidebar .pane-body .monaco-list-row').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  clickTreeRow(text) {
    return this.click(this.treeRow(text));
  }

  /** Opens the Problems panel and returns its rows once one of them says `expected`. */
  async problems(expected = '') {
    if ((await this.page.locator('.markers-panel:visible').count()) === 0) await this.press('Control+Shift+M');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: expected }).first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** The status bar item that says so. */
  statusItem(text) {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text });
  }
}

/** Whether something shows within a few seconds: what does not is asked for again, as a person would. */
function appears(locator) {
  return locator
    .first()
    .waitFor({ timeout: 5000 })
    .then(
      () => true,
      () => false,
    );
}
