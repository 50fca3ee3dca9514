import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { CLAIMS_CHANGED, type ClaimsChangedParams } from '../../common/protocol.ts';
import { PULL, start, stopAll, zh } from './harness.ts';
import { ARTICLE, ENGLISH } from './texts.ts';

const uri = 'file:///articles/a.md';
const at = (line: number, character: number) => ({ line, character });

describe('language server: diagnostics', () => {
  after(stopAll);

  it('pushes them to a client that knows nothing of pulling', async () => {
    const { client } = await start();
    const published = client.published1(uri);
    await client.open(uri, ARTICLE);
    const { version, diagnostics } = await published;
    assert.equal(version, 1);
    const number = diagnostics.find((d) => d.code === 'unsourced-number');
    assert.ok(number);
    assert.equal(number.source, 'claimlens');
    assert.equal(number.severity, 2);
    assert.match(number.codeDescription?.href ?? '', /docs\/rules\/unsourced-number\.md$/);
    assert.equal(typeof (number.data as { id: unknown }).id, 'string');
    assert.deepEqual(number.range, { start: at(4, 9), end: at(4, 17) });
    const closed = client.published1(uri);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual((await closed).diagnostics, []);
  });

  it('answers pulls, and unchanged when nothing is', async () => {
    const { client } = await start({ capabilities: PULL });
    await client.open(uri, ARTICLE);
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    assert.ok(first.items.some((d) => d.code === 'unsourced-number'));
    const second = await client.pull(uri, first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    // An edit below the last problem moves nothing.
    const end = ARTICLE.split('\n').length - 1;
    await client.change(uri, 2, [{ range: { start: at(end, 0), end: at(end, 0) }, text: '\n' }]);
    assert.equal((await client.pull(uri, first.resultId)).kind, 'unchanged');
    await client.change(uri, 3, [{ range: { start: at(0, 0), end: at(0, 0) }, text: '\n' }]);
    const moved = await client.pull(uri, first.resultId);
    assert.deepEqual(
      moved.items.map((d) => d.range.start.line),
      first.items.map((d) => d.range.start.line + 1),
    );
    assert.equal(client.published.size, 0);
  });

  it('pulls a whole workspace of open articles', async () => {
    const { client } = await start({ capabilities: PULL });
    await client.open(uri, ARTICLE);
    await client.open('untitled:Untitled-1', zh('他昨天说,公司收入3亿元。'), 'plaintext');
    type Report = { items: { uri: string; kind: string; version: number; resultId: string; items: unknown[] }[] };
    const { items }: Report = await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind, item.version]),
      [
        [uri, 'full', 1],
        ['untitled:Untitled-1', 'full', 1],
      ],
    );
    const previousResultIds = items.map((item) => ({ uri: item.uri, value: item.resultId }));
    const again: Report = await client.connection.sendRequest('workspace/diagnostic', { previousResultIds });
    assert.deepEqual(
      again.items.map((item) => item.kind),
      ['unchanged', 'unchanged'],
    );
  });

  it('follows typing, several edits in one change among it', async () => {
    const { client } = await start();
    await client.open(uri, ARTICLE);
    await client.published1(uri);
    const text = '他们去年收入4.7亿元。';
    const published = client.published1(uri, 2);
    await client.change(uri, 2, [
      { range: { start: at(5, 0), end: at(5, 0) }, text: '\n' },
      { range: { start: at(6, 0), end: at(6, 0) }, text: `${text}\n` },
      { range: { start: at(0, 0), end: at(1, 0) }, text: '' },
    ]);
    const { diagnostics } = await published;
    const found = diagnostics.find((d) => d.range.start.line === 5 && d.code === 'unsourced-number');
    assert.deepEqual(found?.range, { start: at(5, 6), end: at(5, 11) });
  });

  it('never publishes less while it checks again', async () => {
    const { client } = await start();
    await client.open(uri, ARTICLE);
    const { diagnostics } = await client.published1(uri);
    const last = client.published1(uri, 30);
    for (let version = 2; version <= 30; version++) {
      await client.change(uri, version, [{ range: { start: at(1, 0), end: at(1, 0) }, text: zh('又') }]);
    }
    await last;
    const counts = client.seen
      .filter(({ event }) => event === 'textDocument/publishDiagnostics')
      .map(({ params }) => (params as PublishDiagnosticsParams).diagnostics.length);
    assert.ok(
      counts.every((count) => count >= diagnostics.length),
      counts.join(' '),
    );
  });

  it('is silent on English text and on other languages', async () => {
    const { client } = await start();
    await client.open('file:///readme.md', ENGLISH);
    assert.equal((await client.claims('file:///readme.md')).skipped, 'notChinese');
    await client.open('file:///code.py', ARTICLE, 'python');
    assert.equal((await client.claims('file:///code.py')).skipped, 'disabled');
    assert.deepEqual(
      [...client.published.values()].flatMap((p) => p.diagnostics),
      [],
    );
    assert.equal(client.published.has('file:///code.py'), false);
  });

  it('becomes an article when enough Chinese has been typed', async () => {
    const { client } = await start({ capabilities: PULL });
    await client.open(uri, ENGLISH);
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.change(uri, 2, [{ text: ARTICLE }]);
    assert.ok((await client.pull(uri)).items.length > 0);
  });

  it('tells who listens that claims stand anew, and lists them', async () => {
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn' });
    const changed = client.next<ClaimsChangedParams>(CLAIMS_CHANGED, (p) => p.version === 1);
    await client.open(uri, ARTICLE);
    await changed;
    const { claims, version, skipped } = await client.claims(uri);
    assert.equal(version, 1);
    assert.equal(skipped, null);
    const claim = claims.find((c) => c.text === '3亿元');
    assert.ok(claim);
    assert.equal(claim.name, '无来源数字');
    assert.equal(claim.section, '现状');
    assert.equal(ARTICLE.slice(claim.start, claim.end), claim.text);
    assert.deepEqual([claim.line, claim.column], [claim.range.start.line + 1, claim.range.start.character + 1]);
    const starts = claims.map((c) => c.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it('refuses an article beyond the limit with a sentence', async () => {
    const { client } = await start({ options: { settings: { maximumSize: 0.001 } } });
    const told = client.next<{ message: string }>('window/showMessage');
    await client.open(uri, ARTICLE.repeat(20));
    assert.match((await told).message, /limit of 0\.001 MB/);
    assert.equal((await client.claims(uri)).skipped, 'tooLarge');
  });

  it('honours cancellation while it checks', async () => {
    const { client } = await start({ capabilities: PULL });
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    await client.open(uri, ARTICLE.repeat(3000));
    const source = new CancellationTokenSource();
    const pulled = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    await assert.rejects(pulled, { code: -32800 });
    // The server is not held up: the next answer is for the newest text.
    await client.change(uri, 2, [{ text: ARTICLE }]);
    const { items } = await client.pull(uri);
    assert.ok(items.length > 0 && items.length < 50);
  });
});
