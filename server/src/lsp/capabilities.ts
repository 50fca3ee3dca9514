import type { ServerCapabilities } from 'vscode-languageserver';
import { APPLY_IGNORE, CHECK_ARTICLE, CHECK_WORKSPACE, REVIEW_COMMAND } from '../../../common/protocol.ts';
import { ACTION_KINDS } from '../features/fixes/actions.ts';
import { LEGEND } from '../features/tokens.ts';
import type { Client } from './client.ts';

/** Articles, and folders of them. */
const MOVES = {
  filters: [
    { scheme: 'file', pattern: { glob: '**/*.{md,markdown,txt}', matches: 'file' as const } },
    { scheme: 'file', pattern: { glob: '**', matches: 'folder' as const } },
  ],
};

export function capabilities(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
    hoverProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: client.resolvesActions },
    codeLensProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    executeCommandProvider: { commands: [APPLY_IGNORE, CHECK_ARTICLE, CHECK_WORKSPACE, REVIEW_COMMAND] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didRename: MOVES, didDelete: MOVES },
    },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'claimlens', interFileDependencies: false, workspaceDiagnostics: true } }
      : {}),
  };
}
