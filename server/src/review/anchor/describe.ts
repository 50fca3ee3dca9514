import search from 'approx-string-match';
import type { Span } from '../../core/types.ts';
import type { Target } from '../model.ts';
import { agreement } from './context.ts';
import { CONTEXT, FUZZY, SHORT } from './limits.ts';

/** Where other places read alike, the surroundings grow up to here. */
const MOST_CONTEXT = 128;
/** How much a place's surroundings may resemble the claim's before more is kept. */
const ALIKE = 0.35;
/** Units right beside the words that another place may share. */
const BESIDE = 6;
const MOST_RIVALS = 60;

/** The selectors of a span of a text: its words with so much around them that no other place resembles it. */
export function describe(text: string, span: Span): Target {
  const exact = text.slice(span.start, span.end);
  const rivals = rivalsOf(text, exact, span);
  let prefix = '';
  let suffix = '';
  let alike = false;
  for (let length = CONTEXT; length <= MOST_CONTEXT; length *= 2) {
    prefix = text.slice(whole(text, Math.max(0, span.start - length), 1), span.start);
    suffix = text.slice(span.end, whole(text, Math.min(text.length, span.end + length), -1));
    const [left, right] = [clauseBefore(prefix), clauseAfter(suffix)];
    alike = rivals.some(({ start, end }) => {
      const { before, after, both } = agreement(text, start, end, prefix, suffix);
      // The surroundings of neighbours overlap, which makes them no less distinct.
      const apart = end < span.start - 2 * length || start > span.end + 2 * length;
      const sameClause = before >= left && after >= right;
      return sameClause || before + after >= BESIDE || (both >= ALIKE && apart) || before > prefix.length / 2 || after > suffix.length / 2;
    });
    if (!alike) break;
  }
  return {
    repeats: alike ? 'alike' : rivals.length > 0 ? 'apart' : 'never',
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start: span.start, end: span.end },
    ],
  };
}

const BORDER = /[，。；：！？、,;:!?\n“”]/;

/** How much of the claim's own clause stands before it. */
function clauseBefore(prefix: string): number {
  let n = 0;
  while (n < prefix.length && !BORDER.test(prefix[prefix.length - 1 - n]!)) n++;
  return n;
}

function clauseAfter(suffix: string): number {
  const at = suffix.search(BORDER);
  return at < 0 ? suffix.length : at;
}

/** Other places with the same words, or nearly. */
function rivalsOf(text: string, exact: string, span: Span): Span[] {
  const rivals: Span[] = [];
  const add = (start: number, end: number) => {
    if (end <= span.start || start >= span.end) rivals.push({ start, end });
  };
  for (let at = text.indexOf(exact); at >= 0 && rivals.length < MOST_RIVALS; at = text.indexOf(exact, at + 1)) add(at, at + exact.length);
  if (exact.length > SHORT) {
    const similar = search(text, exact, Math.floor(exact.length * FUZZY)).filter(({ errors }) => errors > 0);
    for (const { start, end } of similar.slice(0, MOST_RIVALS)) add(start, end);
  }
  return rivals;
}

/** The offset moved off the middle of a surrogate pair. */
function whole(text: string, at: number, by: 1 | -1): number {
  return at > 0 && at < text.length && text.charCodeAt(at) >> 10 === 0x37 ? at + by : at;
}
