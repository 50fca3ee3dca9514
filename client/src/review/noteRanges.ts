import * as vscode from 'vscode';
import { isArticle } from '../articles.ts';
import type { ClaimsStore } from '../claims/store.ts';
import { toRange } from './noteThreads.ts';

/** On which lines notes can be written: those of claims. VS Code asks when a text changes, which is before its claims are known. */
export class NoteRanges {
  readonly #offered = new Map<string, string>();

  constructor(
    private readonly controller: vscode.CommentController,
    private readonly store: ClaimsStore,
  ) {
    this.#offer();
  }

  /** The claims of an article are known: makes VS Code ask again, where they stand on other lines than it was told. */
  offerAnew(uri: vscode.Uri): void {
    const now = this.#of(uri)
      .map(({ start, end }) => `${start.line}-${end.line}`)
      .join(' ');
    if (this.#offered.get(uri.toString()) === now) return;
    this.#offered.set(uri.toString(), now);
    this.#offer();
  }

  forget(uri: vscode.Uri): void {
    this.#offered.delete(uri.toString());
  }

  #offer(): void {
    const provideCommentingRanges = (document: vscode.TextDocument) => (isArticle(document) ? this.#of(document.uri) : []);
    this.controller.commentingRangeProvider = { provideCommentingRanges };
  }

  #of(uri: vscode.Uri): vscode.Range[] {
    return (this.store.get(uri)?.claims ?? []).map(({ range }) => lines(toRange(range)));
  }
}

/** Comments stand under whole lines. */
function lines(range: vscode.Range): vscode.Range {
  return new vscode.Range(range.start.line, 0, range.end.line, 0);
}
