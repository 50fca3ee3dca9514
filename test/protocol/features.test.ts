import assert from 'node:assert/strict';
import type {
  CodeAction,
  DocumentSymbol,
  Hover,
  InlayHint,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { IGNORE_WITH_REASON, SET_RULE } from '../../common/protocol.ts';
import { PULL, start, stopAll, type TestClient, zh } from './harness.ts';
import { ARTICLE } from './texts.ts';

const uri = 'file:///articles/f.md';
const number = { line: 4, character: 12 };

async function opened(text = ARTICLE, options: Parameters<typeof start>[0] = {}): Promise<TestClient> {
  const { client } = await start({ capabilities: PULL, locale: 'zh-cn', ...options });
  await client.open(uri, text);
  return client;
}

const ask = <T>(client: TestClient, method: string, params: object): Promise<T> =>
  client.connection.sendRequest(method, { textDocument: { uri }, ...params });

describe('language server: features', () => {
  after(stopAll);

  it('hovers with the number read out', async () => {
    const client = await opened();
    const hover = await ask<Hover>(client, 'textDocument/hover', { position: number });
    const { kind, value } = hover.contents as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    assert.match(value, /\*\*无来源数字\*\*/);
    assert.match(value, /1,000,000 人次/);
    assert.match(value, /\[规则说明\]\(https:/);
    assert.deepEqual(hover.range, { start: { line: 4, character: 9 }, end: { line: 4, character: 17 } });
    assert.equal(await ask(client, 'textDocument/hover', { position: { line: 1, character: 0 } }), null);
  });

  it('resolves dates by the article date, and asks for one where there is none', async () => {
    const undated = await opened();
    const value = async (client: TestClient, line: number) =>
      ((await ask<Hover>(client, 'textDocument/hover', { position: { line, character: 5 } })).contents as { value: string }).value;
    assert.match(await value(undated, 4), /文章没有日期/);
    const dated = await opened(`---\ndate: 2024-02-22\n---\n\n${ARTICLE}`);
    assert.match(await value(dated, 8), /2023年1月1日至2023年12月31日/);
  });

  it('hovers in plain text for clients without Markdown, and escapes the article in it', async () => {
    const plain = await opened(ARTICLE, { capabilities: {} });
    const { contents } = await ask<Hover>(plain, 'textDocument/hover', { position: number });
    assert.equal((contents as { kind: string }).kind, 'plaintext');
    const evil = await opened(zh('小明**说,<img src=x>[点我](command:evil)收入3亿元。\n'));
    const { claims } = await evil.claims(uri);
    for (const claim of claims) {
      const hover = await ask<Hover>(evil, 'textDocument/hover', { position: claim.range.start });
      assert.doesNotMatch((hover.contents as { value: string }).value, /(?<!\\)<img|(?<!\\)\]\(command/);
    }
  });

  it('outlines headings with the claims under them', async () => {
    const client = await opened();
    const [root] = await ask<DocumentSymbol[]>(client, 'textDocument/documentSymbol', {});
    assert.equal(root?.name, '标题');
    const sections = root.children?.filter((child) => child.kind === 15) ?? [];
    assert.deepEqual(
      sections.map((section) => section.name),
      ['现状', '展望'],
    );
    assert.ok(sections[0]?.children?.some((child) => child.name === '接近100万人次'));
    const flat = await opened(ARTICLE, { capabilities: {} });
    const all = await ask<SymbolInformation[]>(flat, 'textDocument/documentSymbol', {});
    assert.ok(all.every((symbol) => symbol.location.uri === uri));
  });

  it('finds claims of open articles', async () => {
    const client = await opened();
    const found: SymbolInformation[] = await client.connection.sendRequest('workspace/symbol', { query: '100万' });
    assert.ok(found.some((symbol) => symbol.name === '接近100万人次'));
    assert.deepEqual(await client.connection.sendRequest('workspace/symbol', { query: 'zzzz' }), []);
  });

  it('colours claims, whole, in a range and by what changed', async () => {
    const client = await opened();
    type Tokens = { resultId: string; data: number[] };
    const full = await ask<Tokens>(client, 'textDocument/semanticTokens/full', {});
    assert.equal(full.data.length % 5, 0);
    assert.ok(decode(full.data, ARTICLE).some(({ text }) => text === '接近100万人次'));
    const range = await ask<Tokens>(client, 'textDocument/semanticTokens/range', {
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 99 } },
    });
    assert.ok(range.data.length > 0 && range.data.length < full.data.length);
    await client.change(uri, 2, [{ range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: '另外' }]);
    const delta = await ask<SemanticTokensDelta>(client, 'textDocument/semanticTokens/full/delta', { previousResultId: full.resultId });
    const data = [...full.data];
    for (const edit of delta.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const again = await ask<Tokens>(client, 'textDocument/semanticTokens/full', {});
    assert.deepEqual(data, again.data);
    assert.ok(delta.edits.reduce((sum, edit) => sum + (edit.data?.length ?? 0), 0) < again.data.length);
  });

  it('ignores here: the action applied, the problem is gone', async () => {
    const client = await opened();
    const { items } = await client.pull(uri);
    const problem = items.find((d) => d.code === 'unsourced-number');
    assert.ok(problem);
    const actions = await ask<CodeAction[]>(client, 'textDocument/codeAction', {
      range: problem.range,
      context: { diagnostics: [problem] },
    });
    const action = actions.find((a) => a.title === '忽略此处的“无来源数字”');
    assert.ok(action && !action.edit);
    assert.deepEqual(action.diagnostics, [problem]);
    const resolved: CodeAction = await client.connection.sendRequest('codeAction/resolve', action);
    const edits = resolved.edit?.changes?.[uri] ?? [];
    await client.change(uri, 2, [{ text: apply(ARTICLE, edits) }]);
    const after = await client.pull(uri);
    assert.ok(!after.items.some((d) => d.code === 'unsourced-number' && d.range.start.line === problem.range.start.line + 1));
    const suppressed = (await client.claims(uri)).claims.find((c) => c.text === '接近100万人次');
    assert.deepEqual(suppressed?.suppressed, { by: 'comment', reason: '' });
  });

  it('switches a rule off for the file, below its front matter', async () => {
    const text = `---\ntitle: x\n---\n${ARTICLE}`;
    const client = await opened(text, { capabilities: {} });
    const actions = await ask<CodeAction[]>(client, 'textDocument/codeAction', {
      range: { start: { line: 7, character: 12 }, end: { line: 7, character: 12 } },
      context: { diagnostics: [] },
    });
    const edits = actions.find((a) => a.title === '本文不再检查“无来源数字”')?.edit?.changes?.[uri];
    assert.ok(edits);
    const changed = apply(text, edits);
    assert.match(changed, /^---\ntitle: x\n---\n<!-- claimlens-disable-file unsourced-number -->\n/);
    await client.change(uri, 2, [{ text: changed }]);
    const { claims } = await client.claims(uri);
    assert.ok(claims.filter((c) => c.code === 'unsourced-number').every((c) => c.suppressed));
  });

  it('offers the commands that the client carries out, and no others', async () => {
    const context = { range: { start: number, end: number }, context: { diagnostics: [] } };
    const plain = await ask<CodeAction[]>(await opened(), 'textDocument/codeAction', context);
    assert.ok(plain.every((action) => !action.command));
    const client = await opened(ARTICLE, { options: { clientCommands: [IGNORE_WITH_REASON, SET_RULE] } });
    const commands = (await ask<CodeAction[]>(client, 'textDocument/codeAction', context)).flatMap((a) => (a.command ? [a.command] : []));
    const off = commands.filter((c) => c.command === SET_RULE && c.arguments?.[0].code === 'unsourced-number');
    assert.deepEqual(
      off.map((c) => c.arguments?.[0].target),
      ['workspace', 'user'],
    );
    assert.ok(commands.some((c) => c.command === IGNORE_WITH_REASON && c.arguments?.[0].uri === uri));
  });

  it('ignores with a reason by command', async () => {
    const client = await opened();
    const { claims } = await client.claims(uri);
    const claim = claims.find((c) => c.text === '接近100万人次');
    const edited = new Promise<TextEdit[]>((resolve) =>
      client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: { changes: Record<string, TextEdit[]> } }) => {
        resolve(edit.changes[uri] ?? []);
        return { applied: true };
      }),
    );
    const done = client.connection.sendRequest('workspace/executeCommand', {
      command: 'claimlens.server.ignore',
      arguments: [{ uri, id: claim?.id, reason: '受访者口述 --> 保留' }],
    });
    const changed = apply(ARTICLE, await edited);
    assert.equal(await done, true);
    await client.change(uri, 2, [{ text: changed }]);
    const after = (await client.claims(uri)).claims.find((c) => c.text === '接近100万人次');
    assert.deepEqual(after?.suppressed, { by: 'comment', reason: '受访者口述 —> 保留' });
  });

  it('says what is wrong with a command or its argument', async () => {
    const client = await opened();
    const cases: [command: string, args: unknown[] | undefined, says: RegExp][] = [
      ['claimlens.server.check', [], /^claimlens\.server\.check: arguments\[0\] 应为/],
      ['claimlens.server.check', undefined, /arguments\[0\] 应为/],
      ['claimlens.server.check', [{}], /arguments\[0\] 应为 "uri"/],
      ['claimlens.server.check', [{ uri: 1 }], /arguments\[0\]\.uri 应为/],
      ['claimlens.server.check', [null], /arguments\[0\] 应为/],
      ['claimlens.server.check', [uri], /arguments\[0\] 应为/],
      ['claimlens.server.ignore', [], /arguments\[0\] 应为/],
      ['claimlens.server.ignore', [{ uri }], /应为 "id"/],
      ['claimlens.server.ignore', [{ uri, id: 'a', reason: 1 }], /arguments\[0\]\.reason/],
      ['claimlens.server.review', [{}], /应为 "uri"/],
      ['claimlens.server.review', [{ uri, claim: 'a', change: { status: 'nice' } }], /arguments\[0\]\.change\.status 应为/],
      ['claimlens.server.review', [{ uri, claim: 'a', change: { status: 'done' } }], /change\.status 应为 open \|/],
      ['claimlens.server.review', [{ uri, claim: 'a', change: { note: 5 } }], /change\.note 应为/],
      ['claimlens.server.review', [{ uri, claim: 'a', change: { outcome: { result: 'right' } } }], /change\.outcome\.result 应为 true \|/],
      ['claimlens.server.review', [{ uri, claim: 'a', change: { outcome: { result: 'true', date: '2025-99-01' } } }], /outcome\.date 应为/],
      ['claimlens.server.review', [{ uri, claim: 'a', change: { sources: ['https://example.com'] } }], /change\.sources\[0\] 应为/],
      [
        'claimlens.server.review',
        [{ uri, claim: 'a', change: { sources: [{ url: 'https://example.com', seen: 'yesterday' }] } }],
        /seen 应为/,
      ],
      ['claimlens.server.review', [{ uri, claim: 'a', change: { sources: [{ citation: '年报', seen: '2025-02-30' }] } }], /seen 应为/],
      [
        'claimlens.server.review',
        [{ uri, claim: 'a', change: { sources: [{ url: 'javascript:alert(1)' }] } }],
        /sources\[0\]\.url 应为 https/,
      ],
      [
        'claimlens.server.review',
        [{ uri, claim: 'a', change: { sources: [{ url: ' Java\tscript:alert(1)' }] } }],
        /sources\[0\]\.url 应为 https/,
      ],
      ['claimlens.server.review', [{ uri, range: { start: 1 }, code: 'advice' }], /arguments\[0\]\.range 应为/],
      ['claimlens.server.none', [], /unknown command: claimlens\.server\.none/],
    ];
    for (const [command, args, says] of cases)
      await assert.rejects(
        client.connection.sendRequest('workspace/executeCommand', { command, arguments: args }),
        (error: { code: number; message: string }) => error.code === -32602 && says.test(error.message),
        `${command} ${JSON.stringify(args)}`,
      );
    // Null is what some clients send for nothing.
    const without = { command: 'claimlens.server.ignore', arguments: [{ uri, id: 'gone', reason: null }] };
    assert.equal(await client.connection.sendRequest('workspace/executeCommand', without), false);
    const unknown = { command: 'claimlens.server.check', arguments: [{ uri: 'nowhere' }] };
    assert.deepEqual(await client.connection.sendRequest('workspace/executeCommand', unknown), {
      claims: [],
      version: 0,
      date: null,
      skipped: 'disabled',
    });
  });

  it('tells of a claim’s number what covers it', async () => {
    const client = await opened();
    const { claims } = await client.claims(uri);
    assert.equal(claims.find((c) => c.text === '接近100万人次')?.quantity?.['source'], null);
  });

  it('shows lenses and hints where they are asked for', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const quiet = await opened();
    assert.deepEqual(await ask(quiet, 'textDocument/codeLens', {}), []);
    assert.deepEqual(await ask(quiet, 'textDocument/inlayHint', { range }), []);
    const client = await opened(ARTICLE, { options: { settings: { 'inlayHints.numbers': true, codeLens: { enable: true } } } });
    const lenses = await ask<{ command: { title: string } }[]>(client, 'textDocument/codeLens', {});
    assert.match(lenses[1]?.command.title ?? '', /无来源数字 2/);
    const hints = await ask<InlayHint[]>(client, 'textDocument/inlayHint', { range });
    assert.ok(
      hints.some((hint) => hint.label === '= 5,000,000,000 元'),
      JSON.stringify(hints),
    );
    const small = await opened('这两年，公司用三个人做到了一千万元，毛利率约三成，这说明了什么？\n', {
      options: { settings: { 'inlayHints.numbers': true } },
    });
    const labels = (await ask<InlayHint[]>(small, 'textDocument/inlayHint', { range })).map(({ label }) => label);
    assert.deepEqual(labels, ['= 10,000,000 元', '= 约30%']);
  });
});

function apply(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits);
}

function decode(data: readonly number[], text: string): { text: string }[] {
  const lines = text.split('\n');
  let line = 0;
  let character = 0;
  const tokens = [];
  for (let i = 0; i < data.length; i += 5) {
    line += data[i]!;
    character = data[i] ? data[i + 1]! : character + data[i + 1]!;
    tokens.push({ text: lines[line]!.slice(character, character + data[i + 2]!) });
  }
  return tokens;
}
