import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PULL, stopAll } from '../harness.ts';
import { ARTICLE } from '../texts.ts';
import { Desk, until } from './desk.ts';

describe('language server: review: files', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.leave());
  after(stopAll);

  it('keeps conflicting decisions of two people, shows both, and lets one stand', async () => {
    const client = await desk.opened();
    const colleague = await desk.opened(ARTICLE, { options: { settings: { reviewer: '乙' } } });
    const claim = await desk.claim(client);
    await desk.decide(client, { claim: claim.id, change: { status: 'verified' } });
    await until(colleague, async () => (await desk.claim(colleague)).review?.status === 'verified');
    // At once in two windows: neither has heard of the other.
    await Promise.all([
      desk.decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '口述' } }),
      desk.decide(colleague, { claim: claim.id, change: { status: 'wrong' } }),
    ]);
    assert.deepEqual(
      desk
        .stored()
        .map(({ status, reviewer }: { status: string; reviewer: string }) => [status, reviewer])
        .sort(),
      [
        ['dismissed', '甲'],
        ['wrong', '乙'],
      ],
    );
    await until(client, async () => (await desk.claim(client)).review?.others.length === 1);
    const both = await desk.claim(client);
    assert.equal(both.suppressed, null);
    const actions = await desk.actions(client, both.range);
    const keep = actions.find(({ title }) => title === '以乙的结论为准：有误')?.command;
    assert.ok(keep);
    await client.connection.sendRequest('workspace/executeCommand', { command: keep.command, arguments: keep.arguments });
    assert.deepEqual(
      desk.stored().map((entry: { status: string }) => entry.status),
      ['wrong'],
    );
    assert.deepEqual((await desk.claim(client)).review?.others, []);
  });

  it('takes decisions of one person that come at once for one entry', async () => {
    const client = await desk.opened();
    const { id: claim } = await desk.claim(client);
    await Promise.all([
      desk.decide(client, { claim, change: { status: 'dismissed', reason: '口述' } }),
      desk.decide(client, { claim, change: { note: '问过他了' } }),
      desk.decide(client, { claim, change: { status: 'verified' } }),
    ]);
    assert.deepEqual(
      desk.stored().map(({ status, note }: { status: string; note: string }) => [status, note]),
      [['verified', '问过他了']],
    );
  });

  it('leaves a file alone that is not UTF-8', async () => {
    const client = await desk.opened();
    const { id: claim } = await desk.claim(client);
    await desk.decide(client, { claim, change: { note: 'x' } });
    const bytes = Buffer.from(readFileSync(desk.reviewFile(), 'utf8').replace('"x"', '"'));
    const at = bytes.indexOf('"note": "') + '"note": "'.length;
    // 批注 as GB18030
    const foreign = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xc5, 0xfa, 0xd7, 0xa2, 0x22]), bytes.subarray(at)]);
    writeFileSync(desk.reviewFile(), foreign);
    const other = await desk.opened();
    const answer = await desk.decide(other, { claim, change: { status: 'verified' } });
    assert.match(answer.error ?? '', /UTF-8/);
    assert.deepEqual(readFileSync(desk.reviewFile()), foreign);
  });

  it('hears of changes on disk by itself, the first file among them, and once', async () => {
    const client = await desk.opened();
    const claim = await desk.claim(client);
    await desk.decide(client, { claim: claim.id, change: { status: 'verified' } });
    const told = client.next('claimlens/claimsChanged');
    desk.rewrite({ status: 'wrong', reviewer: '乙' });
    await told;
    assert.equal((await desk.claim(client)).review?.status, 'wrong');
    // An editor's watcher tells the same again: it is no news.
    const before = client.seen.length;
    const changes = [{ uri: pathToFileURL(desk.reviewFile()).href, type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await desk.review(client);
    assert.deepEqual(
      client.seen.slice(before).filter(({ event }) => event === 'claimlens/claimsChanged'),
      [],
    );
  });

  it('hears of the first review of a folder', async () => {
    const author = await desk.opened();
    await desk.decide(author, { claim: (await desk.claim(author)).id, change: { status: 'verified' } });
    const text = readFileSync(desk.reviewFile());
    rmSync(desk.path('.claimlens'), { recursive: true });
    const client = await desk.opened();
    assert.equal((await desk.claim(client)).review, undefined);
    mkdirSync(dirname(desk.reviewFile()), { recursive: true });
    writeFileSync(desk.reviewFile(), text);
    await until(client, async () => (await desk.claim(client)).review?.status === 'verified');
  });

  it('watches through the client only where it cannot itself', async () => {
    const watching = { ...PULL, workspace: { ...PULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } };
    const client = await desk.opened(ARTICLE, { capabilities: watching });
    await desk.claim(client);
    const globs = client.seen.filter(({ event }) => event === 'client/registerCapability').map(({ params }) => JSON.stringify(params));
    assert.equal(globs.length, 1);
    assert.match(globs[0]!, /claimlens\.config\.json/);
    assert.doesNotMatch(globs[0]!, /review/);
  });

  it('leaves a broken file alone, says where it is broken, and takes it up when it is mended', async () => {
    const broken = '{\n  "schemaVersion": 1,\n<<<<<<< HEAD\n  "entries": []\n}\n';
    mkdirSync(dirname(desk.reviewFile()), { recursive: true });
    writeFileSync(desk.reviewFile(), broken);
    const client = await desk.opened();
    const claim = await desk.claim(client);
    const problem = (await desk.review(client)).problem ?? '';
    assert.match(problem, /a\.md\.json:3:1 核查记录里有未解决的合并冲突.*只读/);
    assert.ok(
      client.seen.some(({ event, params }) => event === 'window/showMessage' && (params as { message: string }).message === problem),
    );
    const answer = await desk.decide(client, { claim: claim.id, change: { status: 'verified' } });
    assert.deepEqual(answer, { entry: null, error: problem });
    assert.equal(readFileSync(desk.reviewFile(), 'utf8'), broken);
    const file = pathToFileURL(desk.reviewFile()).href;
    assert.deepEqual(
      client.published.get(file)?.diagnostics.map(({ range, severity, code }) => [range, severity, code]),
      [[{ start: { line: 2, character: 0 }, end: { line: 2, character: 12 } }, 1, 'review.mergeConflict']],
    );
    const told = client.published1(file);
    writeFileSync(desk.reviewFile(), '{ "schemaVersion": 1, "entries": [] }');
    assert.deepEqual((await told).diagnostics, []);
    assert.equal((await desk.review(client)).problem, null);
    assert.equal((await desk.decide(client, { claim: claim.id, change: { status: 'verified' } })).error, null);
    assert.equal(desk.stored().length, 1);
  });

  it('takes the problem of a broken file back when it is mended though its article is not open any more', async () => {
    mkdirSync(dirname(desk.reviewFile()), { recursive: true });
    writeFileSync(desk.reviewFile(), '{');
    const client = await desk.opened();
    await desk.claim(client);
    const file = pathToFileURL(desk.reviewFile()).href;
    assert.equal(client.published.get(file)?.diagnostics.length, 1);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: desk.uri } });
    const told = client.published1(file);
    writeFileSync(desk.reviewFile(), '{ "schemaVersion": 1, "entries": [] }');
    assert.deepEqual((await told).diagnostics, []);
  });

  it('lives with entries of rules that this project does not have', async () => {
    const client = await desk.opened();
    const answer = await desk.decide(client, { claim: (await desk.claim(client)).id, change: { status: 'verified' } });
    const file = JSON.parse(readFileSync(desk.reviewFile(), 'utf8'));
    file.entries.push({ ...file.entries[0], id: 'foreign', code: 'house-rule', marked: true });
    writeFileSync(desk.reviewFile(), JSON.stringify(file));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(desk.reviewFile()).href, type: 2 }],
    });
    const { entries, problem } = await desk.review(client);
    assert.equal(problem, null);
    assert.ok(entries.some(({ entry }) => entry === answer.entry));
    await desk.decide(client, { claim: (await desk.claim(client)).id, change: { note: '还在' } });
    assert.deepEqual(
      desk
        .stored()
        .map(({ id }: { id: string }) => id)
        .sort(),
      [answer.entry, 'foreign'].sort(),
    );
    const { entries: all } = await desk.review(client);
    assert.equal(all.find(({ entry }) => entry === 'foreign')?.name, 'house-rule');
  });
});
