import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from './hull.ts';

/**
 * Applies an edit of one stretch and answers which. Ranges that are turned round, or reach beyond a line or the text, mean what the
 * protocol says they mean; the document's own arithmetic is kept from what it does not stand: lines beyond the last, and ends of
 * lines that an edit takes apart or puts together.
 */
export function applyStretch(
  document: TextDocument,
  change: Extract<TextDocumentContentChangeEvent, { range: unknown }>,
  version: number,
): Edit {
  const a = document.offsetAt(change.range.start);
  const b = document.offsetAt(change.range.end);
  const [start, end] = a <= b ? [a, b] : [b, a];
  const before = document.getText();
  const { text } = change;
  if ([before[start - 1], before[end - 1], text.at(-1)].includes('\r')) {
    TextDocument.update(document, [{ text: before.slice(0, start) + text + before.slice(end) }], version);
  } else {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range, text }], version);
  }
  return { start, end, length: text.length };
}
