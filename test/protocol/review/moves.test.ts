import assert from 'node:assert/strict';
import { existsSync, renameSync } from 'node:fs';
import { stopAll } from '../harness.ts';
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
});
