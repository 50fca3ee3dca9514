import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE, claimlens, claimsOf, closeAll, codeOf, fileOf, hasProblem, problemsOf, set, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

const NUMBER = '接近100万人次';

describe('settings', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    document = (await show({ content: ARTICLE })).document;
    await problemsOf(document, 'the problem', (all) => hasProblem(document, all, 'unsourced-number', NUMBER));
  });
  afterEach(async () => {
    for (const key of ['rules', 'enable', 'profile', 'problems.maximum', 'run']) await set(key, undefined);
    await closeAll();
  });

  const severity = (all: readonly vscode.Diagnostic[]) => all.find((one) => document.getText(one.range) === NUMBER)?.severity;

  it('a changed severity shows at once', async () => {
    // So that other problems stay when this one goes.
    await set('profile', 'everything');
    await set('rules', { 'unsourced-number': 'error' });
    await problemsOf(document, 'an error', (all) => severity(all) === vscode.DiagnosticSeverity.Error);
    await set('rules', { 'unsourced-number': 'off' });
    await problemsOf(document, 'none', (all) => severity(all) === undefined && all.length > 0);
  });

  it('the action for the workspace sets the rule beside what is set already', async () => {
    await set('rules', { superlative: 'error' });
    await vscode.commands.executeCommand('claimlens.setRule', {
      code: 'unsourced-number',
      severity: 'off',
      target: 'workspace',
      uri: document.uri.toString(),
    });
    const rules = vscode.workspace.getConfiguration('claimlens').inspect('rules')?.workspaceValue;
    assert.deepEqual(rules, { superlative: 'error', 'unsourced-number': 'off' });
    await problemsOf(document, 'none', (all) => !all.some((one) => codeOf(one) === 'unsourced-number'));
  });

  it('checking is switched off and on again', async () => {
    const api = await claimlens();
    await set('enable', true);
    await vscode.commands.executeCommand('claimlens.toggleChecking');
    await problemsOf(document, 'no problems', (all) => all.length === 0);
    await until('the state', api.state, (state) => state === 'disabled', [clock]);
    assert.equal(api.status(), '论断：已关闭');
    await vscode.commands.executeCommand('claimlens.toggleChecking');
    await problemsOf(document, 'the problem again', (all) => hasProblem(document, all, 'unsourced-number', NUMBER));
    await until('the state', api.state, (state) => state === 'claims', [clock]);
  });

  it('checking is only ever switched on by what says so', async () => {
    const enabled = () => vscode.workspace.getConfiguration('claimlens').get('enable');
    await set('enable', false);
    await vscode.commands.executeCommand('claimlens.toggleChecking', true);
    assert.equal(enabled(), true);
    await vscode.commands.executeCommand('claimlens.toggleChecking', true);
    assert.equal(enabled(), true);
  });

  it('lists at most so many problems', async () => {
    await set('problems.maximum', 1);
    await problemsOf(document, 'one problem', (all) => all.length === 1);
  });

  it('a project file counts as soon as it is written, without being asked', async () => {
    const file = fileOf('claimlens.config.json');
    const sample = (await show('interview.md')).document;
    await claimsOf(sample);
    const api = await claimlens();
    const level = () => api.claims(sample.uri)?.claims.find(({ text }) => text === NUMBER)?.severity;
    // The watcher may not be armed in the first seconds: the file is written again until it is noticed.
    let written = 0;
    const writeAgain = async () => {
      if (Date.now() - written < 2000) return;
      written = Date.now();
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`{ "rules": { "unsourced-number": "error" } } // ${written}\n`));
    };
    try {
      await until(
        'the severity that the project file says',
        () => writeAgain().then(level),
        (now) => now === 'error',
        [clock],
      );
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
