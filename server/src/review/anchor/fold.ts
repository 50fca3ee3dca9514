import { normalize } from '../../core/index.ts';

/**
 * A text in the characters that spellings of it have in common: simplified, of one width, with one kind of quotation marks. Unit for
 * unit, so that every offset stays.
 */
export function folded(text: string): string {
  if (text.length < LONG) return fold(text);
  // An article's anchors are looked for one after the other.
  if (last?.text !== text) last = { text, plain: fold(text) };
  return last.plain;
}

const LONG = 200;
let last: { readonly text: string; readonly plain: string } | undefined;

function fold(text: string): string {
  return normalize(text)
    .replace(/[“”‘’']/g, '"')
    .replace(/。/g, '.')
    .replace(/、/g, ',');
}
