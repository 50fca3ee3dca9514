import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stopAll } from '../harness.ts';
import { ARTICLE } from '../texts.ts';
import { Desk, NUMBER, until } from './desk.ts';

describe('language server: review: anchors', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.leave());
  after(stopAll);

  it('is there again in the next session, wherever the text has moved meanwhile', async () => {
    const first = await desk.opened();
    await desk.decide(first, { claim: (await desk.claim(first)).id, change: { status: 'verified', note: '查过年报' } });
    await first.connection.sendRequest('shutdown');
    const moved = ARTICLE.replace('## 现状', '## 前言\n\n新写的一段话。\n\n## 现状');
    const client = await desk.opened(moved);
    const claim = await desk.claim(client);
    assert.deepEqual([claim.review?.status, claim.review?.note, claim.review?.changedFrom], ['verified', '查过年报', null]);
    assert.equal(claim.suppressed, null);
  });

  it('follows typing exactly, and asks for another look where the number itself changed', async () => {
    const client = await desk.opened();
    const claim = await desk.claim(client);
    await desk.decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '口述' } });
    const { start } = claim.range;
    await client.change(desk.uri, 2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '前言。\n\n' }]);
    assert.equal((await desk.claim(client)).review?.changedFrom, null);
    const line = start.line + 2;
    const digit = { line, character: start.character + 2 };
    await client.change(desk.uri, 3, [{ range: { start: digit, end: { line, character: digit.character + 3 } }, text: '90' }]);
    const changed = await desk.claim(client, '接近90万人次');
    assert.equal(changed.review?.changedFrom, NUMBER);
    assert.equal(changed.suppressed, null);
    assert.match(await desk.hover(client, changed), /原文已改动，请复核/);
    await desk.decide(client, { claim: changed.id, change: { status: 'verified' } });
    assert.equal((await desk.claim(client, '接近90万人次')).review?.changedFrom, null);
    assert.equal(desk.stored().length, 1);
  });

  it('lists what lost its claim with its old words', async () => {
    const client = await desk.opened();
    await desk.decide(client, { claim: (await desk.claim(client)).id, change: { status: 'disputed' } });
    await client.change(desk.uri, 2, [
      { text: ARTICLE.replace('这家公司去年接待了接近100万人次,收入3亿元。', '').replace(/这家公司.*\n/, '') },
    ]);
    const { entries } = await desk.review(client);
    assert.deepEqual(
      entries.map(({ text, range, claim }) => [text, range, claim]),
      [[NUMBER, null, null]],
    );
  });

  it('keeps to the claim that the editor has followed to other words, in the next session, too', async () => {
    const client = await desk.opened();
    const claim = await desk.claim(client);
    await desk.decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '口述' } });
    const before = desk.stored();
    // Other words altogether, one after the other, as they are typed; then a save.
    let version = 2;
    let { start, end } = claim.range;
    for (const words of ['很多', '整整12', '整整12个月内的90万名客人']) {
      await client.change(desk.uri, version++, [{ range: { start, end }, text: words }]);
      end = { line: start.line, character: start.character + words.length };
    }
    assert.deepEqual(desk.stored(), before);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: desk.uri } });
    await until(client, async () => desk.stored()[0].target.reviewed === NUMBER);
    const [entry] = desk.stored();
    assert.equal(entry.target.selector[0].exact, '整整12个月内的90万名客人');
    assert.equal(entry.updated, before[0].updated);
    const text = ARTICLE.replace(NUMBER, '整整12个月内的90万名客人');
    const next = await desk.opened(`新的开头。\n\n${text}`);
    const [item] = (await desk.review(next)).entries;
    assert.deepEqual([item?.text, item?.changedFrom], ['整整12个月内的90万名客人', NUMBER]);
    // A decision on the present words ends it.
    await desk.decide(next, { entry: item!.entry, change: { status: 'verified' } });
    assert.equal(desk.stored()[0].target.reviewed, undefined);
    assert.equal((await desk.review(next)).entries[0]?.changedFrom, null);
  });

  it('writes no anchor anew that finds its claim by itself', async () => {
    const client = await desk.opened();
    await desk.decide(client, { claim: (await desk.claim(client)).id, change: { status: 'verified' } });
    const before = readFileSync(desk.reviewFile(), 'utf8');
    const top = { line: 0, character: 0 };
    await client.change(desk.uri, 2, [{ range: { start: top, end: top }, text: '一段新的前言。\n\n' }]);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: desk.uri } });
    await desk.decide(client, { claim: (await desk.claim(client, '3亿元')).id, change: { status: 'verified' } });
    const [mine] = JSON.parse(before).entries;
    assert.deepEqual(
      desk.stored().find(({ id }: { id: string }) => id === mine.id),
      mine,
    );
  });

  it('keeps in sight what is found no more: neither a problem nor lost', async () => {
    const client = await desk.opened();
    const claim = await desk.claim(client);
    await desk.decide(client, { claim: claim.id, change: { status: 'disputed', note: '问过' } });
    const { start, end } = claim.range;
    await client.change(desk.uri, 2, [{ range: { start, end }, text: '来过的客人' }]);
    const gone = await desk.claim(client, '来过的客人');
    assert.deepEqual([gone.review?.gone, gone.review?.changedFrom, gone.suppressed?.by], [true, NUMBER, 'review']);
    assert.match(await desk.hover(client, gone), /此处已不再检出[\s\S]*原文已改动，请复核[\s\S]*问过/);
    assert.doesNotMatch(await desk.hover(client, gone), /为什么|没有给出来源/);
    assert.ok(
      !(await client.pull(desk.uri)).items.some(
        ({ range }) => range.start.character === start.character && range.start.line === start.line,
      ),
    );
    const { done, total, entries } = await desk.review(client);
    assert.deepEqual([done, entries[0]?.gone, entries[0]?.claim], [0, true, gone.id]);
    assert.ok(total > 0);
  });
});
