import type { Span } from '../types.ts';

/**
 * The UTF-16 unit at an offset, 0 beyond the text. Engines give up the fast way of `charCodeAt` where it has ever been asked beyond the
 * end, and compile its callers anew: here it never is.
 */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

/** What stands before an offset behind the last of `marks`, at most so many units of it. */
export function sinceMark(text: string, at: number, most: number, marks: string): string {
  const floor = Math.max(0, at - most);
  let start = at;
  while (start > floor && !marks.includes(text[start - 1]!)) start--;
  return text.slice(start, at);
}

/** Whether an offset lies between the two units of one character. */
export function insidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && text.charCodeAt(at) >> 10 === 0x37 && text.charCodeAt(at - 1) >> 10 === 0x36;
}

/** A span widened to whole characters: what patterns cut at so many units may end in the middle of one. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  return { start: insidePair(text, start) ? start - 1 : start, end: insidePair(text, end) ? end + 1 : end };
}
