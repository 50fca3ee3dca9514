// The least of an editor: the language server over stdio, with documents opened, edited and asked about.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

export async function startServer(script, { pull = true } = {}) {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = [];
  const results = new Map();
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    for (const entry of waiting.splice(0))
      if (entry.uri === params.uri) entry.resolve(params);
      else waiting.push(entry);
  });
  connection.onRequest(() => null);
  connection.listen();
  const textDocument = pull ? { diagnostic: { dynamicRegistration: false } } : { publishDiagnostics: {} };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument } });
  await connection.sendNotification('initialized', {});
  return {
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    change: (uri, version, range, text) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] }),
    /** As editors pull them: told what they have already. */
    async diagnostics(uri) {
      const previousResultId = results.get(uri);
      const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
      if (report.resultId !== undefined) results.set(uri, report.resultId);
      return report;
    },
    published: (uri) => new Promise((resolve) => waiting.push({ uri, resolve })),
    /** A request that every server answers, after all that was sent before it. */
    settled: () => connection.sendRequest('claimlens/none').catch(() => undefined),
    /** Resident size in bytes; Linux only. */
    resident: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) * 1024,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
      connection.dispose();
    },
  };
}
