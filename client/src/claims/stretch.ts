import * as vscode from 'vscode';
import type { Stretch } from './locate.ts';

export function stretchOf(document: vscode.TextDocument, { start, end }: vscode.Range): Stretch {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** Where a claim stands by now: its `range` is that of the text that the server last saw. */
export function rangeIn(document: vscode.TextDocument, { start, end }: Stretch): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The whole lines that a range touches. */
export function linesOf(document: vscode.TextDocument, { start, end }: vscode.Range): Stretch {
  return stretchOf(document, document.lineAt(start).range.union(document.lineAt(end).range));
}
