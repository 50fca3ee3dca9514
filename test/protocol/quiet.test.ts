import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLAIMS_REQUEST, type ClaimsResult } from '../../common/protocol.ts';
import { PULL, start, stopAll, type TestClient } from './harness.ts';

const uri = 'file:///articles/q.md';
const codes = ({ items }: { items: Diagnostic[] }) => items.map(({ code }) => code);

async function opened(text: string, languageId = 'markdown', options: Parameters<typeof start>[0] = {}): Promise<TestClient> {
  const { client } = await start({ capabilities: PULL, locale: 'zh-cn', ...options });
  await client.open(uri, text, languageId);
  return client;
}

/** The problems once they are as expected: whenever the server asks to ask again, they are. */
async function eventually(client: TestClient, accept: (items: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  for (;;) {
    const again = client.next('workspace/diagnostic/refresh');
    const { items } = await client.pull(uri);
    if (accept(items)) return items;
    await again;
  }
}

describe('language server: quiet by default', () => {
  after(stopAll);

  it('holds what is found in the clause being typed until the clause ends', async () => {
    const client = await opened('这家公司去年收入3.26亿元。\n\n市场很大，');
    const before = codes(await client.pull(uri));
    assert.ok(before.includes('unsourced-number'));
    let version = 1;
    let character = 5;
    const type = async (text: string) => {
      const at = { line: 2, character };
      character += text.length;
      await client.change(uri, ++version, [{ range: { start: at, end: at }, text }]);
      return codes(await client.pull(uri));
    };
    for (const text of ['他们', '一定会', '赚4.7', '亿元']) assert.deepEqual(await type(text), before, `after ${text}`);
    const after = await type('。');
    assert.ok(after.length > before.length, after.join());
    assert.ok(after.filter((code) => code === 'unsourced-number').length > before.filter((code) => code === 'unsourced-number').length);
  });

  it('gives problems of a long article at every stroke, and has its views ask again once the typing pauses', async () => {
    const text = '这家公司去年接待了接近100万人次。\n'.repeat(6000);
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn' });
    const told = client.next('claimlens/claimsChanged');
    await client.open(uri, text, 'plaintext');
    await client.pull(uri);
    await told;
    const before = client.seen.length;
    const last = client.next<{ version: number }>('claimlens/claimsChanged', ({ version }) => version === 6);
    for (let version = 2; version <= 6; version++) {
      const at = { line: 3000, character: version };
      await client.change(uri, version, [{ range: { start: at, end: at }, text: '很' }]);
      const { items } = await client.pull(uri);
      assert.ok(items.length > 0);
      // Told at once, a notice would have come before the answer.
      const notices = client.seen.slice(before).filter(({ event }) => event === 'claimlens/claimsChanged');
      assert.ok(!notices.some(({ params }) => (params as { version: number }).version === version), `stroke ${version}`);
    }
    await last;
  });

  it('tells it after a pause, too, and at once when it was pasted', async () => {
    const client = await opened('市场很大，。');
    assert.deepEqual(codes(await client.pull(uri)), []);
    const at = { line: 0, character: 5 };
    await client.change(uri, 2, [{ range: { start: at, end: at }, text: '光是今年就砸进去12亿元' }]);
    assert.deepEqual(codes(await client.pull(uri)), []);
    await eventually(client, (items) => items.some(({ code }) => code === 'unsourced-number'));
    await client.change(uri, 3, [{ range: { start: at, end: at }, text: '这家公司接待了接近100万人次客人以后的' }]);
    const { items } = await client.pull(uri);
    assert.ok(
      items.some(({ message }) => String(message).includes('接近100万人次')),
      items.map(({ message }) => message).join(),
    );
  });

  it('keeps what stands in the clause while it is edited', async () => {
    const client = await opened('市场很大，光是今年就砸进去12亿元。');
    assert.ok(codes(await client.pull(uri)).includes('unsourced-number'));
    const at = { line: 0, character: 5 };
    await client.change(uri, 2, [{ range: { start: at, end: at }, text: '总' }]);
    assert.ok(codes(await client.pull(uri)).includes('unsourced-number'));
  });

  it('checks on save, or by command only, where the setting says so', async () => {
    const count = async (client: TestClient) => (await client.pull(uri)).items.length;
    const edit = [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '去年收入4.7亿元，人手还是原来那些人。' },
    ];
    const onSave = await opened('市场很大，大家都看好它。', 'markdown', { options: { settings: { run: 'onSave' } } });
    const before = await count(onSave);
    await onSave.change(uri, 2, edit);
    assert.equal(await count(onSave), before, 'not before it is saved');
    await onSave.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.ok((await count(onSave)) > before);
    const manual = await opened(`${edit[0]!.text}市场很大。`, 'markdown', { options: { settings: { run: 'manual' } } });
    assert.equal(await count(manual), 0, 'not before it is asked for');
    await manual.connection.sendRequest('workspace/executeCommand', { command: 'claimlens.server.check', arguments: [{ uri }] });
    assert.ok((await count(manual)) > 0);
  });

  it('checks no sooner for whoever asks something else', async () => {
    const text = '去年收入4.7亿元，人手还是原来那些人。市场很大。';
    const manual = await opened(text, 'markdown', { options: { settings: { run: 'manual' } } });
    const symbols = () => manual.connection.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
    const claims = () => manual.connection.sendRequest<ClaimsResult>(CLAIMS_REQUEST, { uri });
    assert.deepEqual(await symbols(), []);
    assert.equal((await claims()).skipped, 'waiting');
    // The client asks for the review with the claims.
    await manual.connection.sendRequest('claimlens/review', { uri });
    assert.equal((await claims()).skipped, 'waiting');
    assert.deepEqual((await manual.pull(uri)).items, []);
    await manual.connection.sendRequest('workspace/executeCommand', { command: 'claimlens.server.check', arguments: [{ uri }] });
    assert.ok((await symbols()).length > 0);
    assert.equal((await claims()).skipped, null);
    const told = (await manual.pull(uri)).items.length;
    assert.ok(told > 0);
    const at = { line: 0, character: 0 };
    await manual.change(uri, 2, [{ range: { start: at, end: at }, text: '前年收入3.6亿元。' }]);
    assert.equal((await claims()).version, 2);
    assert.ok((await claims()).claims.every(({ text }) => text !== '3.6亿元'));
    assert.equal((await manual.pull(uri)).items.length, told);
  });

  it('lists what nobody sourced, sums that fail and promises; the rest is tinted only, unless the profile says more', async () => {
    const text = '这家公司去年收入4.7亿元。业内人士说，所有对手都一定会输，它是行业第一，真是卧槽。';
    const all = async (profile: string) =>
      new Set(codes(await (await opened(text, 'markdown', { options: { settings: { profile } } })).pull(uri)));
    assert.deepEqual(await all('editor'), new Set(['unsourced-number']));
    for (const code of ['unsourced-number', 'absolute-wording', 'vague-attribution']) assert.ok((await all('compliance')).has(code), code);
    assert.ok((await all('everything')).has('relative-date'));
  });
});

