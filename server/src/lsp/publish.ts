import type { Connection } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { OpenArticle } from './article.ts';

let next = 0;

/** Takes new problems for what the editor knows: same problems, same id. Answers whether they differ. */
export function remember(article: OpenArticle, items: Diagnostic[]): boolean {
  if (article.problems && same(article.problems.items, items)) return false;
  next++;
  article.problems = { id: `${next}`, items };
  return true;
}

function same(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((x, i) => {
      const y = b[i]!;
      if (x === y) return true;
      return (
        x.range.start.line === y.range.start.line &&
        x.range.start.character === y.range.start.character &&
        x.range.end.line === y.range.end.line &&
        x.range.end.character === y.range.end.character &&
        x.code === y.code &&
        x.severity === y.severity &&
        x.message === y.message &&
        (x.data as { id?: unknown } | undefined)?.id === (y.data as { id?: unknown } | undefined)?.id
      );
    })
  );
}

/** For clients that do not pull. An article that never had problems is not mentioned at all. */
export function push(connection: Connection, article: OpenArticle, items: Diagnostic[]): void {
  const before = article.problems;
  remember(article, items);
  if (!article.isArticle && !before && items.length === 0) return;
  const { uri, version } = article.document;
  void connection.sendDiagnostics({ uri, version, diagnostics: items });
}
