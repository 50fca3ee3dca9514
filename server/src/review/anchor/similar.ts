import search from 'approx-string-match';
import type { Span } from '../../core/types.ts';

export interface Similar extends Span {
  readonly errors: number;
}

/**
 * Where words like a quote stand in `[from, to)` but not within `except`: of each sentence the best, since the search tells of
 * nothing but the best that there is at all.
 */
export function similar(
  text: string,
  { start: from, end: to }: Span,
  quote: string,
  most: number,
  except: readonly Span[] = [],
): Similar[] {
  const found: Similar[] = [];
  const border = BORDERS.find((one) => !quote.match(one)) ?? null;
  const within = (start: number, end: number) => {
    if (end - start < quote.length - most) return;
    for (const match of search(text.slice(start, end), quote, most))
      found.push({ start: match.start + start, end: match.end + start, errors: match.errors });
  };
  const sentences = (start: number, end: number) => {
    let last = start;
    for (const { index } of border ? text.slice(start, end).matchAll(border) : []) {
      within(last, start + index);
      last = start + index + 1;
    }
    within(last, end);
  };
  let at = from;
  for (const { start, end } of [...except].sort((a, b) => a.start - b.start)) {
    if (end <= at || start >= to) continue;
    if (start > at) sentences(at, start);
    at = end;
  }
  if (at < to) sentences(at, to);
  return found;
}

/** What ends sentences; a quote that has such an end in it is looked for in wider stretches. */
const BORDERS = [/[。！？\n]/g, /\n/g];
