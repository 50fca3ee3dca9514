import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PREDICTIONS_CHANGED, type PredictionsParams, type PredictionsResult } from '../../../common/protocol.ts';
import { INDEX, stopAll, type TestClient } from '../harness.ts';
import { ARTICLE } from '../texts.ts';
import { Desk } from './desk.ts';

describe('language server: review: predictions', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
    rmSync(INDEX, { recursive: true, force: true });
  });
  afterEach(() => {
    stopAll();
    desk.leave();
  });

  const year = new Date().getUTCFullYear();
  const dated = (date: string) => `---\ndate: ${date}\n---\n\n${ARTICLE}`;
  const list = (client: TestClient, params: PredictionsParams = {}): Promise<PredictionsResult> =>
    client.connection.sendRequest('claimlens/predictions', params);
  /** With nothing open, so that all comes from files. */
  const session = async () => {
    const client = await desk.opened();
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: desk.uri } });
    return client;
  };
  const indexFile = () => {
    const [folder = ''] = readdirSync(INDEX);
    return join(INDEX, folder, 'predictions.json');
  };
  const byArticle = ({ predictions }: PredictionsResult) => predictions.map(({ article, due }) => [article, due]);

  it('lists those of the folder, overdue first, with what became of them', async () => {
    writeFileSync(desk.path('old.md'), dated('2019-03-01'));
    writeFileSync(desk.path('new.md'), dated(`${year}-01-01`));
    const client = await desk.opened();
    const { predictions, articles, pending } = await list(client);
    assert.deepEqual([articles, pending], [3, 0]);
    const mine = predictions.filter(({ text }) => text.includes('50亿'));
    assert.deepEqual(
      mine.map(({ article, due }) => [article, due]),
      [
        ['old.md', '2020-03-01'],
        ['new.md', `${year + 1}-01-01`],
        ['a.md', null],
      ],
    );
    assert.ok(mine.every(({ speaker }) => speaker === '周屹'));
    const old = mine[0]!;
    const outcome = { result: 'false', evidence: '年报', date: '2020-04-30' } as const;
    assert.equal((await desk.decide(client, { uri: old.uri, claim: old.claim, change: { outcome } })).error, null);
    assert.deepEqual(desk.stored('old.md')[0].outcome, outcome);
    const after = (await list(client)).predictions.find(({ article, claim }) => article === 'old.md' && claim === old.claim);
    assert.deepEqual(after?.outcome, outcome);
  });

  it('are listed once, however the editor spells the name of an article', async () => {
    const name = '周报(1)+a.md';
    writeFileSync(desk.path(name), ARTICLE);
    const client = await session();
    const { predictions: closed, articles } = await list(client);
    const folder = desk.uri.replace(/a\.md$/, '');
    for (const spelled of [encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29'), encodeURI(name)]) {
      await client.open(folder + spelled, ARTICLE);
      const opened = await list(client);
      assert.deepEqual([opened.predictions.length, opened.articles], [closed.length, articles], spelled);
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: folder + spelled } });
    }
  });

  it('are known at once in the next session, and nothing is left in the folder', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `n${i}.md`);
    for (const name of names) writeFileSync(desk.path(name), dated('2019-03-01'));
    const first = await list(await session());
    assert.equal(first.predictions.length, 31);
    const before = readFileSync(indexFile(), 'utf8');
    assert.deepEqual(readdirSync(desk.folder).sort(), ['a.md', ...names].sort());
    // What is asked for first comes from the index, whatever it says: nothing was read.
    writeFileSync(indexFile(), before.replaceAll('2020-03-01', '1999-01-01'));
    const next = await list(await session(), { partial: true });
    assert.deepEqual([next.pending, next.articles], [0, 31]);
    assert.equal(next.predictions.filter(({ due }) => due === '1999-01-01').length, 30);
  });

  it('are read anew where an article or its review changed, and only there', async () => {
    for (const name of ['x.md', 'y.md', 'z.md']) writeFileSync(desk.path(name), dated('2019-03-01'));
    await list(await session());
    writeFileSync(indexFile(), readFileSync(indexFile(), 'utf8').replaceAll('2020-03-01', '1999-01-01'));
    writeFileSync(desk.path('x.md'), dated('2018-03-01'));
    // Touched, and the same.
    utimesSync(desk.path('z.md'), new Date(), new Date());
    rmSync(desk.path('a.md'));
    const client = await session();
    assert.deepEqual(byArticle(await list(client)), [
      ['y.md', '1999-01-01'],
      ['z.md', '1999-01-01'],
      ['x.md', '2019-03-01'],
    ]);
    const [y] = (await list(client)).predictions;
    const told = client.next(PREDICTIONS_CHANGED);
    await desk.decide(client, { uri: y!.uri, claim: y!.claim, change: { outcome: { result: 'true' } } });
    await told;
    const now = (await list(client)).predictions.find(({ article }) => article === 'y.md');
    assert.deepEqual([now?.outcome, now?.due], [{ result: 'true' }, '2020-03-01']);
  });

  it('are found anew by another build of the analysis, and by other rules', async () => {
    writeFileSync(desk.path('x.md'), dated('2019-03-01'));
    await list(await session());
    const kept = readFileSync(indexFile(), 'utf8');
    writeFileSync(indexFile(), kept.replaceAll('2020-03-01', '1999-01-01').replace(/"build":"/, '"build":"x'));
    assert.deepEqual(byArticle(await list(await session())), [
      ['x.md', '2020-03-01'],
      ['a.md', null],
    ]);
    writeFileSync(indexFile(), readFileSync(indexFile(), 'utf8').replaceAll('2020-03-01', '1999-01-01'));
    writeFileSync(desk.path('claimlens.config.json'), '{ "speakers": [{ "name": "周屹先生", "aliases": ["周屹"] }] }');
    const { predictions } = await list(await session());
    assert.deepEqual(
      predictions.map(({ due, speaker }) => [due, speaker]),
      [
        ['2020-03-01', '周屹先生'],
        [null, '周屹先生'],
      ],
    );
    for (const broken of ['{"build":1}', kept.slice(0, -20)]) {
      writeFileSync(indexFile(), broken);
      assert.equal((await list(await session())).predictions.length, 2);
    }
  });

  it('come as they are found, and can be stopped', async () => {
    mkdirSync(desk.path('many'));
    for (let i = 0; i < 400; i++) writeFileSync(desk.path(`many/${i}.md`), dated('2019-03-01') + ARTICLE.repeat(12));
    const client = await session();
    const soon = await list(client, { partial: true });
    assert.ok(soon.pending > 0, `${soon.pending}`);
    assert.equal(soon.articles, 401);
    await client.next(PREDICTIONS_CHANGED);
    // In between editors are answered.
    await client.open(desk.uri, ARTICLE, 'markdown', 9);
    assert.ok((await client.claims(desk.uri)).claims.length > 0);
    const whole = await list(client);
    assert.equal(whole.pending, 0);
    assert.ok(whole.predictions.length > soon.predictions.length);
  });

  it('can be asked for a few rows, with counts and scores of all', async () => {
    for (let i = 0; i < 5; i++) writeFileSync(desk.path(`o${i}.md`), dated('2019-03-01'));
    const client = await session();
    const { predictions, counts, scores } = await list(client, { rows: { overdue: 2, speakers: 1 }, today: '2020-03-02' });
    assert.deepEqual(
      predictions.map(({ article }) => article),
      ['o0.md', 'o1.md'],
    );
    assert.deepEqual(counts, { overdue: 5, coming: 0, undated: 1, resolved: 0, speakers: 1 });
    const none = { resolved: 0, right: 0 };
    const calibration = { absolute: none, hedged: none, plain: none };
    assert.deepEqual(scores, [{ speaker: '周屹', made: 6, due: 5, resolved: 0, right: 0, undated: 1, calibration }]);
    assert.equal((await list(client, { rows: {}, today: '2020-03-01' })).counts.coming, 5);
  });
});
