import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import {
  EXPORT_REQUEST,
  type ExportParams,
  type ExportPart,
  type ExportResult,
  REPORT_REQUEST,
  type ReportResult,
} from '../../common/protocol.ts';
import { check } from '../cli/run.ts';
import { stopAll, type TestClient } from './harness.ts';
import { Desk, NUMBER } from './review/desk.ts';
import { ARTICLE, ENGLISH } from './texts.ts';

describe('language server: exports', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.leave());
  after(stopAll);

  const write = (name: string, text: string) => {
    mkdirSync(dirname(desk.path(name)), { recursive: true });
    writeFileSync(desk.path(name), text);
  };
  const report = (client: TestClient, uri: string): Promise<ReportResult | null> => client.connection.sendRequest(REPORT_REQUEST, { uri });
  const run = (client: TestClient, params: ExportParams): Promise<ExportResult> => client.connection.sendRequest(EXPORT_REQUEST, params);
  const folder = () => pathToFileURL(desk.folder).href;
  /** As a run in the folder prints it. */
  const printed = (format: string, path: string) =>
    check(desk.folder, ['--lang', 'zh-cn', '--fail-on', 'warning', '--format', format, path]).out;

  it('give an article’s report, its style and where its claims stand; anew as it changes', async () => {
    const client = await desk.opened();
    const before = await report(client, desk.uri);
    assert.ok(before);
    assert.equal(before.version, 1);
    assert.equal(before.title, '标题');
    assert.match(before.styleHash, /^'sha256-.+'$/);
    assert.ok(before.body.includes(`>${NUMBER}</mark>`));
    const { claims } = await client.claims(desk.uri);
    for (const { id, range } of claims) {
      assert.ok(before.body.includes(`data-claim="${id}"`), id);
      assert.deepEqual(before.ranges[id], range);
    }
    const end = { line: 20, character: 0 };
    await client.change(desk.uri, 2, [{ range: { start: end, end }, text: '\n他们一定会赢，利润有9亿元。\n' }]);
    const after = await report(client, desk.uri);
    assert.equal(after?.version, 2);
    assert.ok(after?.body.includes('利润有'));
    assert.ok(Object.keys(after?.ranges ?? {}).length > claims.length);
  });

  it('give the report of an article that no editor has open, and none of what is no article', async () => {
    const client = await desk.opened();
    write('b.md', ARTICLE.replace('# 标题', '# 另一篇'));
    const closed = await report(client, desk.uriOf('b.md'));
    assert.equal(closed?.title, '另一篇');
    assert.equal(closed?.version, 0);
    await client.open(desk.uriOf('c.md'), ENGLISH);
    assert.equal(await report(client, desk.uriOf('c.md')), null);
    assert.equal(await report(client, desk.uriOf('nowhere.md')), null);
  });

  it('show what was decided, at once', async () => {
    const client = await desk.opened();
    const { id } = await desk.claim(client);
    await desk.decide(client, { claim: id, change: { status: 'dismissed', reason: '受访者原话' } });
    const shown = await report(client, desk.uri);
    assert.match(shown!.body, /受访者原话/);
  });

  it('write one article and a folder as the command line does', async () => {
    write('sub/b.md', ARTICLE.replace('# 标题', '# 另一篇'));
    write('readme.md', ENGLISH);
    const client = await desk.opened();
    for (const format of ['csv', 'sarif', 'junit', 'markdown', 'html', 'json', 'annotations', 'claimreview'] as const) {
      const all = await run(client, { uri: folder(), folder: true, format });
      assert.equal(all.articles, 2);
      assert.equal(all.text, printed(format, '.'), format);
    }
    for (const format of ['html', 'json', 'annotations'] as const) {
      const one = await run(client, { uri: desk.uri, format });
      assert.deepEqual([one.skipped, one.articles], [null, 1]);
      assert.equal(one.text, printed(format, 'a.md'), format);
    }
  });

  it('write what stands in the editor, not what was saved', async () => {
    const client = await desk.opened(ARTICLE.replace('3亿元', '7亿元'));
    const { text } = await run(client, { uri: folder(), folder: true, format: 'csv' });
    assert.ok(text?.includes('7亿元') && !text.includes('3亿元'));
  });

  it('come in parts where the client asks for that, which make the same document', async () => {
    write('sub/b.md', ARTICLE);
    const client = await desk.opened();
    const whole = await run(client, { uri: folder(), folder: true, format: 'html' });
    const parts: ExportPart[] = [];
    client.connection.onNotification('$/progress', ({ token, value }: { token: string; value: ExportPart }) => {
      if (token === 'parts') parts.push(value);
    });
    const result = await run(client, { uri: folder(), folder: true, format: 'html', partialResultToken: 'parts' });
    assert.equal(result.text, undefined);
    assert.equal(parts.map(({ text }) => text).join(''), whole.text);
    assert.deepEqual(parts.at(-1), { text: parts.at(-1)!.text, done: 2, total: 2 });
  });

  it('say why there is none, what could not be read, and what is no format', async () => {
    write('readme.md', ENGLISH);
    const client = await desk.opened();
    assert.equal((await run(client, { uri: desk.uriOf('readme.md'), format: 'csv' })).skipped, 'notArticle');
    mkdirSync(desk.path('empty'));
    assert.equal((await run(client, { uri: desk.uriOf('empty'), folder: true, format: 'csv' })).skipped, 'noArticles');
    write('bad.md', '');
    writeFileSync(desk.path('bad.md'), Buffer.from([0, 1, 2, 0xff, 0xfe, 0]));
    const { failed, articles } = await run(client, { uri: folder(), folder: true, format: 'csv' });
    assert.deepEqual(failed, [desk.uriOf('bad.md')]);
    assert.equal(articles, 1);
    await assert.rejects(run(client, { uri: desk.uri, format: 'pdf' as never }), /pdf/);
  });

  it('can be stopped', async () => {
    for (let i = 0; i < 40; i++) write(`n${i}.md`, ARTICLE.repeat(20));
    const client = await desk.opened();
    const source = new CancellationTokenSource();
    const running = client.connection.sendRequest(EXPORT_REQUEST, { uri: folder(), folder: true, format: 'html' }, source.token);
    source.cancel();
    await assert.rejects(running, ({ code }: { code: number }) => code === -32800);
    assert.ok((await client.claims(desk.uri)).claims.length > 0, 'the server serves on');
  });
});
