import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReviewAnswer } from '../../../common/protocol.ts';
import { problemsOf } from '../support/claimlens.ts';
import {
  claimOf,
  decide,
  exists,
  NUMBER,
  reviewFile,
  reviewing,
  row,
  rows,
  rowWhen,
  stored,
  withoutReviews,
  write,
} from '../support/review.ts';
import { clock, until } from '../support/wait.ts';

describe('the review', () => {
  const desk = reviewing();

  const run = (command: string, argument?: unknown): Thenable<ReviewAnswer> => vscode.commands.executeCommand(command, argument);
  const verified = () => rowWhen(desk.api, 'the status in the row', (now) => now?.description.includes('已核实') === true);

  it('verifies from the tree: on disk at once, in the row, in the progress', async () => {
    const answer = await run('claimlens.review.verify', row(desk.api)?.node);
    assert.equal(answer.error, null);
    assert.equal((await stored())[0].status, 'verified');
    await verified();
    await until(
      'the progress',
      () => desk.api.progress(),
      (progress) => /^1\/\d+$/.test(progress),
      [clock],
    );
  });

  it('does what is picked from the list of all actions, by keyboard alone', async () => {
    const at = desk.editor.document.positionAt(desk.editor.document.getText().indexOf(NUMBER) + 2);
    desk.editor.selection = new vscode.Selection(at, at);
    const asked = run('claimlens.review.choose');
    await until(
      'the first action taken',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return stored().catch(() => []);
      },
      (entries) => entries.length === 1,
      [clock],
    );
    assert.equal((await asked).error, null);
    assert.deepEqual([(await stored())[0].status, (await stored())[0].target.selector[0].exact], ['verified', NUMBER]);
    await verified();
    await run('claimlens.review.reopen', row(desk.api)?.node);
    assert.equal((await stored())[0].status, 'open');
  });

  it('decides about what the cursor is at, not about what stands somewhere before it', async () => {
    const { document } = desk.editor;
    desk.editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.equal(await run('claimlens.review.verify'), undefined);
    assert.equal(await exists(reviewFile()), false);
    const at = document.positionAt(document.getText().indexOf(NUMBER) + 2);
    desk.editor.selection = new vscode.Selection(at, at);
    assert.equal((await run('claimlens.review.verify')).error, null);
    assert.equal((await stored())[0].target.selector[0].exact, NUMBER);
  });

  it('groups by status', async () => {
    await run('claimlens.review.verify', row(desk.api)?.node);
    await verified();
    try {
      await vscode.commands.executeCommand('claimlens.groupBy', 'status');
      const labels = desk.api.tree().map(({ label }) => label);
      assert.deepEqual(labels, ['待核', '已核实']);
    } finally {
      await vscode.commands.executeCommand('claimlens.groupBy', 'code');
    }
  });

  it('dismisses: out of the problems, greyed in the tree with the reason', async () => {
    const has = (problems: readonly vscode.Diagnostic[]) => problems.some(({ range }) => desk.editor.document.getText(range) === NUMBER);
    await problemsOf(desk.editor.document, 'the problem', has);
    await decide(desk.editor.document.uri, claimOf(desk.api).id, { status: 'dismissed', reason: '受访者本人口述' });
    await problemsOf(desk.editor.document, 'no such problem', (problems) => !has(problems));
    const now = await rowWhen(desk.api, 'the reason in the row', (one) => one?.description.includes('受访者本人口述') === true);
    assert.equal(now?.ignored, true);
  });

  it('marks a selection that the analysis missed', async () => {
    const at = desk.editor.document.getText().indexOf('周屹');
    desk.editor.selection = new vscode.Selection(desk.editor.document.positionAt(at), desk.editor.document.positionAt(at + 2));
    const answer = await run('claimlens.review.mark', 'vague-attribution');
    assert.equal(answer.error, null);
    await until(
      'the marked claim',
      () => rows(desk.api).map(({ label }) => label),
      (labels) => labels.includes('周屹'),
      [clock],
    );
  });

  it('filters the list', async () => {
    const words = () => rows(desk.api).flatMap(({ node }) => (node as { claim?: { text: string } }).claim?.text ?? []);
    const all = words().length;
    try {
      await vscode.commands.executeCommand('claimlens.review.filter', '100万');
      assert.ok(row(desk.api));
      assert.ok(words().length > 0);
      assert.deepEqual(
        words().filter((text) => !text.includes('100万')),
        [],
      );
    } finally {
      await vscode.commands.executeCommand('claimlens.review.clearFilter');
    }
    assert.equal(words().length, all);
  });

  it('hears what git brings in', async () => {
    await run('claimlens.review.verify', row(desk.api)?.node);
    await verified();
    const text = JSON.stringify({ schemaVersion: 1, entries: (await stored()).map((entry: object) => ({ ...entry, status: 'wrong' })) });
    // Folder and all, as a checkout does it.
    await withoutReviews();
    await write(reviewFile(), text);
    await rowWhen(desk.api, 'the other status', (now) => now?.description.includes('有误') === true);
  });

  it('lists the predictions of the folder with a scorecard, and what became of one', async () => {
    const groups = async () => (await desk.api.predictions()).flatMap((node) => (node.type === 'group' ? [node] : []));
    const names = (await groups()).map(({ group }) => group);
    assert.ok(names.includes('speakers'));
    const coming = (await groups()).find(({ group }) => group !== 'speakers' && group !== 'resolved');
    const [first] = coming?.children ?? [];
    assert.ok(first?.type === 'prediction');
    const outcome = { result: 'partly', evidence: '年报', date: '2024-04-30' } as const;
    const answer = await decide(vscode.Uri.parse(first.item.uri), first.item.claim, { outcome });
    assert.equal(answer.error, null);
    const resolved = await until(
      'the outcome',
      async () => (await groups()).find(({ group }) => group === 'resolved')?.children ?? [],
      (children) => children.length === 1,
      [clock],
    );
    assert.ok(resolved[0]?.type === 'prediction');
    assert.deepEqual(resolved[0].item.outcome, outcome);
  });
});
