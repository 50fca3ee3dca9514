import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimlens, closeAll, codeOf, fileOf, hasProblem, problemsOf, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

describe('claimlens.config.json', () => {
  const folder = 'desk';
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileOf(folder), { recursive: true });
  });

  async function write(name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(fileOf(`${folder}/${name}`), new TextEncoder().encode(text));
  }

  it('has what is wrong in it underlined at its place, in words', async () => {
    await claimlens();
    await write('claimlens.config.json', '{\n  "profil": "compliance",\n  "rules": { "superlative": "loud" }\n}\n');
    const { document } = await show(`${folder}/claimlens.config.json`);
    const problems = await problemsOf(document, 'both problems', (all) => all.length === 2);
    assert.deepEqual(problems.map((problem) => document.getText(problem.range)).sort(), ['"loud"', '"profil"']);
    assert.match(problems.find((one) => codeOf(one) === 'config.unknownKey')?.message ?? '', /没有“profil”这一项/);
  });

  it('leaves an article out, which is told apart from checking that is off', async () => {
    const api = await claimlens();
    await write('claimlens.config.json', JSON.stringify({ exclude: ['a.md'] }));
    await write('a.md', '这家公司两年来接待了接近100万人次。\n');
    await show(`${folder}/a.md`);
    await until('the state', api.state, (state) => state === 'excluded', [clock]);
    assert.equal(api.status(), '论断：未列入');
  });

  it('declares rules that are checked like ours', async () => {
    await claimlens();
    await write('claimlens.config.json', JSON.stringify({ customRules: [{ code: 'house-hype', name: '自家禁语', words: ['闭眼买'] }] }));
    await write('a.md', '他在会上说闭眼买就行，大家都点头。\n');
    const { document } = await show(`${folder}/a.md`);
    const problems = await problemsOf(document, 'the problem', (all) => hasProblem(document, all, 'house-hype', '闭眼买'));
    assert.match(problems.find((one) => codeOf(one) === 'house-hype')?.message ?? '', /“闭眼买”：自家禁语/);
  });
});
