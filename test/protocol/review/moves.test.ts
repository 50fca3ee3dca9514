import assert from 'node:assert/strict';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { stopAll, type TestClient } from '../harness.ts';
import { ARTICLE } from '../texts.ts';
import { Desk, NUMBER } from './desk.ts';

describe('language server: review: moves', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.leave());
  after(stopAll);

  it('moves along with a renamed article', async () => {
    const client = await desk.opened();
    await desk.decide(client, { claim: (await desk.claim(client)).id, change: { status: 'verified' } });
    const renamed = desk.uriOf('b.md');
    renameSync(desk.path('a.md'), desk.path('b.md'));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: desk.uri } });
    await client.open(renamed, ARTICLE);
    await client.claims(renamed);
    const told = client.next<{ uri: string }>('claimlens/claimsChanged', (params) => params.uri === renamed);
    await client.connection.sendNotification('workspace/didRenameFiles', { files: [{ oldUri: desk.uri, newUri: renamed }] });
    await told;
    const { claims } = await client.claims(renamed);
    assert.equal(claims.find(({ text }) => text === NUMBER)?.review?.status, 'verified');
    assert.ok(!existsSync(desk.reviewFile()) && existsSync(desk.reviewFile('b.md')));
  });

  it('is found by an article that was renamed without the editor, as by git', async () => {
    const client = await desk.opened();
    await desk.decide(client, { claim: (await desk.claim(client)).id, change: { status: 'verified' } });
    renameSync(desk.path('a.md'), desk.path('b.md'));
    const edited = `新写的开头。\n\n${ARTICLE}`;
    writeFileSync(desk.path('b.md'), edited);
    await client.open(desk.uriOf('b.md'), edited);
    await regained(client, 'b.md', true);
    assert.ok(!existsSync(desk.reviewFile()) && existsSync(desk.reviewFile('b.md')));
  });

  it('stays with its article where a copy is opened, and where another text takes the place of one that is gone', async () => {
    const client = await desk.opened();
    await desk.decide(client, { claim: (await desk.claim(client)).id, change: { status: 'verified' } });
    await client.open(desk.uriOf('copy.md'), ARTICLE);
    await regained(client, 'copy.md', false);
    renameSync(desk.path('a.md'), desk.path('b.md'));
    const other = ARTICLE.replace(NUMBER, '不少客人');
    await client.open(desk.uriOf('b.md'), other);
    await client.claims(desk.uriOf('b.md'));
    assert.ok(existsSync(desk.reviewFile()) && !existsSync(desk.reviewFile('b.md')));
  });

  it('is there again when the deletion of its article is undone', async () => {
    const client = await desk.opened();
    await desk.decide(client, { claim: (await desk.claim(client)).id, change: { status: 'verified' } });
    const deleted = { files: [{ uri: desk.uri }] };
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: desk.uri } });
    await client.connection.sendNotification('workspace/didDeleteFiles', deleted);
    const next = await desk.opened();
    await regained(next, 'a.md', true);
    assert.ok(existsSync(desk.reviewFile()) && !existsSync(desk.path('.claimlens/deleted/a.md.json')));
  });

  async function regained(client: TestClient, name: string, wanted: boolean): Promise<void> {
    const { claims } = await client.claims(desk.uriOf(name));
    assert.equal(claims.find(({ text }) => text === NUMBER)?.review?.status, wanted ? 'verified' : undefined);
  }
});
