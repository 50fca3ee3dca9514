import type { Hover, Position } from 'vscode-languageserver-types';
import { type GlossaryEntry, glossaryEntry } from '../core/lexicon/glossary.ts';
import { type Checked, rangeOf } from './context.ts';
import { escapeMarkdown } from './markdown.ts';

const LONGEST = 12;

/** What a trade term under the pointer means, where no claim stands. */
export function termHover(checked: Checked, position: Position, markdown: boolean): Hover | null {
  const { document } = checked;
  const at = document.offsetAt(position);
  const start = document.offsetAt({ line: position.line, character: 0 });
  const line = document.getText({ start: { line: position.line, character: 0 }, end: { line: position.line + 1, character: 0 } });
  const found = termAt(line, at - start);
  if (!found) return null;
  const value = describeTerm(line.slice(found.start, found.end), found.entry, markdown);
  const range = rangeOf(document, { start: start + found.start, end: start + found.end });
  return { contents: { kind: markdown ? 'markdown' : 'plaintext', value }, range };
}

export function describeTerm(word: string, { meaning }: GlossaryEntry, markdown: boolean): string {
  return markdown ? `**${escapeMarkdown(word)}** · ${escapeMarkdown(meaning)}` : `${word} · ${meaning}`;
}

/** The longest term that holds a place in a line. A Latin word counts only as a whole: there is no ARR in ARRAY. */
export function termAt(line: string, at: number): { readonly start: number; readonly end: number; readonly entry: GlossaryEntry } | null {
  for (let length = LONGEST; length >= 2; length--) {
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= line.length; start++) {
      const word = line.slice(start, start + length);
      if (/[A-Za-z0-9]/.test(word[0]!) && /[A-Za-z0-9]/.test(line.charAt(start - 1))) continue;
      if (/[A-Za-z0-9]/.test(word.at(-1)!) && /[A-Za-z0-9]/.test(line.charAt(start + length))) continue;
      if (word.trim() !== word) continue;
      const entry = glossaryEntry(word);
      if (entry) return { start, end: start + length, entry };
    }
  }
  return null;
}
