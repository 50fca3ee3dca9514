import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, DocumentSymbol, Hover, SemanticTokens } from 'vscode-languageserver-protocol/node';
import { CHECK_ARTICLE, type ReviewResult } from '../../common/protocol.ts';
import { PULL, start, stopAll, type TestClient } from './harness.ts';
import { Desk, NUMBER } from './review/desk.ts';

const uri = 'file:///articles/r.md';
const TEXT = '# 市场\n\n甲公司去年收入4.7亿元，乙公司今年接待了100万人次客人。\n\n丙公司砸进去12亿元，人手没变。\n';
const RUNS = ['onSave', 'manual'] as const;

const at = (line: number, character: number) => ({ line, character });
const insert = (line: number, character: number, text: string) => [
  { range: { start: at(line, character), end: at(line, character) }, text },
];
const remove = (line: number, from: number, to: number) => [{ range: { start: at(line, from), end: at(line, to) }, text: '' }];

async function checked(run: (typeof RUNS)[number], text = TEXT): Promise<TestClient> {
  const { client } = await start({ capabilities: PULL, locale: 'zh-cn', options: { settings: { run } } });
  await client.open(uri, text);
  if (run === 'manual') await check(client);
  assert.ok((await client.pull(uri)).items.length > 0);
  return client;
}

const check = (client: TestClient) =>
  client.connection.sendRequest('workspace/executeCommand', { command: CHECK_ARTICLE, arguments: [{ uri }] });
const saved = (client: TestClient) => client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
const document = { textDocument: { uri } };
const cut = (text: string, { range }: { range: Diagnostic['range'] }) =>
  text.split('\n')[range.start.line]!.slice(range.start.character, range.end.character);

describe('language server: checked on save or by command', () => {
  after(stopAll);

  for (const run of RUNS) {
    it(`keeps what was found in use at its present places: ${run}`, async () => {
      const client = await checked(run);
      const before = await client.claims(uri);
      const number = before.claims.find(({ text }) => text.includes('12亿元'))!;
      await client.change(uri, 2, insert(0, 0, '导语\n\n'));
      await client.change(uri, 3, insert(6, 0, '另外，'));
      const text = `导语\n\n${TEXT.replace('丙公司', '另外，丙公司')}`;
      const { claims, version, skipped } = await client.claims(uri);
      assert.deepEqual([version, skipped], [3, null]);
      assert.deepEqual(
        claims.map(({ id, text }) => [id, text]),
        before.claims.map(({ id, text }) => [id, text]),
      );
      for (const claim of claims) {
        assert.equal(cut(text, claim), claim.text);
        assert.equal(text.slice(claim.start, claim.end), claim.text);
      }
      const range = claims.find(({ id }) => id === number.id)!.range;
      const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', { ...document, position: range.start });
      assert.ok(hover);
      const { items } = await client.pull(uri);
      const context = { diagnostics: items.filter((item) => cut(text, item) === number.text) };
      assert.equal(context.diagnostics.length, 1);
      const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', { ...document, range, context });
      assert.ok(actions.length > 0);
      const tokens: SemanticTokens = await client.connection.sendRequest('textDocument/semanticTokens/full', document);
      assert.ok(tokens.data.length > 0);
      const [heading]: DocumentSymbol[] = await client.connection.sendRequest('textDocument/documentSymbol', document);
      assert.deepEqual([heading?.name, heading?.selectionRange.start], ['市场', at(2, 2)]);
      assert.ok(heading!.children!.length > 0);
      const { total } = await client.connection.sendRequest<ReviewResult>('claimlens/review', { uri });
      assert.ok(total > 0);
    });

    it(`lets go what an edit touches, until the next check: ${run}`, async () => {
      const client = await checked(run);
      const texts = async () => (await client.claims(uri)).claims.map(({ text }) => text);
      const before = await texts();
      assert.ok(before.includes('12亿元'));
      const character = TEXT.split('\n')[4]!.indexOf('12亿元');
      // At its borders nothing touches it.
      await client.change(uri, 2, insert(4, character, '约'));
      await client.change(uri, 3, insert(4, character + 1 + '12亿元'.length, '多'));
      assert.deepEqual(await texts(), before);
      await client.change(uri, 4, insert(4, character + 2, '3'));
      const after = before.filter((text) => text !== '12亿元');
      assert.deepEqual(await texts(), after);
      // Taken back: not before it is checked again.
      await client.change(uri, 5, remove(4, character + 2, character + 3));
      assert.deepEqual(await texts(), after);
      // The whole text anew, with one change: only what that touches.
      const text = TEXT.replace('丙公司砸进去12亿元', '丙公司砸进去约12亿元多').replace('4.7亿元', '4.8亿元');
      await client.change(uri, 6, [{ text }]);
      assert.deepEqual(
        await texts(),
        after.filter((one) => !one.includes('4.7亿元')),
      );
      if (run === 'manual') await check(client);
      else await saved(client);
      const now = await texts();
      assert.ok(now.some((one) => one.includes('4.8亿元')) && now.some((one) => one.includes('12亿元')), now.join());
    });

    it(`pulls are answered with present ranges, or as unchanged: ${run}`, async () => {
      const client = await checked(run);
      const { resultId, items } = await client.pull(uri);
      await client.change(uri, 2, insert(5, 0, '尾声'));
      assert.equal((await client.pull(uri, resultId)).kind, 'unchanged', 'behind all problems');
      await client.change(uri, 3, insert(0, 0, '导语\n\n'));
      const moved = items.map(({ range }) => at(range.start.line + 2, range.start.character));
      const full = await client.pull(uri);
      assert.deepEqual(
        full.items.map(({ range }) => range.start),
        moved,
      );
      assert.equal((await client.pull(uri, full.resultId)).kind, 'unchanged');
      const workspace = await client.connection.sendRequest<{ items: { uri: string; version: number; items: Diagnostic[] }[] }>(
        'workspace/diagnostic',
        { previousResultIds: [] },
      );
      const [told] = workspace.items;
      assert.deepEqual([told?.version, told?.items.map(({ range }) => range.start)], [3, moved]);
    });
  }

  it('follows many edits that nobody asked about', async () => {
    const client = await checked('manual');
    const before = (await client.claims(uri)).claims;
    for (let version = 2; version <= 700; version++) await client.change(uri, version, insert(0, 2, '很'));
    const { claims } = await client.claims(uri);
    assert.deepEqual(
      claims.map(({ start, text }) => [start, text]),
      before.map(({ start, text }) => [start + 699, text]),
    );
  });

  it('decides on what is shown, where it stands now', async () => {
    const desk = new Desk();
    try {
      const client = await desk.opened(undefined, { options: { settings: { run: 'onSave', reviewer: '甲' } } });
      const { id, start } = await desk.claim(client);
      await client.change(desk.uri, 2, insert(0, 0, '导语：去年收入9亿元。\n\n'));
      assert.equal((await desk.decide(client, { claim: id, change: { status: 'dismissed', reason: '口述' } })).error, null);
      const claim = await desk.claim(client);
      assert.deepEqual([claim.start, claim.suppressed?.by], [start + 13, 'review']);
      const messages = (await client.pull(desk.uri)).items.map(({ message }) => String(message));
      assert.ok(!messages.some((message) => message.includes(NUMBER) || message.includes('9亿元')), messages.join());
    } finally {
      desk.leave();
    }
  });
});
