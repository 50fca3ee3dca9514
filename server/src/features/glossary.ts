import type { Position } from 'vscode-languageserver-types';
import { inProse, type Lexicon, normalize, type Span } from '../core/index.ts';
import { glossaryEntry } from '../core/lexicon/glossary.ts';
import type { Checked } from './context.ts';

/** What a term means, and whether the desk says so itself, in its own words. */
export interface Meaning {
  readonly meaning: string;
  readonly own: boolean;
}

const keyOf = (term: string) => normalize(term).toUpperCase();
/** By the object of the project file that declares them. */
const desks = new WeakMap<object, ReadonlyMap<string, string>>();

function ownTerms({ glossary }: Lexicon): ReadonlyMap<string, string> | undefined {
  if (!glossary) return undefined;
  let terms = desks.get(glossary);
  if (!terms) {
    terms = new Map(Object.entries(glossary).map(([term, meaning]) => [keyOf(term), meaning]));
    desks.set(glossary, terms);
  }
  return terms;
}

/** The desk's own word first, then the glossary that comes along. */
export function meaningOf(term: string, lexicon: Lexicon = {}): Meaning | undefined {
  const own = ownTerms(lexicon)?.get(keyOf(term));
  if (own !== undefined) return { meaning: own, own: true };
  const entry = glossaryEntry(term);
  return entry && { meaning: entry.meaning, own: false };
}

/** How long a term can be. */
export function longestTerm(lexicon: Lexicon = {}): number {
  let longest = 12;
  for (const term of ownTerms(lexicon)?.keys() ?? []) longest = Math.max(longest, term.length);
  return longest;
}

/** The longest term that holds a place in a line. A Latin word counts only as a whole: there is no ARR in ARRAY. */
export function termAt(
  line: string,
  at: number,
  lexicon?: Lexicon,
): { readonly start: number; readonly end: number; readonly found: Meaning } | null {
  for (let length = longestTerm(lexicon); length >= 2; length--) {
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= line.length; start++) {
      const word = line.slice(start, start + length);
      if (/[A-Za-z0-9]/.test(word[0]!) && /[A-Za-z0-9]/.test(line.charAt(start - 1))) continue;
      if (/[A-Za-z0-9]/.test(word.at(-1)!) && /[A-Za-z0-9]/.test(line.charAt(start + length))) continue;
      if (word.trim() !== word) continue;
      const found = meaningOf(word, lexicon);
      if (found) return { start, end: start + length, found };
    }
  }
  return null;
}

/** A term where it stands in an article. */
export interface StandingTerm extends Span {
  readonly word: string;
  readonly found: Meaning;
}

/** The term at a position; in code or an address a word is none of the article's. */
export function termUnder({ analysis, document, lexicon }: Checked, position: Position): StandingTerm | null {
  const { line } = position;
  const from = document.offsetAt({ line, character: 0 });
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const term = termAt(text, document.offsetAt(position) - from, lexicon);
  if (!term) return null;
  const span = { start: from + term.start, end: from + term.end };
  return inProse(analysis, span) ? { ...span, word: text.slice(term.start, term.end), found: term.found } : null;
}
