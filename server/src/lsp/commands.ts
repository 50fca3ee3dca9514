import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  APPLY_IGNORE,
  CHECK_ARTICLE,
  CHECK_WORKSPACE,
  type ClaimsResult,
  type IgnoreArguments,
  REVIEW_COMMAND,
} from '../../../common/protocol.ts';
import { ignoreLine } from '../features/ignore.ts';
import { ARTICLE_ARGUMENT, argumentOf, IGNORE_ARGUMENT, invalid, reviewArgument } from './commandArguments.ts';
import { claimsResult } from './featureHandlers.ts';
import { insistOnCheck } from './insist.ts';
import type { Server } from './server.ts';
import type { WorkspaceCheck } from './workspaceCheck.ts';

/** `workspace/executeCommand`. */
export function connectCommands(connection: Connection, server: () => Server, workspace: () => WorkspaceCheck): void {
  connection.onExecuteCommand(async ({ command, arguments: args }, token, progress) => {
    const { locale } = server().client;
    switch (command) {
      case APPLY_IGNORE:
        return ignore(server(), argumentOf<IgnoreArguments>(command, args, IGNORE_ARGUMENT, locale), token);
      case REVIEW_COMMAND:
        return server().reviews.set(reviewArgument(args, locale), token);
      case CHECK_ARTICLE:
        return check(server(), argumentOf<{ uri: string }>(command, args, ARTICLE_ARGUMENT, locale).uri, token);
      case CHECK_WORKSPACE:
        return workspace().run(token, progress);
      default:
        throw invalid(`unknown command: ${command}`);
    }
  });
}

async function ignore(server: Server, { uri, id, reason }: IgnoreArguments, token: CancellationToken): Promise<boolean> {
  const article = server.articles.get(uri);
  const checked = article && (await server.actedOn(article, token));
  const claim = checked?.analysis.claims.find((candidate) => candidate.id === id);
  if (!checked || !claim) return false;
  const edit = ignoreLine(checked.document, claim.start, claim.code, checked.analysis.article.format, reason ?? '');
  const answer = await server.connection.workspace.applyEdit({ changes: { [uri]: [edit] } });
  return answer.applied;
}

async function check(server: Server, uri: string, token: CancellationToken): Promise<ClaimsResult> {
  const article = server.articles.get(uri);
  if (!article) return claimsResult(server, uri, null);
  await article.loading;
  article.due = true;
  const checked = await server.checker.fresh(article, token);
  server.refresh();
  if (server.articles.has(uri)) insistOnCheck(article, checked, server.client.locale, token);
  return claimsResult(server, uri, checked);
}
