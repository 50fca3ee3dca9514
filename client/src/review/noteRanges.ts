import * as vscode from 'vscode';
import { isArticle, openDocument } from '../articles.ts';
import type { ClaimsStore } from '../claims/store.ts';
import { rangeIn } from '../claims/stretch.ts';

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
    const document = openDocument(uri);
    const now = document ? told(this.#of(document)) : '';
    if (this.#offered.get(uri.toString()) === now) return;
    this.#offered.set(uri.toString(), now);
    this.#offer();
  }

  forget(uri: vscode.Uri): void {
    this.#offered.delete(uri.toString());
  }

  #offer(): void {
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => {
        if (!isArticle(document)) return [];
        const ranges = this.#of(document);
        this.#offered.set(document.uri.toString(), told(ranges));
        return ranges;
      },
    };
  }

  #of(document: vscode.TextDocument): vscode.Range[] {
    return (this.store.get(document.uri)?.claims ?? []).map((claim) => lines(rangeIn(document, claim)));
  }
}

function told(ranges: readonly vscode.Range[]): string {
  return ranges.map(({ start, end }) => `${start.line}-${end.line}`).join(' ');
}

/** Comments stand under whole lines. */
function lines(range: vscode.Range): vscode.Range {
  return new vscode.Range(range.start.line, 0, range.end.line, 0);
}