const KINDS: readonly { name: string; text: string; reason: string }[] = [
  {
    name: 'next-line',
    text: '<!-- claimlens-disable-next-line unsourced-number: 原话 -->\n去年收入4.7亿元，人手没变。大家还在原来的楼里上班，食堂里的菜也还是老样子，园子里的树倒是高了不少。',
    reason: '原话',
  },
  {
    name: 'line',
    text: '去年收入4.7亿元，人手没变。大家还在原来的楼里上班，食堂里的菜也还是老样子，园子里的树倒是高了不少。 <!-- claimlens-disable-line unsourced-number: 原话 -->',
    reason: '原话',
  },
  {
    name: 'disable and enable',
    text: '<!-- claimlens-disable unsourced-number -->\n\n去年收入4.7亿元，人手没变。大家还在原来的楼里上班，食堂里的菜也还是老样子，园子里的树倒是高了不少。\n\n<!-- claimlens-enable unsourced-number -->',
    reason: '',
  },
  {
    name: 'file',
    text: '<!-- claimlens-disable-file unsourced-number -->\n\n去年收入4.7亿元，人手没变。大家还在原来的楼里上班，食堂里的菜也还是老样子，园子里的树倒是高了不少。',
    reason: '',
  },
  {
    name: 'every code',
    text: '<!-- claimlens-disable-next-line -->\n去年收入4.7亿元，人手没变。大家还在原来的楼里上班，食堂里的菜也还是老样子，园子里的树倒是高了不少。',
    reason: '',
  },
];

describe('language server: inline comments', () => {
  after(stopAll);

  for (const languageId of ['markdown', 'plaintext']) {
    for (const { name, text, reason } of KINDS) {
      it(`${name} in ${languageId}: ignored, with the reason, and the comment counts as used`, async () => {
        // The last comment shows that unused ones are told by now.
        const client = await opened(`${text}\n\n<!-- claimlens-disable-line no-such-rule -->\n`, languageId);
        const items = await eventually(client, (all) => all.some(({ code }) => code === 'unused-comment'));
        const { claims } = await client.claims(uri);
        const claim = claims.find(({ code }) => code === 'unsourced-number');
        assert.deepEqual(claim?.suppressed, { by: 'comment', reason });
        assert.deepEqual(codes({ items }), ['unused-comment']);
      });
    }

    it(`reports comments that ignore nothing in ${languageId}, and takes them away`, async () => {
      const text =
        '大家还在原来的楼里上班，食堂里的菜也还是老样子，园子里的树倒是高了不少。下午有人在楼下打球，有人坐在树下说话。\n\n<!-- claimlens-disable-next-line number-mismatch -->\n天气很好。\n\n<!-- claimlens-disable-file no-such-rule -->\n';
      const client = await opened(text, languageId);
      // Not before the segmenter is there: until then, claims may be missing.
      const items = await eventually(client, (all) => all.some(({ code }) => code === 'unused-comment'));
      const unused = items.filter(({ code }) => code === 'unused-comment');
      assert.deepEqual(
        unused.map(({ message, tags }) => [message, tags]),
        [
          ['这条注释没有忽略任何论断', [1]],
          ['没有“no-such-rule”这一类论断', [1]],
        ],
      );
      const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: unused[0]!.range,
        context: { diagnostics: [unused[0]] },
      });
      const edits = actions.find(({ title }) => title === '删去这条不起作用的注释')?.edit?.changes?.[uri] as TextEdit[];
      const after = TextDocument.applyEdits(TextDocument.create(uri, languageId, 1, text), edits);
      assert.equal(after, text.replace('<!-- claimlens-disable-next-line number-mismatch -->\n', ''));
    });
  }
});
