import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../../common/protocol.ts';
import { type Api, compose } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const file = (path: string): string => vscode.Uri.joinPath(context.extensionUri, path).toString(true);
  return compose(context, (options) => {
    const initializationOptions: InitializationOptions = { ...options.initializationOptions, wasm: file('dist/jieba.wasm') };
    return new LanguageClient('claimlens', 'Claimlens', async () => new Worker(file('dist/web/server.js')), {
      ...options,
      initializationOptions,
    });
  });
}
