import { CharacterSet } from '../text/characterSet.ts';

/** A form with the characters that it can begin with, so that most places of a text are passed at the cost of a look-up. */
export interface Form {
  readonly first: CharacterSet;
  /** Sticky. */
  readonly pattern: RegExp;
}

export function form(first: string, pattern: RegExp): Form {
  return { first: CharacterSet.of(first), pattern: new RegExp(pattern.source, 'y') };
}

/** Every place where the form stands, from left to right, none over another. */
export function scanForm(text: string, { first, pattern }: Form, found: (start: number, end: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    if (!first.has(text.charCodeAt(i))) continue;
    pattern.lastIndex = i;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    found(i, end);
    i = Math.max(i, end - 1);
  }
}
