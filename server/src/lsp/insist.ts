import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { OpenArticle } from './article.ts';

/** "No claims" is said only where the check ran: throws for one that was given up or failed. */
export function insistOnCheck(article: OpenArticle, checked: unknown, token?: CancellationToken): void {
  if (checked !== null || !article.isArticle || article.skipped !== null || article.closed) return;
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  throw new ResponseError(LSPErrorCodes.RequestFailed, 'the analysis failed; see the log');
}
