import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import {
  ASK_REVIEW,
  type ClaimItem,
  type PredictionsResult,
  REVIEW_COMMAND,
  type ReviewAnswer,
  type ReviewArguments,
  type ReviewResult,
} from '../../common/protocol.ts';
import { check } from '../cli/run.ts';
import { PULL, type StartOptions, start, stopAll, type TestClient } from './harness.ts';
import { ARTICLE } from './texts.ts';

const NUMBER = '接近100万人次';

describe('language server: review', () => {
  let folder: string;
  let uri: string;
  const reviewFile = (name = 'a.md') => join(folder, `.claimlens/review/${name}.json`);
  const stored = (name?: string) => JSON.parse(readFileSync(reviewFile(name), 'utf8')).entries;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimlens-review-'));
    uri = pathToFileURL(join(folder, 'a.md')).href;
    writeFileSync(join(folder, 'a.md'), ARTICLE);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  after(stopAll);

  async function opened(text = ARTICLE, options: StartOptions = {}): Promise<TestClient> {
    const settings = { reviewer: '甲' };
    const { client } = await start({
      capabilities: PULL,
      locale: 'zh-cn',
      folder: pathToFileURL(folder).href,
      options: { settings },
      ...options,
    });
    await client.open(uri, text);
    return client;
  }
  const claimOf = async (client: TestClient, text = NUMBER): Promise<ClaimItem> => {
    const claim = (await client.claims(uri)).claims.find((one) => one.text === text);
    assert.ok(claim, text);
    return claim;
  };
  const decide = (client: TestClient, args: Partial<ReviewArguments>): Promise<ReviewAnswer> =>
    client.connection.sendRequest('workspace/executeCommand', { command: REVIEW_COMMAND, arguments: [{ uri, ...args }] });
  const review = (client: TestClient): Promise<ReviewResult> => client.connection.sendRequest('claimlens/review', { uri });
  const hover = async (client: TestClient, claim: ClaimItem): Promise<string> => {
    const found: Hover = await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: claim.range.start });
    return (found.contents as { value: string }).value;
  };

  it('dismisses with a reason: out of the problems, on disk at once, in the hover and on the command line', async () => {
    const client = await opened();
    const claim = await claimOf(client);
    assert.ok((await client.pull(uri)).items.some((d) => (d.data as { id: string }).id === claim.id));
    const answer = await decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '受访者本人口述' } });
    assert.equal(answer.error, null);
    const [entry] = stored();
    assert.deepEqual([entry.id, entry.status, entry.reason, entry.reviewer], [answer.entry, 'dismissed', '受访者本人口述', '甲']);
    const after = await claimOf(client);
    assert.deepEqual(after.suppressed, { by: 'review', reason: '受访者本人口述' });
    assert.equal(after.review?.status, 'dismissed');
    assert.ok(!(await client.pull(uri)).items.some((d) => (d.data as { id: string }).id === claim.id));
    assert.match(await hover(client, after), /核查：驳回（甲，\d+年\d+月\d+日）/);
    const { claims } = JSON.parse(check(folder, ['a.md', '--format', 'json', '--fail-on', 'never']).out);
    const told = claims.find(({ text }: ClaimItem) => text === NUMBER);
    assert.deepEqual(told.suppressed, { by: 'review', reason: '受访者本人口述' });
    const { out } = check(folder, ['a.md', '--format', 'csv', '--fail-on', 'never']);
    assert.match(out, /受访者本人口述/);
  });

  it('is there again in the next session, wherever the text has moved meanwhile', async () => {
    const first = await opened();
    await decide(first, { claim: (await claimOf(first)).id, change: { status: 'verified', note: '查过年报' } });
    await first.connection.sendRequest('shutdown');
    const moved = ARTICLE.replace('## 现状', '## 前言\n\n新写的一段话。\n\n## 现状');
    const client = await opened(moved);
    const claim = await claimOf(client);
    assert.deepEqual([claim.review?.status, claim.review?.note, claim.review?.changedFrom], ['verified', '查过年报', null]);
    assert.equal(claim.suppressed, null);
  });

  it('follows typing exactly, and asks for another look where the number itself changed', async () => {
    const client = await opened();
    const claim = await claimOf(client);
    await decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '口述' } });
    const { start } = claim.range;
    await client.change(uri, 2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '前言。\n\n' }]);
    assert.equal((await claimOf(client)).review?.changedFrom, null);
    const line = start.line + 2;
    const digit = { line, character: start.character + 2 };
    await client.change(uri, 3, [{ range: { start: digit, end: { line, character: digit.character + 3 } }, text: '90' }]);
    const changed = await claimOf(client, '接近90万人次');
    assert.equal(changed.review?.changedFrom, NUMBER);
    assert.equal(changed.suppressed, null);
    assert.match(await hover(client, changed), /原文已改动，请复核/);
    await decide(client, { claim: changed.id, change: { status: 'verified' } });
    assert.equal((await claimOf(client, '接近90万人次')).review?.changedFrom, null);
    assert.equal(stored().length, 1);
  });

  it('lists what lost its claim with its old words', async () => {
    const client = await opened();
    await decide(client, { claim: (await claimOf(client)).id, change: { status: 'disputed' } });
    await client.change(uri, 2, [{ text: ARTICLE.replace('这家公司去年接待了接近100万人次,收入3亿元。', '').replace(/这家公司.*\n/, '') }]);
    const { entries } = await review(client);
    assert.deepEqual(
      entries.map(({ text, range, claim }) => [text, range, claim]),
      [[NUMBER, null, null]],
    );
  });

  it('marks what the analysis missed', async () => {
    const client = await opened();
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } };
    const answer = await decide(client, { range, code: 'vague-attribution', change: { note: '哪家?' } });
    assert.equal(answer.error, null);
    const claim = (await client.claims(uri)).claims.find(({ id }) => id === answer.entry);
    assert.deepEqual([claim?.text, claim?.code, claim?.review?.marked], ['这家公司', 'vague-attribution', true]);
    assert.match((await decide(client, { range, code: 'nonsense' })).error ?? '', /nonsense/);
    await decide(client, { entry: answer.entry!, withdraw: true });
    assert.deepEqual(stored(), []);
  });

  it('counts how far it is', async () => {
    const client = await opened();
    const before = await review(client);
    assert.ok(before.total > 1);
    assert.equal(before.done, 0);
    await decide(client, {
      claim: (await claimOf(client)).id,
      change: { status: 'sourced', sources: [{ url: 'https://example.com/a', seen: '2024-02-01' }] },
    });
    const after = await review(client);
    assert.deepEqual([after.done, after.total], [1, before.total]);
  });

  it('keeps conflicting decisions of two people, shows both, and lets one stand', async () => {
    const client = await opened();
    const claim = await claimOf(client);
    await decide(client, { claim: claim.id, change: { status: 'verified' } });
    // A colleague's window has written meanwhile, and this one has not heard of it.
    const file = JSON.parse(readFileSync(reviewFile(), 'utf8'));
    Object.assign(file.entries[0], { status: 'wrong', reviewer: '乙' });
    writeFileSync(reviewFile(), JSON.stringify(file));
    await decide(client, { claim: claim.id, change: { status: 'dismissed', reason: '口述' } });
    assert.deepEqual(
      stored()
        .map((entry: { status: string }) => entry.status)
        .sort(),
      ['dismissed', 'wrong'],
    );
    const both = await claimOf(client);
    assert.equal(both.suppressed, null);
    assert.deepEqual(
      both.review?.others.map(({ status, reviewer }) => [status, reviewer]),
      [['wrong', '乙']],
    );
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: both.range,
      context: { diagnostics: [] },
    });
    const keep = actions.find(({ title }) => title === '以乙的结论为准：有误')?.command;
    assert.ok(keep);
    await client.connection.sendRequest('workspace/executeCommand', { command: keep.command, arguments: keep.arguments });
    assert.deepEqual(
      stored().map((entry: { status: string }) => entry.status),
      ['wrong'],
    );
    assert.deepEqual((await claimOf(client)).review?.others, []);
  });

  it('hears of changes on disk', async () => {
    const client = await opened();
    const claim = await claimOf(client);
    await decide(client, { claim: claim.id, change: { status: 'verified' } });
    const file = JSON.parse(readFileSync(reviewFile(), 'utf8'));
    Object.assign(file.entries[0], { status: 'wrong', reviewer: '乙' });
    writeFileSync(reviewFile(), JSON.stringify(file));
    const told = client.next('claimlens/claimsChanged');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(reviewFile()).href, type: 2 }],
    });
    await told;
    assert.equal((await claimOf(client)).review?.status, 'wrong');
  });

  it('leaves a broken file alone, says where it is broken, and takes it up when it is mended', async () => {
    const broken = '{\n  "schemaVersion": 1,\n<<<<<<< HEAD\n  "entries": []\n}\n';
    mkdirSync(dirname(reviewFile()), { recursive: true });
    writeFileSync(reviewFile(), broken);
    const client = await opened();
    const claim = await claimOf(client);
    const problem = (await review(client)).problem ?? '';
    assert.match(problem, /a\.md\.json:3:1 核查记录里有未解决的合并冲突.*只读/);
    assert.ok(
      client.seen.some(({ event, params }) => event === 'window/showMessage' && (params as { message: string }).message === problem),
    );
    const answer = await decide(client, { claim: claim.id, change: { status: 'verified' } });
    assert.deepEqual(answer, { entry: null, error: problem });
    assert.equal(readFileSync(reviewFile(), 'utf8'), broken);
    writeFileSync(reviewFile(), '{ "schemaVersion": 1, "entries": [] }');
    assert.equal((await decide(client, { claim: claim.id, change: { status: 'verified' } })).error, null);
    assert.equal(stored().length, 1);
  });

  it('lives with entries of rules that this project does not have', async () => {
    const client = await opened();
    const answer = await decide(client, { claim: (await claimOf(client)).id, change: { status: 'verified' } });
    const file = JSON.parse(readFileSync(reviewFile(), 'utf8'));
    file.entries.push({ ...file.entries[0], id: 'foreign', code: 'house-rule', marked: true });
    writeFileSync(reviewFile(), JSON.stringify(file));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(reviewFile()).href, type: 2 }],
    });
    const { entries, problem } = await review(client);
    assert.equal(problem, null);
    assert.ok(entries.some(({ entry }) => entry === answer.entry));
    await decide(client, { claim: (await claimOf(client)).id, change: { note: '还在' } });
    assert.deepEqual(
      stored()
        .map(({ id }: { id: string }) => id)
        .sort(),
      [answer.entry, 'foreign'].sort(),
    );
    const { entries: all } = await review(client);
    assert.equal(all.find(({ entry }) => entry === 'foreign')?.name, 'house-rule');
  });

  it('moves along with a renamed article', async () => {
    const client = await opened();
    await decide(client, { claim: (await claimOf(client)).id, change: { status: 'verified' } });
    const renamed = pathToFileURL(join(folder, 'b.md')).href;
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.open(renamed, ARTICLE);
    await client.claims(renamed);
    const told = client.next<{ uri: string }>('claimlens/claimsChanged', (params) => params.uri === renamed);
    await client.connection.sendNotification('workspace/didRenameFiles', { files: [{ oldUri: uri, newUri: renamed }] });
    await told;
    const { claims } = await client.claims(renamed);
    assert.equal(claims.find(({ text }) => text === NUMBER)?.review?.status, 'verified');
    assert.ok(!existsSync(reviewFile()) && existsSync(reviewFile('b.md')));
  });

  it('says that an article without a folder has no place for it', async () => {
    const client = await opened();
    const untitled = 'untitled:Untitled-1';
    await client.open(untitled, ARTICLE);
    const claim = (await client.claims(untitled)).claims[0]!;
    const answer = await decide(client, { uri: untitled, claim: claim.id, change: { status: 'verified' } });
    assert.match(answer.error ?? '', /还没有存盘/);
  });

  it('offers decisions as actions, those that ask only where the client can', async () => {
    const titles = async (client: TestClient) => {
      const { range } = await claimOf(client);
      const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
      return ((await client.connection.sendRequest('textDocument/codeAction', params)) as CodeAction[]).map(({ title }) => title);
    };
    const plain = await titles(await opened());
    assert.ok(plain.includes('标记“无来源数字”：已核实'));
    assert.ok(!plain.includes('驳回“无来源数字”并写明理由…'));
    assert.ok((await titles(await opened(ARTICLE, { options: { clientCommands: [ASK_REVIEW] } }))).includes('驳回“无来源数字”并写明理由…'));
  });

  it('lists the predictions of the folder, overdue first, with what became of them', async () => {
    const dated = (date: string) => `---\ndate: ${date}\n---\n\n${ARTICLE}`;
    writeFileSync(join(folder, 'old.md'), dated('2019-03-01'));
    writeFileSync(join(folder, 'new.md'), dated(`${new Date().getUTCFullYear()}-01-01`));
    const client = await opened();
    const list = (): Promise<PredictionsResult> => client.connection.sendRequest('claimlens/predictions', {});
    const { predictions, articles } = await list();
    assert.equal(articles, 3);
    const mine = predictions.filter(({ text }) => text.includes('50亿'));
    assert.deepEqual(
      mine.map(({ article, due }) => [article, due]),
      [
        ['old.md', '2020-03-01'],
        ['new.md', `${new Date().getUTCFullYear() + 1}-01-01`],
        ['a.md', null],
      ],
    );
    assert.ok(mine.every(({ speaker }) => speaker === '周屹'));
    const old = mine[0]!;
    const outcome = { result: 'false', evidence: '年报', date: '2020-04-30' } as const;
    assert.equal((await decide(client, { uri: old.uri, claim: old.claim, change: { outcome } })).error, null);
    assert.deepEqual(stored('old.md')[0].outcome, outcome);
    const after = (await list()).predictions.find(({ article, claim }) => article === 'old.md' && claim === old.claim);
    assert.deepEqual(after?.outcome, outcome);
  });
});
