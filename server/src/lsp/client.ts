import type { InitializeParams } from 'vscode-languageserver';
import { type Locale, localeOf } from '../../../common/locale.ts';
import type { InitializationOptions } from '../../../common/protocol.ts';
import type { EditOptions } from '../features/fixes/edit.ts';

/** What the client can do and wants, read once from `initialize`. */
export interface Client {
  readonly locale: Locale;
  readonly options: InitializationOptions;
  /** The workspace's folders; they may come and go. */
  folders: readonly string[];
  readonly commands: ReadonlySet<string>;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly asksConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly tellsFolders: boolean;
  readonly resolvesActions: boolean;
  readonly edits: EditOptions;
  readonly nestsSymbols: boolean;
  readonly rendersMarkdown: boolean;
  readonly showsProgress: boolean;
  readonly appliesEdits: boolean;
  /** Asks with buttons, and opens a file where it is told to. */
  readonly showsDocuments: boolean;
}

export function readClient(params: InitializeParams, systemLocale: string | undefined): Client {
  const { workspace, textDocument, window } = params.capabilities;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    locale: localeOf(options.locale ?? params.locale ?? systemLocale),
    options,
    folders,
    commands: new Set(Array.isArray(options.clientCommands) ? options.clientCommands : []),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    asksConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    resolvesActions:
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true && textDocument.codeAction.dataSupport === true,
    edits: {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    },
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    rendersMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    showsProgress: window?.workDoneProgress === true,
    appliesEdits: workspace?.applyEdit === true,
    showsDocuments: window?.showDocument?.support === true,
  };
}
