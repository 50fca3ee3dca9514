import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../../common/protocol.ts';
import { type Api, compose } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const file = (path: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, path);
  return compose(context, (options) => {
    let worker: Worker | undefined;
    let wasm: InitializationOptions['wasm'];
    // The client's own test for a Worker fails in VS Code, which puts a class of its own in its place.
    const start = async (): Promise<MessageTransports> => {
      worker?.terminate();
      wasm = await addressOrBytes(file('dist/jieba.wasm'));
      const script = await addressOrBytes(file('dist/web/server.js'));
      worker = new Worker(typeof script === 'string' ? script : URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    context.subscriptions.push({ dispose: () => worker?.terminate() });
    return new LanguageClient('claimlens', 'Claimlens', start, {
      ...options,
      // Asked for when the worker runs.
      initializationOptions: (): InitializationOptions => ({ ...options.initializationOptions, ...(wasm && { wasm }) }),
    });
  });
}

/**
 * A file of ours as a worker can have it: its address where the web serves it. From an extension on a remote machine VS Code
 * starts no worker, and lets none fetch: there the file itself is handed over.
 */
async function addressOrBytes(uri: vscode.Uri): Promise<string | Uint8Array<ArrayBuffer>> {
  if (/^https?$/.test(uri.scheme)) return uri.toString(true);
  return (await vscode.workspace.fs.readFile(uri)) as Uint8Array<ArrayBuffer>;
}
