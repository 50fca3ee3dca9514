import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../../common/protocol.ts';
import { type Api, compose } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const file = (path: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, path);
  return compose(context, (options) => {
    let worker: Worker | undefined;
    let wasm = '';
    // The client's own test for a Worker fails in VS Code, which puts a class of its own in its place.
    const start = async (): Promise<MessageTransports> => {
      worker?.terminate();
      wasm = await reachable(file('dist/jieba.wasm'), 'application/wasm');
      worker = new Worker(await reachable(file('dist/web/server.js'), 'text/javascript'));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    context.subscriptions.push({ dispose: () => worker?.terminate() });
    return new LanguageClient('claimlens', 'Claimlens', start, {
      ...options,
      // Asked for when the worker runs.
      initializationOptions: (): InitializationOptions => ({ ...options.initializationOptions, wasm }),
    });
  });
}

/**
 * An address from which a worker can be started and that it can fetch itself. Where the extension lies on a remote machine
 * VS Code starts no worker from there: a copy in memory takes its place.
 */
async function reachable(uri: vscode.Uri, type: string): Promise<string> {
  if (/^https?$/.test(uri.scheme)) return uri.toString(true);
  return URL.createObjectURL(new Blob([(await vscode.workspace.fs.readFile(uri)) as Uint8Array<ArrayBuffer>], { type }));
}
