import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CLI, desk } from './run.ts';

const ARTICLE = '---\ndate: 2024-02-22\n---\n\n昨天大家都在谈论这件事。这家公司去年收入3.26亿元，人手没有增加。\n';

describe('command line: mcp', () => {
  const outside = desk({ 'secret.md': ARTICLE });
  const folder = desk({ 'articles/a.md': ARTICLE, 'notes.json': '{}' });
  let client: Client;

  before(async () => {
    symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'));
    client = new Client({ name: 'test', version: '1' });
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp'], cwd: folder }));
  });
  after(() => client.close());

  const call = async (args: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name: 'list_claims', arguments: args });
    return { text: (content as { text: string }[])[0]?.text ?? '', isError: isError === true };
  };

  it('offers one tool, which only reads', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [['list_claims', true]],
    );
  });

  it('lists the claims of an article, all or some', async () => {
    const { date, claims } = JSON.parse((await call({ path: 'articles/a.md' })).text);
    assert.equal(date, '2024-02-22');
    const number = claims.find(({ code }: { code: string }) => code === 'unsourced-number');
    assert.deepEqual([number.text, number.line], ['3.26亿元', 5]);
    const some = JSON.parse((await call({ path: 'articles/a.md', codes: ['relative-date'] })).text).claims;
    assert.deepEqual([...new Set(some.map(({ code }: { code: string }) => code))], ['relative-date']);
  });

  it('reads nothing outside its folder, through links neither, and nothing that is no article', async () => {
    for (const path of ['../secret.md', join(outside, 'secret.md'), 'link.md', 'notes.json', 'articles', 'none.md']) {
      const { isError, text } = await call({ path });
      assert.ok(isError, path);
      assert.doesNotMatch(text, /3\.26/);
    }
  });
});
