import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimsOf, closeAll, fileOf, show } from '../support/claimlens.ts';
import { ARTICLE, claimOf, decide, exists, NUMBER, reviewFile, reviewing, row, rowWhen, stored, textOf, write } from '../support/review.ts';
import { clock, until } from '../support/wait.ts';

describe('the files of the review', () => {
  const desk = reviewing();

  /** Decides once, and answers the file's text. */
  const decided = async (): Promise<string> => {
    const answer = await decide(desk.editor.document.uri, claimOf(desk.api).id, { status: 'verified' });
    assert.equal(answer.error, null);
    await rowWhen(desk.api, 'the status', (seen) => seen?.description.includes('已核实') === true);
    return textOf(reviewFile());
  };

  it('show two people’s decisions on one claim, and let one stand', async () => {
    const text = await decided();
    const file = JSON.parse(text);
    const [mine] = file.entries;
    // As git leaves it when two branches added an entry each.
    file.entries.push({ ...mine, id: 'theirs', status: 'wrong', reviewer: '乙', updated: '2020-01-01T00:00:00Z' });
    await write(reviewFile(), JSON.stringify(file, null, 2));
    await rowWhen(desk.api, 'that they disagree', (seen) => seen?.description.includes('结论不一') === true);
    const settled = vscode.commands.executeCommand('claimlens.review.settle', row(desk.api)?.node);
    await until(
      'one decision',
      async () => {
        // The newest stands first in the list.
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await stored()).length;
      },
      (count) => count === 1,
      [clock],
    );
    await settled;
    assert.deepEqual(
      (await stored()).map(({ id, status }: { id: string; status: string }) => [id, status]),
      [[mine.id, 'verified']],
    );
    await rowWhen(desk.api, 'that they agree', (seen) => seen?.description.includes('结论不一') === false);
  });

  const BROKEN: readonly [what: string, spoil: (text: string) => string, code: string, line: number][] = [
    ['has a merge conflict', (text) => text.replace('  "entries"', '<<<<<<< HEAD\n  "entries"'), 'review.mergeConflict', 2],
    ['is of a newer version', (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 99'), 'review.newer', 1],
    ['is broken', (text) => `${text.slice(0, -4)}\n`, 'review.syntax', -1],
    ['is none of ours', () => '{ "a": 1 }\n', 'review.foreign', 0],
  ];
  for (const [what, spoil, code, line] of BROKEN) {
    it(`is told at the place and left alone where it ${what}, until it is mended`, async () => {
      const text = await decided();
      const broken = spoil(text);
      await write(reviewFile(), broken);
      const problems = () =>
        vscode.languages
          .getDiagnostics(reviewFile())
          .filter(({ source }) => source === 'claimlens')
          .map((problem) => [String(problem.code), problem.range.start.line]);
      const [[found, at] = []] = await until('the problem in the file', problems, (all) => all.length === 1, [clock]);
      assert.equal(found, code);
      if (line >= 0) assert.equal(at, line);
      await until(
        'why it is read-only',
        () => desk.api.review(desk.editor.document.uri)?.problem ?? '',
        (problem) => problem.includes('只读'),
        [clock],
      );
      const answer = await decide(desk.editor.document.uri, claimOf(desk.api).id, { status: 'wrong' });
      assert.match(answer.error ?? '', /只读/);
      assert.equal(await textOf(reviewFile()), broken);
      // What was decided before stays in sight.
      assert.match(row(desk.api)?.description ?? '', /已核实/);
      await write(reviewFile(), text);
      await until('no problem', problems, (all) => all.length === 0, [clock]);
      assert.equal((await decide(desk.editor.document.uri, claimOf(desk.api).id, { status: 'wrong' })).error, null);
      assert.equal((await stored())[0].status, 'wrong');
    });
  }

  it('say that the text changed since, in the editor and when it is opened again', async () => {
    await decided();
    const { document } = desk.editor;
    const at = document.getText().indexOf('100万人次');
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + 3));
    await desk.editor.edit((edit) => edit.replace(range, '90'));
    const changed = (seen: { description: string } | undefined) => seen?.description.includes('原文已改动') === true;
    await rowWhen(desk.api, 'that the text changed', changed, '接近90万人次');
    await document.save();
    try {
      await closeAll();
      desk.editor = await show(ARTICLE);
      await rowWhen(desk.api, 'that the text changed, still', changed, '接近90万人次');
    } finally {
      const back = new vscode.WorkspaceEdit();
      back.replace(document.uri, new vscode.Range(range.start, range.start.translate(0, 2)), '100');
      await vscode.workspace.applyEdit(back);
      await vscode.workspace.save(document.uri);
    }
    await rowWhen(desk.api, 'the old words', (seen) => seen?.description.includes('原文已改动') === false);
  });

  it('move along with a renamed article, are put aside with a deleted one, and come back with it', async () => {
    const from = fileOf('moving.md');
    await vscode.workspace.fs.copy(desk.editor.document.uri, from, { overwrite: true });
    const copy = await show('moving.md');
    await claimsOf(copy.document);
    await rowWhen(desk.api, 'the row', Boolean);
    assert.equal((await decide(from, claimOf(desk.api).id, { status: 'verified', note: '还在' })).error, null);
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(from, fileOf('moved.md'));
    assert.ok(await vscode.workspace.applyEdit(rename));
    try {
      await until(
        'the review at its new place',
        async () => [await exists(reviewFile('moved.md')), await exists(reviewFile('moving.md'))],
        ([there, here]) => there === true && here === false,
        [clock],
      );
      const moved = await show('moved.md');
      await claimsOf(moved.document);
      await rowWhen(desk.api, 'the decision', (seen) => seen?.description.includes('已核实') === true);
      await until(
        'the note',
        () => desk.api.notes(moved.document.uri).length,
        (count) => count === 1,
        [clock],
      );
    } finally {
      const remove = new vscode.WorkspaceEdit();
      remove.deleteFile(fileOf('moved.md'), { ignoreIfNotExists: true });
      await vscode.workspace.applyEdit(remove);
    }
    const aside = fileOf('.claimlens/deleted/moved.md.json');
    await until('the review put aside', () => exists(aside), Boolean, [clock]);
    assert.match(await textOf(aside), new RegExp(NUMBER));
    assert.equal(await exists(reviewFile('moved.md')), false);
    await closeAll();
    const { fs } = vscode.workspace;
    await fs.copy(fileOf(ARTICLE), fileOf('moved.md'));
    try {
      await seenIn('moved.md');
      // Past the editor, as git would.
      await closeAll();
      await fs.rename(fileOf('moved.md'), fileOf('again.md'));
      await seenIn('again.md');
      assert.deepEqual([await exists(reviewFile('again.md')), await exists(reviewFile('moved.md'))], [true, false]);
    } finally {
      for (const name of ['moved.md', 'again.md']) await fs.delete(fileOf(name)).then(undefined, () => undefined);
    }
  });

  async function seenIn(name: string): Promise<void> {
    await claimsOf((await show(name)).document);
    await rowWhen(desk.api, 'the decision', (seen) => seen?.description.includes('已核实') === true);
  }
});
