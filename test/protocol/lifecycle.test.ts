import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { PULL, SERVER, start, stopAll, TestClient } from './harness.ts';
import { ARTICLE } from './texts.ts';

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

  it('lives on where a path cannot even be looked for', async () => {
    const { client } = await start({ capabilities: PULL });
    const uri = `file:///tmp/${'a'.repeat(300)}/x.md`;
    await client.open(uri, ARTICLE);
    assert.ok((await client.pull(uri)).items.length > 0);
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

  it('speaks over a socket and over Node IPC as over standard streams', async () => {
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const remote = spawn(process.execPath, [SERVER, `--socket=${(listening.address() as AddressInfo).port}`], { stdio: 'inherit' });
    const [socket] = (await once(listening, 'connection')) as [Socket];
    const local = fork(SERVER, ['--node-ipc']);
    const connections = [
      createProtocolConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket)),
      createProtocolConnection(new IPCMessageReader(local), new IPCMessageWriter(local)),
    ];
    try {
      for (const connection of connections) {
        const client = await new TestClient(connection).initialize({ capabilities: PULL });
        await client.open('file:///articles/s.md', ARTICLE);
        assert.ok((await client.pull('file:///articles/s.md')).items.length > 0);
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
      }
      for (const child of [remote, local]) if (child.exitCode === null) await once(child, 'exit');
      assert.deepEqual([remote.exitCode, local.exitCode], [0, 0]);
    } finally {
      for (const child of [remote, local]) child.kill();
      listening.close();
    }
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
