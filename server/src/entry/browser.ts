import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { serve } from '../lsp/connection.ts';
import { browserPlatform, type WorkerScope } from './browser/platform.ts';

// The language server in a web worker.
const scope = globalThis as unknown as WorkerScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope as never),
  new BrowserMessageWriter(scope as never),
);
serve(connection, browserPlatform(scope, connection));
