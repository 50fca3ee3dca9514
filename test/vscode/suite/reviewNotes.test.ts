import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimOf, decide, NUMBER, reviewing, row, rowWhen, stored } from '../support/review.ts';
import { clock, until } from '../support/wait.ts';

describe('the notes of the review', () => {
  const desk = reviewing();

  const body = () => desk.api.notes(desk.editor.document.uri)[0]?.comments[0]?.body;
  const bodyWhen = (wanted: string | undefined) => until(`the note ${wanted}`, body, (now) => now === wanted, [clock]);

  it('stand in the margin at their claim, are added to, edited and deleted', async () => {
    const { uri } = desk.editor.document;
    await decide(uri, claimOf(desk.api).id, { note: '查过年报' });
    await bodyWhen('查过年报');
    const [thread] = desk.api.notes(uri);
    assert.equal(desk.editor.document.getText(thread?.range), NUMBER);
    await vscode.commands.executeCommand('claimlens.review.saveNote', { thread, text: '第 12 页' });
    await bodyWhen('查过年报\n第 12 页');
    assert.equal((await stored())[0].note, '查过年报\n第 12 页');
    const note = () => desk.api.notes(uri)[0]!.comments[0]!;
    await vscode.commands.executeCommand('claimlens.review.editNote', note());
    assert.equal(note().mode, vscode.CommentMode.Editing);
    // As VS Code hands it back: with the words of the box.
    await vscode.commands.executeCommand('claimlens.review.saveEdit', { ...note(), body: '第 13 页' });
    await bodyWhen('第 13 页');
    assert.equal(note().mode, vscode.CommentMode.Preview);
    assert.equal((await stored())[0].note, '第 13 页');
    await vscode.commands.executeCommand('claimlens.review.deleteNote', note());
    await bodyWhen(undefined);
    assert.equal((await stored())[0].note, undefined);
  });

  it('of a thread that the margin makes go to the claim on its line, wherever on it', async () => {
    const { uri } = desk.editor.document;
    const { line } = claimOf(desk.api).range.start;
    const first = desk.api.claims(uri)!.claims.find(({ range }) => range.start.line === line)!;
    assert.ok(first.range.start.character > 0);
    const controller = vscode.comments.createCommentController('claimlens.test', 'test');
    try {
      const thread = controller.createCommentThread(uri, new vscode.Range(line, 0, line, 0), []);
      assert.equal(await vscode.commands.executeCommand('claimlens.review.saveNote', { thread, text: '行首' }), true);
    } finally {
      controller.dispose();
    }
    assert.deepEqual(
      (await stored()).map(({ note }: { note: string }) => note),
      ['行首'],
    );
    await bodyWhen('行首');
    assert.equal(desk.editor.document.getText(desk.api.notes(uri)[0]?.range), first.text);
  });

  it('are there again after the server was restarted', async () => {
    await decide(desk.editor.document.uri, claimOf(desk.api).id, { status: 'disputed', note: '等回复' });
    await bodyWhen('等回复');
    await vscode.commands.executeCommand('claimlens.restart');
    await rowWhen(desk.api, 'the status', (seen) => seen?.description.includes('存疑') === true);
    await bodyWhen('等回复');
    assert.equal(desk.editor.document.getText(desk.api.notes(desk.editor.document.uri)[0]?.range), NUMBER);
    assert.equal((await decide(desk.editor.document.uri, claimOf(desk.api).id, { note: '有回复' })).error, null);
    await bodyWhen('有回复');
  });

  it('are written into a box that takes no word from the article, and typed words are kept', async () => {
    const before = desk.editor.document.getText();
    await vscode.commands.executeCommand('claimlens.review.note', row(desk.api)?.node);
    const box = await until(
      'the box',
      () => vscode.workspace.textDocuments.filter(({ uri, isClosed }) => uri.scheme === 'comment' && !isClosed),
      (boxes) => boxes.length > 0,
      [clock],
    );
    assert.equal(desk.api.notes(desk.editor.document.uri).length, 1);
    assert.ok(box.every((document) => document.getText() === ''));
    assert.equal(desk.editor.document.getText(), before);
    assert.ok(desk.editor.selection.isEmpty);
    const [draft] = desk.api.notes(desk.editor.document.uri);
    await vscode.commands.executeCommand('claimlens.review.saveEdit', { ...draft!.comments[0], body: '还没写完' });
    await bodyWhen('还没写完');
    assert.deepEqual(
      (await stored()).map(({ note, status }: { note: string; status: string }) => [note, status]),
      [['还没写完', 'open']],
    );
  });

  /** A box for a first note on the claim, and what edits the article at its place. */
  const begun = async () => {
    const { uri } = desk.editor.document;
    const { id, range } = claimOf(desk.api);
    await vscode.commands.executeCommand('claimlens.review.note', row(desk.api)?.node);
    await until(
      'the box',
      () => desk.api.notes(uri),
      (threads) => threads.length === 1,
      [clock],
    );
    const edit = async (change: (edit: vscode.WorkspaceEdit) => void) => {
      const all = new vscode.WorkspaceEdit();
      change(all);
      await vscode.workspace.applyEdit(all);
    };
    const save = (text: string) =>
      vscode.commands.executeCommand('claimlens.review.saveEdit', { ...desk.api.notes(uri)[0]!.comments[0], body: text });
    return { uri, id, start: new vscode.Position(range.start.line, range.start.character), edit, save };
  };

  it('open at their claim though lines were put before it since the list was made', async () => {
    const { uri } = desk.editor.document;
    const { node } = row(desk.api)!;
    const all = new vscode.WorkspaceEdit();
    const head = desk.editor.document.getText().indexOf('\n---\n') + '\n---\n'.length;
    all.insert(uri, desk.editor.document.positionAt(head), '\n\n');
    await vscode.workspace.applyEdit(all);
    await vscode.commands.executeCommand('claimlens.review.note', node);
    assert.deepEqual(
      desk.api.notes(uri).map(({ range }) => desk.editor.document.getText(range)),
      [NUMBER],
    );
  });

  it('go to their claim though the words around it changed while they were written', async () => {
    const { uri, id, start, edit, save } = await begun();
    await edit((all) => all.insert(uri, start, '大约'));
    const moved = () => desk.api.claims(uri)?.claims.find((one) => one.range.start.line === start.line && one.text.includes(NUMBER));
    await until('the claim under another id', moved, (now) => now !== undefined && now.id !== id, [clock]);
    assert.equal(await save('改过上文'), true);
    await bodyWhen('改过上文');
  });

  it('go to their claim though it was deleted and typed again while they were written', async () => {
    const { uri, start, edit, save } = await begun();
    const there = () => desk.api.claims(uri)?.claims.some(({ text }) => text === NUMBER) === true;
    await edit((all) => all.delete(uri, new vscode.Range(start, start.translate(0, NUMBER.length))));
    await until('no such claim', there, (now) => !now, [clock]);
    await edit((all) => all.insert(uri, start, NUMBER));
    await until('the claim', there, Boolean, [clock]);
    assert.equal(await save('重打一遍'), true);
    await bodyWhen('重打一遍');
  });
});
