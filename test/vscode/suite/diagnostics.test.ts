import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE, claimsOf, closeAll, codeOf, hasProblem, problemsOf, show } from '../support/claimlens.ts';

const NUMBER = '接近100万人次';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('stand at the words, with severity, source and a link to the rule', async () => {
    const { document } = await show({ content: ARTICLE });
    const problems = await problemsOf(document, 'the problems', (all) => hasProblem(document, all, 'unsourced-number', NUMBER));
    const problem = problems.find((one) => codeOf(one) === 'unsourced-number' && document.getText(one.range) === NUMBER);
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    const { target } = problem.code as { target: vscode.Uri };
    assert.match(target.path, /docs\/rules\/unsourced-number\.md$/);
    assert.ok(!hasProblem(document, problems, 'vague-attribution', '业内人士'), 'tinted only');
    const { claims } = await claimsOf(document);
    assert.equal(claims.find(({ code }) => code === 'vague-attribution')?.severity, 'hint');
  });

  it('come and go with typing, and never vanish in between', async () => {
    const editor = await show({ content: ARTICLE });
    const { document } = editor;
    await problemsOf(document, 'the problems', (all) => hasProblem(document, all, 'unsourced-number', NUMBER));
    const counts: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() => counts.push(vscode.languages.getDiagnostics(document.uri).length));
    try {
      const end = document.lineAt(document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, '\n他们去年收入4.7亿元。\n'));
      await problemsOf(document, 'the new problem', (all) => hasProblem(document, all, 'unsourced-number', '4.7亿元'));
    } finally {
      listener.dispose();
    }
    assert.ok(
      counts.every((count) => count > 0),
      counts.join(' '),
    );
    const added = document.lineCount - 2;
    await editor.edit((edit) => edit.delete(document.lineAt(added).rangeIncludingLineBreak));
    await problemsOf(document, 'the problem gone', (all) => all.length > 0 && !hasProblem(document, all, 'unsourced-number', '4.7亿元'));
  });

  it('follow their words when lines are put in above', async () => {
    const editor = await show({ content: ARTICLE });
    const { document } = editor;
    await problemsOf(document, 'the problems', (all) => hasProblem(document, all, 'unsourced-number', NUMBER));
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), '第一段写在前面。\n\n'));
    const { claims } = await claimsOf(document);
    const claim = claims.find(({ text }) => text === NUMBER);
    assert.ok(claim);
    assert.equal(document.getText().slice(claim.start, claim.end), NUMBER);
    await problemsOf(document, 'the problem at its words', (all) => all.some((one) => document.getText(one.range) === NUMBER));
  });
});
