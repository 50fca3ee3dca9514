import type { Hover, Position } from 'vscode-languageserver-types';
import { inProse } from '../core/index.ts';
import { type Checked, rangeOf } from './context.ts';
import { termAt } from './glossary.ts';
import { escapeMarkdown } from './markdown.ts';

/** What a trade term under the pointer means, where no claim stands. */
export function termHover(checked: Checked, position: Position, markdown: boolean): Hover | null {
  const { document } = checked;
  const at = document.offsetAt(position);
  const start = document.offsetAt({ line: position.line, character: 0 });
  const line = document.getText({ start: { line: position.line, character: 0 }, end: { line: position.line + 1, character: 0 } });
  const found = termAt(line, at - start, checked.lexicon);
  if (!found || !inProse(checked.analysis, { start: start + found.start, end: start + found.end })) return null;
  const value = describeTerm(line.slice(found.start, found.end), found.found.meaning, markdown);
  const range = rangeOf(document, { start: start + found.start, end: start + found.end });
  return { contents: { kind: markdown ? 'markdown' : 'plaintext', value }, range };
}

export function describeTerm(word: string, meaning: string, markdown: boolean): string {
  return markdown ? `**${escapeMarkdown(word)}** · ${escapeMarkdown(meaning)}` : `${word} · ${meaning}`;
}
