import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/api.ts';
import type { ExportResult } from '../../../common/protocol.ts';
import { claimlens, claimsOf, closeAll, fileOf, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

const ARTICLE = 'interview.md';
const NUMBER = '接近100万人次';

describe('the report', () => {
  let api: Api;
  let editor: vscode.TextEditor;
  const written: vscode.Uri[] = [];
  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const target = (name: string) => {
    const uri = fileOf(name);
    written.push(uri);
    return uri;
  };
  const run = (argument: object): Thenable<ExportResult | undefined> => vscode.commands.executeCommand('claimlens.export', argument);
  const panelTab = () => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    return tabs.find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('claimlens.report'));
  };

  beforeEach(async () => {
    api = await claimlens();
    editor = await show(ARTICLE);
    await claimsOf(editor.document);
  });
  afterEach(async () => {
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    await closeAll();
  });

  const body = () => api.report(editor.document.uri)?.body ?? '';
  const opened = async () => {
    await vscode.commands.executeCommand('claimlens.showReport');
    await until('the report', body, (html) => html.includes(`>${NUMBER}</mark>`), [clock]);
  };

  it('opens beside the article, which keeps the focus', async () => {
    await opened();
    await until(
      'the title',
      () => panelTab()?.label,
      (label) => label === '报告：陪人开口说话的生意',
      [clock],
    );
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.match(body(), /各类论断[\s\S]*数字与出处[\s\S]*各人预测的语气[\s\S]*预测何时到期/);
    await vscode.commands.executeCommand('claimlens.showReport');
    assert.equal(vscode.window.tabGroups.all.length, 2, 'one panel an article');
  });

  it('follows the text and the review', async () => {
    await opened();
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), '\n\n周屹：明年利润一定会有9亿元。\n'));
    await until('the new sentence', body, (html) => html.includes('明年利润'), [clock]);
    const claim = api.claims(editor.document.uri)?.claims.find(({ text }) => text === NUMBER);
    const change = { status: 'dismissed', reason: '受访者本人口述' };
    await vscode.commands.executeCommand('claimlens.server.review', { uri: editor.document.uri.toString(), claim: claim?.id, change });
    written.push(fileOf(`.claimlens/review/${ARTICLE}.json`));
    await until('the decision', body, (html) => html.includes('受访者本人口述'), [clock]);
  });

  it('leads from a claim to its words, also after lines were put above them', async () => {
    await opened();
    await editor.edit((edit) => edit.insert(new vscode.Position(7, 0), '新的一行。\n\n'));
    const claim = (await claimsOf(editor.document)).claims.find(({ text }) => text === NUMBER);
    await until('the moved report', body, (html) => html.includes('新的一行'), [clock]);
    await api.report(editor.document.uri)?.click(claim!.id);
    const now = vscode.window.activeTextEditor;
    assert.equal(now?.document, editor.document);
    assert.equal(now?.document.getText(now.selection), NUMBER);
  });

  it('opens the article again for a claim whose article was closed', async () => {
    await opened();
    const { uri } = editor.document;
    const id = api.claims(uri)?.claims.find(({ text }) => text === NUMBER)?.id;
    const tab = vscode.window.tabGroups.all.flatMap((group) => group.tabs).find(({ input }) => input instanceof vscode.TabInputText);
    await vscode.window.tabGroups.close(tab!);
    await until(
      'no editor',
      () => vscode.window.visibleTextEditors.length,
      (count) => count === 0,
      [clock],
    );
    await api.report(uri)?.click(id!);
    const now = vscode.window.activeTextEditor;
    assert.equal(now?.document.getText(now.selection), NUMBER);
  });

  it('goes on when its article is called otherwise', async () => {
    const [before, now] = [target('before.md'), target('now.md')];
    await vscode.workspace.fs.writeFile(before, new TextEncoder().encode('# 试文\n\n这家公司两年来接待了接近100万人次。\n'));
    await show('before.md');
    await vscode.commands.executeCommand('claimlens.showReport');
    await until(
      'the report',
      () => api.report(before)?.body ?? '',
      (html) => html.includes('before.md'),
      [clock],
    );
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(before, now);
    await vscode.workspace.applyEdit(edit);
    await until(
      'the report under the new name',
      () => api.report(now)?.body ?? '',
      (html) => html.includes('now.md'),
      [clock],
    );
    assert.equal(api.report(before), undefined);
  });

  it('goes with its tab', async () => {
    await opened();
    // Its title comes late, and a tab with another title is another tab to the API.
    const tab = await until('the title', panelTab, (found) => found?.label.startsWith('报告：') === true, [clock]);
    await vscode.window.tabGroups.close(tab!);
    await until(
      'no panel',
      () => api.report(editor.document.uri),
      (report) => report === undefined,
      [clock],
    );
  });

  it('exports an article as a page that stands by itself, and as every other format', async () => {
    const html = target('interview.claims.html');
    const result = await run({ uri: editor.document.uri, folder: false, format: 'html', target: html });
    assert.equal(result?.articles, 1);
    const page = await read(html);
    assert.match(page, /^<!doctype html>\n<html lang="zh-CN">/);
    assert.match(page, /Content-Security-Policy/);
    assert.ok(page.includes(`>${NUMBER}</mark>`) && !page.includes('<script'));
    for (const [format, accept] of [
      ['markdown', /^# 论断检查报告/],
      ['csv', /^\ufeff?file,line/],
      ['sarif', /"version":"2\.1\.0"/],
      ['junit', /<testsuite name="interview\.md"/],
      ['annotations', /"AnnotationPage"/],
      ['claimreview', /^\[/],
      ['json', /"file": "interview\.md"/],
      ['jsonl', /^\{"file":"interview\.md"/],
    ] as const) {
      const file = target(`interview.${format}`);
      await run({ uri: editor.document.uri, folder: false, format, target: file });
      assert.match(await read(file), accept, format);
    }
  });

  it('exports a folder, with what the editor has not saved', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), '\n\n没有保存的一句：利润有9亿元。\n'));
    const file = target('claims.html');
    const result = await run({ uri: fileOf('.'), folder: true, format: 'html', target: file });
    assert.ok((result?.articles ?? 0) >= 5);
    const page = await read(file);
    assert.ok(page.includes('没有保存的一句'));
    for (const name of ['interview.md', 'column.md', 'stock-tip.md']) assert.ok(page.includes(`<small>${name}</small>`), name);
  });

  it('says so when there is nothing to export, and writes no file', async () => {
    const other = await show({ content: 'This library had 1,000,000 downloads last year.\n' });
    const file = target('none.csv');
    const result = await run({ uri: other.document.uri, folder: false, format: 'csv', target: file });
    assert.equal(result?.skipped, 'notArticle');
    await assert.rejects(read(file));
  });
});
