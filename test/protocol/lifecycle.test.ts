import assert from 'node:assert/strict';
import { PULL, start, stopAll } from './harness.ts';

describe('language server: lifecycle', () => {
  after(stopAll);

  it('introduces itself to a client without capabilities', async () => {
    const { client, exited } = await start();
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'claimlens');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    assert.equal(capabilities.diagnosticProvider, undefined);
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    assert.equal(await exited, 0);
  });

  it('offers pull diagnostics to a client that pulls', async () => {
    const { client } = await start({ capabilities: PULL });
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'claimlens',
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
  });

  it('exits with 1 when told to exit without shutdown', async () => {
    const { client, exited } = await start();
    await client.connection.sendNotification('exit');
    assert.equal(await exited, 1);
  });

  it('exits when its input ends', async () => {
    const { process, exited } = await start();
    process.stdin!.end();
    assert.equal(await exited, 1);
  });

  it('ignores documents it does not know', async () => {
    const { client } = await start({ capabilities: PULL });
    const uri = 'file:///nowhere.md';
    assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
    assert.equal(
      await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
      null,
    );
    assert.deepEqual(await client.claims(uri), { claims: [], version: 0, date: null, skipped: 'disabled' });
    await client.change(uri, 2, [{ text: 'x' }]);
    assert.deepEqual((await client.pull(uri)).items, []);
  });
});
