import type { TextQuoteSelector } from '../model.ts';

type Words = Omit<TextQuoteSelector, 'type'>;

const BORDER = /[，。；：！？、,;:!?\n“”]/;
/** So many units of a clause that stood nowhere else tell its place by themselves. */
const TELLING = 10;

/** How much of the claim's own clause stands before it. */
export function clauseBefore(prefix: string): number {
  let n = 0;
  while (n < prefix.length && !BORDER.test(prefix[prefix.length - 1 - n]!)) n++;
  return n;
}

export function clauseAfter(suffix: string): number {
  const at = suffix.search(BORDER);
  return at < 0 ? suffix.length : at;
}

/** How much of the clause stands on each side of a quote; nothing where the quote itself has the mark that ends it. */
export function restOfClause({ exact, prefix, suffix }: Words): { readonly left: number; readonly right: number } {
  return { left: BORDER.test(exact[0] ?? '') ? 0 : clauseBefore(prefix), right: BORDER.test(exact.at(-1) ?? '') ? 0 : clauseAfter(suffix) };
}

/** A quote with the rest of its clause; null where that is too little, or not all of it is known. */
export function clauseOf(words: Words): { readonly text: string; readonly left: number } | null {
  const { exact, prefix, suffix } = words;
  const { left, right } = restOfClause(words);
  const text = prefix.slice(prefix.length - left) + exact + suffix.slice(0, right);
  return text.length >= TELLING && text.length > exact.length ? { text, left } : null;
}

/** The only place of some words; -1 where there is none or more than one. */
export function onlyPlace(text: string, words: string): number {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : -1;
}
