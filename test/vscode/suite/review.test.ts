import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api, Row } from '../../../client/src/api.ts';
import type { ReviewAnswer } from '../../../common/protocol.ts';
import { claimlens, claimsOf, closeAll, fileOf, problemsOf, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

const ARTICLE = 'interview.md';
const NUMBER = '接近100万人次';

describe('the review', () => {
  let api: Api;
  let editor: vscode.TextEditor;
  const reviewFile = () => fileOf(`.claimlens/review/${ARTICLE}.json`);
  const stored = async () => JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(reviewFile()))).entries;
  const rows = (): readonly Row[] => api.tree().flatMap((row) => [row, ...row.children]);
  const row = () => rows().find(({ label }) => label === NUMBER);
  /** Without the node: it leads back to its group, which no error message could write. */
  const seen = () => {
    const found = row();
    return found && { description: found.description, ignored: found.ignored };
  };
  const rowWhen = (what: string, accept: (row: ReturnType<typeof seen>) => boolean) => until(what, seen, accept, [clock]);

  beforeEach(async () => {
    api = await claimlens();
    editor = await show(ARTICLE);
    await claimsOf(editor.document);
    await rowWhen('the row', Boolean);
  });
  afterEach(async () => {
    // The folder stays: VS Code's watcher may miss what happens in one that was made anew a moment after it was deleted.
    await vscode.workspace.fs.delete(reviewFile(), { useTrash: false }).then(undefined, () => undefined);
    await closeAll();
  });

  const run = (command: string, argument?: unknown): Thenable<ReviewAnswer> => vscode.commands.executeCommand(command, argument);

  it('verifies from the tree: on disk at once, in the row, in the progress', async () => {
    const answer = await run('claimlens.review.verify', row()?.node);
    assert.equal(answer.error, null);
    assert.equal((await stored())[0].status, 'verified');
    await rowWhen('the status in the row', (now) => now?.description.includes('已核实') === true);
    await until(
      'the progress',
      () => api.progress(),
      (progress) => /^1\/\d+$/.test(progress),
      [clock],
    );
  });

  it('groups by status', async () => {
    await run('claimlens.review.verify', row()?.node);
    await rowWhen('the status in the row', (now) => now?.description.includes('已核实') === true);
    try {
      await vscode.commands.executeCommand('claimlens.groupBy', 'status');
      const labels = api.tree().map(({ label }) => label);
      assert.deepEqual(labels, ['待核', '已核实']);
    } finally {
      await vscode.commands.executeCommand('claimlens.groupBy', 'code');
    }
  });

  it('dismisses: out of the problems, greyed in the tree with the reason', async () => {
    const { uri } = editor.document;
    const node = row()?.node as { claim: { id: string } };
    await vscode.commands.executeCommand('workbench.action.closeMessages').then(undefined, () => undefined);
    const has = (problems: readonly vscode.Diagnostic[]) => problems.some(({ range }) => editor.document.getText(range) === NUMBER);
    await problemsOf(editor.document, 'the problem', has);
    const change = { status: 'dismissed', reason: '受访者本人口述' };
    await vscode.commands.executeCommand('claimlens.server.review', { uri: uri.toString(), claim: node.claim.id, change });
    await problemsOf(editor.document, 'no such problem', (problems) => !has(problems));
    const now = await rowWhen('the reason in the row', (one) => one?.description.includes('受访者本人口述') === true);
    assert.equal(now?.ignored, true);
  });

  it('keeps notes in the margin, and finds them again from the file', async () => {
    const { uri } = editor.document;
    const node = row()?.node as { claim: { id: string } };
    await vscode.commands.executeCommand('claimlens.server.review', {
      uri: uri.toString(),
      claim: node.claim.id,
      change: { note: '查过年报' },
    });
    const [thread] = await until(
      'the thread',
      () => api.notes(uri),
      (threads) => threads.length === 1,
      [clock],
    );
    assert.equal(thread?.comments[0]?.body, '查过年报');
    assert.equal(editor.document.getText(thread?.range), NUMBER);
    await vscode.commands.executeCommand('claimlens.review.saveNote', { thread, text: '第 12 页' });
    await until(
      'the note',
      () => api.notes(uri)[0]?.comments[0]?.body,
      (body) => body === '查过年报\n第 12 页',
      [clock],
    );
    assert.equal((await stored())[0].note, '查过年报\n第 12 页');
  });

  it('marks a selection that the analysis missed', async () => {
    const at = editor.document.getText().indexOf('周屹');
    editor.selection = new vscode.Selection(editor.document.positionAt(at), editor.document.positionAt(at + 2));
    const answer = await run('claimlens.review.mark', 'vague-attribution');
    assert.equal(answer.error, null);
    await until(
      'the marked claim',
      () => rows().map(({ label }) => label),
      (labels) => labels.includes('周屹'),
      [clock],
    );
  });

  it('filters the list', async () => {
    try {
      await vscode.commands.executeCommand('claimlens.review.filter', '100万');
      assert.ok(row());
      const words = rows().flatMap(({ node }) =>
        (node as { claim?: { text: string } }).claim ? [(node as { claim: { text: string } }).claim.text] : [],
      );
      assert.ok(words.length > 0);
      assert.deepEqual(
        words.filter((text) => !text.includes('100万')),
        [],
      );
    } finally {
      await vscode.commands.executeCommand('claimlens.review.filter', '');
    }
  });

  it('hears what git brings in', async () => {
    await run('claimlens.review.verify', row()?.node);
    await rowWhen('the status', (now) => now?.description.includes('已核实') === true);
    const text = JSON.stringify({ schemaVersion: 1, entries: (await stored()).map((entry: object) => ({ ...entry, status: 'wrong' })) });
    // The watcher is not armed for its first seconds: written again until it tells.
    let times = 0;
    const write = () => vscode.workspace.fs.writeFile(reviewFile(), new TextEncoder().encode(text + '\n'.repeat(times++)));
    const again = setInterval(() => void write(), 1500);
    try {
      await write();
      await rowWhen('the other status', (now) => now?.description.includes('有误') === true);
    } finally {
      clearInterval(again);
    }
  });

  it('lists the predictions of the folder with a scorecard', async () => {
    const nodes = await api.predictions();
    const groups = nodes.flatMap((node) => (node.type === 'group' ? [node.group] : []));
    assert.ok(groups.includes('speakers'));
    assert.ok(groups.includes('overdue') || groups.includes('coming') || groups.includes('undated'));
  });
});
