import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, compose } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  return compose(context, (options) => new LanguageClient('claimlens', 'Claimlens', async () => new Worker(script), options));
}
