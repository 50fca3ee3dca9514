import assert from 'node:assert/strict';
import { ASK_REVIEW, type ClaimItem, MARK_CLAIM } from '../../../common/protocol.ts';
import { check } from '../../cli/run.ts';
import { stopAll, type TestClient } from '../harness.ts';
import { ARTICLE } from '../texts.ts';
import { Desk, NUMBER } from './desk.ts';

describe('language server: review: decisions', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.leave());
  after(stopAll);

  it('dismisses with a reason: out of the problems, on disk at once, in the hover and on the command line', async () => {
    const client = await desk.opened();
    const claim = await desk.claim(client);
    assert.ok((await client.pull(desk.uri)).items.some((d) => (d.data as { id: string }).id === claim.id));
    const answer = await desk.decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '受访者本人口述' } });
    assert.equal(answer.error, null);
    const [entry] = desk.stored();
    assert.deepEqual([entry.id, entry.status, entry.reason, entry.reviewer], [answer.entry, 'dismissed', '受访者本人口述', '甲']);
    const after = await desk.claim(client);
    assert.deepEqual(after.suppressed, { by: 'review', reason: '受访者本人口述' });
    assert.equal(after.review?.status, 'dismissed');
    assert.ok(!(await client.pull(desk.uri)).items.some((d) => (d.data as { id: string }).id === claim.id));
    assert.match(await desk.hover(client, after), /核查：驳回（甲，\d+年\d+月\d+日）/);
    const { claims } = JSON.parse(check(desk.folder, ['a.md', '--format', 'json', '--fail-on', 'never']).out);
    const told = claims.find(({ text }: ClaimItem) => text === NUMBER);
    assert.deepEqual(told.suppressed, { by: 'review', reason: '受访者本人口述' });
    const { out } = check(desk.folder, ['a.md', '--format', 'csv', '--fail-on', 'never']);
    assert.match(out, /受访者本人口述/);
  });

  it('marks what the analysis missed', async () => {
    const client = await desk.opened();
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } };
    const answer = await desk.decide(client, { range, code: 'vague-attribution', change: { note: '哪家?' } });
    assert.equal(answer.error, null);
    const claim = (await client.claims(desk.uri)).claims.find(({ id }) => id === answer.entry);
    assert.deepEqual([claim?.text, claim?.code, claim?.review?.marked], ['这家公司', 'vague-attribution', true]);
    assert.match((await desk.decide(client, { range, code: 'nonsense' })).error ?? '', /nonsense/);
    await desk.decide(client, { entry: answer.entry!, withdraw: true });
    assert.deepEqual(desk.stored(), []);
  });

  it('refuses what could not be read again, and a dismissal without a reason, in the editor’s language; nothing is written', async () => {
    const client = await desk.opened();
    const { id: claim } = await desk.claim(client);
    const wrong = { claim, change: { status: 'sourced', sources: [{ url: 'https://example.com/a', seen: 'yesterday' }] } } as const;
    await assert.rejects(desk.decide(client, wrong), /arguments\[0\]\.change\.sources\[0\]\.seen 应为/);
    for (const reason of [undefined, '', ' ']) {
      const { error } = await desk.decide(client, { claim, change: { status: 'dismissed', ...(reason === undefined ? {} : { reason }) } });
      assert.equal(error, '驳回须写明理由。', reason);
    }
    assert.throws(() => desk.stored(), { code: 'ENOENT' });
    await desk.decide(client, { claim, change: { status: 'dismissed', reason: '口述' } });
    // The reason stands already; it cannot be taken away alone.
    assert.equal((await desk.decide(client, { claim, change: { status: 'dismissed', note: '再看' } })).error, null);
    assert.notEqual((await desk.decide(client, { claim, change: { reason: '' } })).error, null);
    assert.equal(desk.stored()[0].reason, '口述');
    assert.equal((await desk.decide(client, { claim, change: { status: 'open' } })).error, null);
  });

  it('writes no null that a client sends for nothing, and takes away what null takes away', async () => {
    const client = await desk.opened();
    const { id: claim } = await desk.claim(client);
    const nothing = null as never;
    const sources = [
      { url: 'https://example.com/a', citation: nothing, seen: '2024-02-29' },
      { url: '年报/2023.pdf', seen: nothing },
    ];
    const first = await desk.decide(client, {
      claim,
      change: { status: nothing, note: '查过', sources, outcome: { result: 'partly', date: nothing } },
    });
    assert.equal(first.error, null);
    const [{ status, note, sources: written, outcome }] = desk.stored();
    assert.deepEqual(
      { status, note, written, outcome },
      {
        status: 'open',
        note: '查过',
        written: [{ url: 'https://example.com/a', seen: '2024-02-29' }, { url: '年报/2023.pdf' }],
        outcome: { result: 'partly' },
      },
    );
    const change = { status: nothing, reason: nothing, note: nothing, sources: nothing, outcome: nothing };
    assert.equal((await desk.decide(client, { claim, change })).error, null);
    const [entry] = desk.stored();
    assert.deepEqual([entry.status, entry.note, entry.sources, entry.outcome], ['open', undefined, undefined, undefined]);
  });

  it('counts how far it is', async () => {
    const client = await desk.opened();
    const before = await desk.review(client);
    assert.ok(before.total > 1);
    assert.equal(before.done, 0);
    await desk.decide(client, {
      claim: (await desk.claim(client)).id,
      change: { status: 'sourced', sources: [{ url: 'https://example.com/a', seen: '2024-02-01' }] },
    });
    const after = await desk.review(client);
    assert.deepEqual([after.done, after.total], [1, before.total]);
  });

  it('says that an article without a folder has no place for it', async () => {
    const client = await desk.opened();
    const untitled = 'untitled:Untitled-1';
    await client.open(untitled, ARTICLE);
    const claim = (await client.claims(untitled)).claims[0]!;
    const answer = await desk.decide(client, { uri: untitled, claim: claim.id, change: { status: 'verified' } });
    assert.match(answer.error ?? '', /还没有存盘/);
  });

  it('offers decisions as actions, those that ask only where the client can', async () => {
    const titles = async (client: TestClient) => {
      const { range } = await desk.claim(client);
      return (await desk.actions(client, range)).map(({ title }) => title);
    };
    const plain = await titles(await desk.opened());
    assert.ok(plain.includes('标记“无来源数字”：已核实'));
    assert.ok(!plain.includes('驳回“无来源数字”并写明理由…'));
    assert.ok(
      (await titles(await desk.opened(ARTICLE, { options: { clientCommands: [ASK_REVIEW] } }))).includes('驳回“无来源数字”并写明理由…'),
    );
  });

  it('offers sources used lately and the article’s own links, in the next session, too', async () => {
    const linked = `${ARTICLE}\n另见[旧文](https://example.com/annual)。\n`;
    const client = await desk.opened(linked);
    const number = await desk.claim(client);
    const recorded = { url: 'https://example.com/lately', citation: '统计局', seen: '2024-02-01' };
    await desk.decide(client, { claim: (await desk.claim(client, '3亿元')).id, change: { status: 'sourced', sources: [recorded] } });
    assert.deepEqual((await desk.review(client)).sources, [
      { url: 'https://example.com/lately', citation: '统计局' },
      { url: 'https://example.com/annual', citation: '旧文' },
    ]);
    await desk.decide(client, { claim: (await desk.claim(client, '3亿元')).id, withdraw: true, entry: desk.stored()[0].id });
    await client.connection.sendRequest('shutdown');
    const next = await desk.opened(linked);
    const titles = (await desk.actions(next, number.range)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /旧文|统计局/.test(title)),
      ['补出处：旧文', '补出处：统计局'],
    );
    const action = (await desk.actions(next, number.range)).find(({ title }) => title === '补出处：统计局');
    const [edits] = Object.values(action?.edit?.changes ?? {});
    assert.match(edits?.at(-1)?.newText ?? '', /^\s*\[\^1\]: 来源：\[统计局\]\(https:\/\/example\.com\/lately\)\n$/);
  });

  it('can be taken back, and started from the hover and a selection', async () => {
    const client = await desk.opened(ARTICLE, { options: { settings: { reviewer: '甲' }, clientCommands: [ASK_REVIEW, MARK_CLAIM] } });
    const claim = await desk.claim(client);
    const titles = async () => (await desk.actions(client, claim.range)).map(({ title }) => title);
    assert.ok(!(await titles()).includes('撤销对“无来源数字”的核查'));
    assert.ok((await titles()).includes('将所选文字标为论断…'));
    const links = [...(await desk.hover(client, claim)).matchAll(/\[([^\]]+)\]\(command:claimlens\.askReview\?([^)]*)\)/g)];
    assert.deepEqual(
      links.map(([, title, argument]) => [title, JSON.parse(decodeURIComponent(argument!))]),
      [
        ['核查…', [{ uri: desk.uri, claim: claim.id, ask: 'choose' }]],
        ['登记出处…', [{ uri: desk.uri, claim: claim.id, ask: 'source' }]],
      ],
    );
    await desk.decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '口述' } });
    const back = (await desk.actions(client, claim.range)).find(({ title }) => title === '撤销对“无来源数字”的核查')?.command;
    assert.ok(back);
    await client.connection.sendRequest('workspace/executeCommand', { command: back.command, arguments: back.arguments });
    assert.deepEqual(desk.stored(), []);
    const empty = { start: claim.range.start, end: claim.range.start };
    assert.ok(!(await desk.actions(client, empty)).some(({ title }) => title === '将所选文字标为论断…'));
  });
});
