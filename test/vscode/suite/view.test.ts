import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api, Row } from '../../../client/src/api.ts';
import { ARTICLE, claimlens, claimsOf, closeAll, set, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

const NUMBER = '接近100万人次';

describe('the claims view', () => {
  let api: Api;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    api = await claimlens();
    editor = await show({ content: ARTICLE });
    await claimsOf(editor.document);
  });
  afterEach(closeAll);

  const group = (by: string) => vscode.commands.executeCommand('claimlens.groupBy', by);
  const rowOf = (rows: readonly Row[], text: string): Row | undefined =>
    rows.flatMap((row) => [row, ...row.children]).find(({ label }) => label === text);

  it('lists the claims by pattern, speaker, section, or in a row', async () => {
    try {
      await group('code');
      const numbers = api.tree().find(({ label }) => label === '无来源数字');
      assert.equal(numbers?.description, String(numbers?.children.length));
      assert.equal(rowOf(numbers?.children ?? [], NUMBER)?.description, '— 第10行');
      await group('speaker');
      assert.ok(api.tree().some(({ label }) => label === '周屹'));
      await group('section');
      assert.ok(rowOf(api.tree().find(({ label }) => label === '现状')?.children ?? [], NUMBER));
      await group('flat');
      assert.equal(rowOf(api.tree(), NUMBER)?.description, '— 第10行 · 无来源数字');
    } finally {
      await group('code');
    }
  });

  it('lists by article what a check of the whole folder found, and leads there', async () => {
    await vscode.commands.executeCommand('claimlens.checkWorkspace');
    const articles = await api.folder.getChildren();
    assert.ok(articles.length >= 5, `${articles.length} articles`);
    const interview = articles.find((node) => node.uri.path.endsWith('/interview.md'));
    assert.ok(interview);
    const { description, accessibilityInformation } = api.folder.getTreeItem(interview);
    const found = await api.folder.getChildren(interview);
    assert.equal(description, String(found.length));
    assert.equal(accessibilityInformation?.label, `interview.md, ${found.length} 处论断`);
    const number = found.map((node) => api.folder.getTreeItem(node)).find(({ label }) => label === NUMBER);
    assert.match(String(number?.description), /周屹 · 第12行 · 无来源数字/);
    const { command, arguments: given = [] } = number!.command!;
    await vscode.commands.executeCommand(command, ...given);
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.getText(activeTextEditor.selection), NUMBER);
  });

  it('counts open claims on its badge and in the status bar', async () => {
    const { claims } = await claimsOf(editor.document);
    assert.equal(api.badge(), claims.length);
    assert.equal(api.status(), `${claims.length} 处论断`);
  });

  it('reveals the claim of a row, wherever it stands by now', async () => {
    const row = rowOf(api.tree(), NUMBER);
    assert.ok(row);
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), '前面多了一段。\n\n'));
    await vscode.commands.executeCommand('claimlens.revealClaim', row.node);
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.getText(activeTextEditor.selection), NUMBER);
  });

  it('follows the cursor', async () => {
    await vscode.commands.executeCommand('claimlens.showClaims');
    await vscode.window.showTextDocument(editor.document);
    const at = editor.document.positionAt(editor.document.getText().indexOf('一定'));
    editor.selection = new vscode.Selection(at, at.translate(0, 1));
    const selected = await until(
      'the row of the cursor',
      () => api.selected(),
      (text) => text?.includes('一定') === true,
      [clock],
    );
    assert.ok(selected);
  });

  it('goes to the next and the previous claim, around the end', async () => {
    const { document } = editor;
    const starts = [...new Set((await claimsOf(document)).claims.map(({ start }) => start))];
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('claimlens.nextClaim');
    assert.equal(document.offsetAt(editor.selection.start), starts[0]);
    await vscode.commands.executeCommand('claimlens.previousClaim');
    assert.equal(document.offsetAt(editor.selection.start), starts.at(-1));
    await vscode.commands.executeCommand('claimlens.nextClaim');
    assert.equal(document.offsetAt(editor.selection.start), starts[0]);
  });

  it('greys an ignored claim, and counts it no more', async () => {
    const before = api.badge();
    const { claims } = await claimsOf(editor.document);
    const { id } = claims.find(({ text }) => text === NUMBER)!;
    await vscode.commands.executeCommand('claimlens.server.ignore', { uri: editor.document.uri.toString(), id, reason: '口述' });
    await claimsOf(editor.document);
    const row = rowOf(api.tree(), NUMBER);
    assert.equal(row?.ignored, true);
    assert.match(row.description, /口述/);
    assert.ok(api.badge() < before);
  });

  it('takes the tints away when the document is no article any more', async () => {
    const tints = () => [...api.highlights(editor).values()].flat().length;
    await until('the tints', tints, (count) => count > 0, [clock]);
    await vscode.languages.setTextDocumentLanguage(editor.document, 'json');
    await until('no tint', tints, (count) => count === 0, [clock]);
  });

  it('tints claims by kind, and no more when switched off', async () => {
    const numbers = () => api.highlights(editor).get('numbers') ?? [];
    const tinted = () => numbers().some((range) => editor.document.getText(range) === NUMBER);
    await until('the tint', tinted, Boolean, [clock]);
    try {
      await set('highlight.enable', true);
      await vscode.commands.executeCommand('claimlens.toggleHighlight');
      await until(
        'no tint',
        () => numbers().length,
        (count) => count === 0,
        [clock],
      );
      await vscode.commands.executeCommand('claimlens.toggleHighlight');
      await until('the tint again', tinted, Boolean, [clock]);
    } finally {
      await set('highlight.enable', undefined);
    }
  });
});
