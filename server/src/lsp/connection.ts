import { type Connection, DidChangeWatchedFilesNotification, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { CONFIG_NAME } from '../config/project.ts';
import { capabilities } from './capabilities.ts';
import { readClient } from './client.ts';
import { connectCommands } from './commands.ts';
import { connectDiagnostics } from './diagnosticsHandlers.ts';
import { connectExports } from './exportHandlers.ts';
import { connectFeatures } from './featureHandlers.ts';
import type { Platform } from './platform.ts';
import { connectReviews } from './reviewHandlers.ts';
import { Server } from './server.ts';
import { connectSync } from './sync.ts';
import { WorkspaceCheck } from './workspaceCheck.ts';

/** Serves Claimlens over a connection until the client shuts it down. */
export function serve(connection: Connection, platform: Platform): void {
  let server: Server | undefined;
  let workspace: WorkspaceCheck | undefined;
  let down = false;
  const theServer = (): Server => {
    if (!server) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize first');
    if (down) throw new ResponseError(ErrorCodes.InvalidRequest, 'shut down already');
    return server;
  };

  connection.onInitialize((params) => {
    // A second one would forget what is open.
    if (server) throw new ResponseError(ErrorCodes.InvalidRequest, 'initialized already');
    const client = readClient(params, platform.locale);
    server = new Server(connection, client, platform);
    workspace = new WorkspaceCheck(server);
    return { capabilities: capabilities(client), serverInfo: { name: 'claimlens', version: platform.version } };
  });

  connection.onInitialized(() => {
    const { settings, client, reviews } = theServer();
    settings.start();
    reviews.watch.start();
    if (client.tellsFolders) connection.workspace.onDidChangeWorkspaceFolders((event) => theServer().foldersChanged(event));
    if (client.registersWatchers) {
      const watchers = [{ globPattern: `**/${CONFIG_NAME}` }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
  });

  connection.onShutdown(() => {
    down = true;
    server?.dispose();
  });

  const theWorkspace = () => workspace ?? new WorkspaceCheck(theServer());
  connectSync(connection, theServer, theWorkspace);
  connectDiagnostics(connection, theServer, theWorkspace);
  connectFeatures(connection, theServer, theWorkspace);
  connectReviews(connection, theServer);
  connectExports(connection, theServer);
  connectCommands(connection, theServer, theWorkspace);
  connection.listen();
}
