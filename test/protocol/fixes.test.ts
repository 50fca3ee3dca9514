import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULL, start, stopAll, type TestClient } from './harness.ts';

const uri = 'file:///articles/fix.md';
const RICH: ClientCapabilities = {
  ...PULL,
  workspace: {
    ...PULL.workspace,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};
const TEXT = '---\ndate: 2024-02-22\n---\n\n昨天公司一定会赢。去年收入3.26亿元。\n\n前天对手一定会输。投了一千万元。\n';

async function opened(capabilities: ClientCapabilities): Promise<TestClient> {
  const { client } = await start({ capabilities, locale: 'zh-cn' });
  await client.open(uri, TEXT);
  return client;
}

async function actionsAt(client: TestClient, words: string, only?: string[]): Promise<CodeAction[]> {
  const document = TextDocument.create(uri, 'markdown', 1, TEXT);
  const at = TEXT.indexOf(words);
  const range: Range = { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

function applied(action: CodeAction | undefined): string {
  assert.ok(action?.edit, `no such action: ${action?.title}`);
  const edits = action.edit.changes?.[uri] ?? action.edit.documentChanges?.flatMap((change) => (change as TextDocumentEdit).edits);
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, TEXT), edits as TextEdit[]);
}

describe('language server: quick fixes', () => {
  after(stopAll);

  it('offers what mends before what silences, and the first of it preferred', async () => {
    const client = await opened(PULL);
    const actions = await actionsAt(client, '一定会');
    assert.equal(actions[0]?.title, '改写：“一定会”→“很可能会”');
    assert.equal(actions[0]?.isPreferred, true);
    assert.match(applied(actions[0]), /昨天公司很可能会赢/);
    assert.ok(actions.findIndex(({ title }) => title.startsWith('忽略')) > 0);
    assert.match(applied((await actionsAt(client, '昨天'))[0]), /\n2024年2月21日公司一定会赢/);
    assert.deepEqual(await actionsAt(client, '一定会', ['refactor.extract']), []);
  });

  it('fixes every one of a kind at once, explained and shown first where it needs judgement', async () => {
    const client = await opened(RICH);
    const all = (await actionsAt(client, '一定会')).find(({ title }) => title.startsWith('改掉本文全部“绝对化用语”'));
    assert.match(applied(all), /昨天公司很可能会赢[\s\S]*前天对手很可能会输/);
    const annotation = all?.edit?.changeAnnotations?.['all'];
    assert.deepEqual([annotation?.label, annotation?.needsConfirmation], [all?.title, true]);
    const [change] = all!.edit!.documentChanges as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 1, 'for exactly this version');
  });

  it('source.fixAll writes what needs no judgement, and then has nothing left', async () => {
    const client = await opened(PULL);
    const [all, ...none] = await actionsAt(client, '昨天', ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.claimlens');
    assert.deepEqual(none, []);
    const text = applied(all);
    assert.match(text, /2024年2月21日公司一定会赢。2023年收入[\s\S]*2024年2月20日对手/);
    await client.change(uri, 2, [{ text }]);
    assert.deepEqual(await actionsAt(client, '公司', ['source.fixAll']), []);
  });

  it('leaves places to fill in where the client takes snippets, plain words elsewhere', async () => {
    const rich = (await actionsAt(await opened(RICH), '3.26亿元')).find(({ title }) => title === '补出处');
    const changes = (rich?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const edits = (changes[0]?.edits ?? []) as (TextEdit | SnippetTextEdit)[];
    assert.equal(edits.length, 2);
    assert.match((edits[1] as SnippetTextEdit).snippet.value, /\[\^1\]: 来源：\$\{1:待补\}/);
    const plain = (await actionsAt(await opened(PULL), '3.26亿元')).find(({ title }) => title === '补出处');
    assert.match(applied(plain), /3\.26亿元\[\^1\]。[\s\S]*\n\n\[\^1\]: 来源：待补\n$/);
  });

  it('writes a number the other way', async () => {
    const client = await opened(PULL);
    const rewrite = await actionsAt(client, '千万', ['refactor']);
    assert.deepEqual(
      rewrite.map(({ title }) => title),
      ['写作“1000万”'],
    );
    assert.match(applied(rewrite[0]), /投了1000万元/);
  });
});
