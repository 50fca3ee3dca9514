import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Locale } from '../../../common/locale.ts';
import { t } from '../features/messages.ts';
import type { OpenArticle } from './article.ts';

/** "No claims" is said only where the check ran: throws for one that was given up, failed, or was of an article that is open anew. */
export function insistOnCheck(article: OpenArticle, checked: unknown, locale: Locale, token?: CancellationToken): void {
  if (checked !== null || !article.isArticle || article.skipped !== null) return;
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (article.closed) throw new ResponseError(LSPErrorCodes.ContentModified, 'closed meanwhile');
  throw new ResponseError(LSPErrorCodes.RequestFailed, t(locale, 'status.notChecked'));
}
