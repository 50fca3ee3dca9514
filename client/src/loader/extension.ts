import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { Api } from '../api.ts';
import type * as client from '../extension.node.ts';
import { CompiledBundle } from './compiled.ts';

/** After so long a start is over, and what it runs is compiled. */
const SETTLED_MS = 3000;

/** Loads the client, compiled where that was kept, and starts it. */
export function activate(context: vscode.ExtensionContext): Api {
  const folder: string | undefined = context.globalStorageUri?.fsPath;
  const cache = folder ? join(folder, 'client.compiled') : null;
  const bundle = new CompiledBundle(join(__dirname, 'client.js'), cache);
  if (cache !== null && !bundle.fromCache) {
    const timer = setTimeout(() => bundle.keep(cache).catch(() => undefined), SETTLED_MS);
    context.subscriptions.push({ dispose: () => clearTimeout(timer) });
  }
  return (bundle.exports as typeof client).activate(context);
}
