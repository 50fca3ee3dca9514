import type { Hover, Position } from 'vscode-languageserver-types';
import { type Checked, rangeOf } from './context.ts';
import { termUnder } from './glossary.ts';
import { escapeMarkdown } from './markdown.ts';

/** What a trade term under the pointer means, where no claim stands. */
export function termHover(checked: Checked, position: Position, markdown: boolean): Hover | null {
  const term = termUnder(checked, position);
  if (!term) return null;
  const value = describeTerm(term.word, term.found.meaning, markdown);
  const range = rangeOf(checked.document, term);
  return { contents: { kind: markdown ? 'markdown' : 'plaintext', value }, range };
}

export function describeTerm(word: string, meaning: string, markdown: boolean): string {
  return markdown ? `**${escapeMarkdown(word)}** · ${escapeMarkdown(meaning)}` : `${word} · ${meaning}`;
}
