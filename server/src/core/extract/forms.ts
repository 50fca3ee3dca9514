/** A form with the characters that it can begin with, so that most places of a text are passed at the cost of a look-up. */
export interface Form {
  readonly first: Uint8Array;
  /** Sticky. */
  readonly pattern: RegExp;
}

export function form(first: string, pattern: RegExp): Form {
  const table = new Uint8Array(0x10000);
  for (const c of first) table[c.charCodeAt(0)] = 1;
  return { first: table, pattern: new RegExp(pattern.source, 'y') };
}

/** Every place where the form stands, from left to right, none over another. */
export function scanForm(text: string, { first, pattern }: Form, found: (start: number, end: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    if (!first[text.charCodeAt(i)]) continue;
    pattern.lastIndex = i;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    found(i, end);
    i = Math.max(i, end - 1);
  }
}
