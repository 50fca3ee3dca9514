import type * as vscode from 'vscode';
import type { Stretch } from './locate.ts';

export function stretchOf(document: vscode.TextDocument, { start, end }: vscode.Range): Stretch {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** The whole lines that a range touches. */
export function linesOf(document: vscode.TextDocument, { start, end }: vscode.Range): Stretch {
  return stretchOf(document, document.lineAt(start).range.union(document.lineAt(end).range));
}
