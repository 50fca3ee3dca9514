import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('sees a project file and a review that came after it was started, and tells what is wrong in them', async () => {
    const config = join(folder, 'claimlens.config.json');
    const codes = async () => {
      const { claims, notes } = JSON.parse((await call({ path: 'articles/a.md' })).text);
      return { codes: new Set(claims.map(({ code }: { code: string }) => code)), claims, notes };
    };
    assert.ok((await codes()).codes.has('unsourced-number'));
    writeFileSync(config, JSON.stringify({ rules: { 'unsourced-number': 'off' }, colour: 'red' }));
    const off = await codes();
    assert.ok(!off.codes.has('unsourced-number') && off.codes.has('relative-date'));
    assert.match(off.notes.join(), /claimlens\.config\.json.*colour/);
    rmSync(config);
    const { codes: again, claims } = await codes();
    assert.ok(again.has('unsourced-number'));
    const { text, start, end } = claims.find(({ code }: { code: string }) => code === 'unsourced-number');
    const selector = [
      { type: 'TextQuoteSelector', exact: text, prefix: ARTICLE.slice(start - 8, start), suffix: ARTICLE.slice(end, end + 8) },
      { type: 'TextPositionSelector', start, end },
    ];
    const at = '2024-03-01T08:00:00Z';
    const entry = {
      id: 'e1',
      code: 'unsourced-number',
      status: 'verified',
      reviewer: '林晓',
      created: at,
      updated: at,
      target: { selector },
    };
    mkdirSync(join(folder, '.claimlens/review/articles'), { recursive: true });
    const review = { schemaVersion: 1, article: 'articles/a.md', entries: [entry] };
    writeFileSync(join(folder, '.claimlens/review/articles/a.md.json'), JSON.stringify(review));
    const reviewed = (await codes()).claims.find(({ code }: { code: string }) => code === 'unsourced-number');
    assert.equal(reviewed.review?.status, 'verified');
  });

  it('reads nothing outside its folder, through links neither, and nothing that is no article', async () => {
    for (const path of ['../secret.md', join(outside, 'secret.md'), 'link.md', 'notes.json', 'articles', 'none.md']) {
      const { isError, text } = await call({ path });
      assert.ok(isError, path);
      assert.doesNotMatch(text, /3\.26/);
    }
  });

  it('takes nothing from above its folder', async () => {
    const top = desk({
      'in/a.md': ARTICLE,
      'claimlens.config.json': '{ "rules": { "unsourced-number": "off" } }',
      '.claimlens/review/in/a.md.json': '{',
    });
    const inner = new Client({ name: 'test', version: '1' });
    await inner.connect(new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp'], cwd: join(top, 'in') }));
    try {
      const { content } = await inner.callTool({ name: 'list_claims', arguments: { path: 'a.md' } });
      const text = (content as { text: string }[])[0]?.text ?? '';
      assert.match(text, /unsourced-number/);
      assert.doesNotMatch(text, /\.json/);
    } finally {
      await inner.close();
    }
  });
});
