import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import { check } from '../cli/run.ts';
import { PULL, start, stopAll } from './harness.ts';

const CONFIG = {
  customRules: [
    {
      code: 'house-hype',
      name: '自家禁语',
      words: ['闭眼买'],
      message: '“{text}”是本刊不用的说法。',
      why: '会误导读者。',
      severity: 'error',
    },
  ],
};
const TEXT = '他在会上说闭眼买就行，大家都点头。\n';

describe('custom rules of a project', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimlens-custom-'));
    writeFileSync(join(folder, 'claimlens.config.json'), JSON.stringify(CONFIG));
    writeFileSync(join(folder, 'a.md'), TEXT);
  });
  after(() => {
    stopAll();
    rmSync(folder, { recursive: true });
  });

  it('work in the editor: a problem, a hover, an action to ignore', async () => {
    const uri = pathToFileURL(join(folder, 'a.md')).href;
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn', folder: pathToFileURL(folder).href });
    await client.open(uri, TEXT);
    const { items } = await client.pull(uri);
    const problem = items.find(({ code }) => code === 'house-hype');
    assert.equal(problem?.message, '“闭眼买”是本刊不用的说法。');
    assert.equal(problem.severity, 1);
    const position = { line: 0, character: 6 };
    const hover: Hover = await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    assert.match((hover.contents as { value: string }).value, /\*\*自家禁语\*\*.*\n*[\s\S]*会误导读者/);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: problem.range,
      context: { diagnostics: [problem] },
    });
    assert.ok(actions.some(({ title }) => title === '忽略此处的“自家禁语”'));
    assert.equal((await client.claims(uri)).claims.find(({ code }) => code === 'house-hype')?.name, '自家禁语');
  });

  it('work at the command line, in every format', () => {
    for (const format of ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'csv', 'markdown', 'html']) {
      const { out, code } = check(folder, ['--format', format, 'a.md']);
      assert.equal(code, 1, format);
      assert.match(out, /是本刊不用的说法/, format);
    }
  });
});
