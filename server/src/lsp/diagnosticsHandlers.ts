import {
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { OpenArticle } from './article.ts';
import { insistOnCheck } from './insist.ts';
import { remember } from './publish.ts';
import { LONG_ARTICLE, type Server } from './server.ts';
import type { WorkspaceCheck } from './workspaceCheck.ts';

/** Diagnostics for clients that pull them. */
export function connectDiagnostics(connection: Connection, server: () => Server, workspace: () => WorkspaceCheck): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const article = server().articles.get(textDocument.uri);
    if (!article) return { kind: 'full', items: [] };
    await bringUpToDate(server(), article, previousResultId, token);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return report(article, previousResultId);
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [uri, article] of server().articles) {
      // One that cannot be checked keeps what it has, and does not stop the others.
      const failed = await bringUpToDate(server(), article, known.get(uri), token).then(
        () => false,
        () => true,
      );
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (failed) known.delete(uri);
      else if (!article.closed) items.push({ uri, version: article.document.version, ...report(article, known.get(uri)) });
    }
    for (const [uri, { id, items: found }] of workspace().found) {
      if (server().articles.has(uri)) continue;
      const unchanged = known.get(uri) === id;
      items.push(
        unchanged
          ? { kind: 'unchanged', uri, version: null, resultId: id }
          : { kind: 'full', uri, version: null, resultId: id, items: found },
      );
    }
    // What was told of and is neither open nor found any more is taken back: who is told nothing keeps it.
    const told = new Set(items.map(({ uri }) => uri));
    for (const uri of known.keys()) if (!told.has(uri)) items.push({ kind: 'full', uri, version: null, items: [] });
    return { items };
  });
}

async function bringUpToDate(
  server: Server,
  article: OpenArticle,
  known: string | undefined,
  token: Parameters<Server['checker']['fresh']>[1],
): Promise<void> {
  await article.loading;
  await server.settings.ready;
  // Not to be checked before it is saved or the command is given: what the editor has stays, moved along with the edits since.
  if (!article.due) {
    const { kept, problems, document } = article;
    // At every key of a long article that would hold up the typing: editors move what they know themselves.
    if (known === problems?.id && document.getText().length >= LONG_ARTICLE) return;
    if (kept && problems) remember(article, server.problemsOf(article, server.standing(article)));
    return;
  }
  const checked = await server.checker.fresh(article, token);
  if (token?.isCancellationRequested) return;
  if (!article.closed) insistOnCheck(article, checked, server.client.locale);
  // Anew also where the analysis stands: a setting may have changed which of its claims are problems.
  remember(article, server.problemsOf(article, checked));
}

function report(article: OpenArticle, known: string | undefined): DocumentDiagnosticReport {
  const { id, items } = article.problems ?? { id: '0', items: [] as Diagnostic[] };
  return known === id ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items };
}
