import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import { PULL, start, stopAll } from './harness.ts';

const TEXT = '他们换上了液冷枪线，创业公司先要找到PMF。\n';

describe('the glossary of a desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-glossary-'));
  const uri = pathToFileURL(join(folder, 'a.md')).href;
  const config = join(folder, 'claimlens.config.json');
  after(() => {
    stopAll();
    rmSync(folder, { recursive: true });
  });

  it('explains in hovers and is written out by quick fixes, before the one that comes along', async () => {
    writeFileSync(config, JSON.stringify({ glossary: { 液冷枪线: '用液体冷却的充电电缆', pmf: '产品有人要', ETF: 7 } }));
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn', folder: pathToFileURL(folder).href });
    await client.open(uri, TEXT);
    const at = (word: string) => ({ line: 0, character: TEXT.indexOf(word) + 1 });
    const hover = async (word: string) => {
      const shown: Hover = await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: at(word) });
      return (shown.contents as { value: string }).value;
    };
    assert.equal(await hover('液冷枪线'), '**液冷枪线** · 用液体冷却的充电电缆');
    assert.match(await hover('PMF'), /产品有人要/);
    const written = async (word: string) => {
      const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at(word), end: at(word) },
        context: { diagnostics: [] },
      });
      return actions.map(({ title }) => title).filter((title) => title.startsWith('写出全称'));
    };
    assert.deepEqual(await written('液冷枪线'), ['写出全称：“液冷枪线（用液体冷却的充电电缆）”']);
    assert.deepEqual(await written('PMF'), ['写出全称：“PMF（产品有人要）”']);
  });

  it('is told where a meaning is none', async () => {
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn', folder: pathToFileURL(folder).href });
    const text = '{ "glossary": { "ETF": 7 } }';
    await client.open(pathToFileURL(config).href, text, 'jsonc');
    const { items } = await client.pull(pathToFileURL(config).href);
    assert.deepEqual(
      items.map(({ range }) => text.slice(range.start.character, range.end.character)),
      ['7'],
    );
  });
});
