import { insidePair } from '../../core/text/characters.ts';
import type { Span } from '../../core/types.ts';
import type { Target } from '../model.ts';
import { clauseAfter, clauseBefore, clauseOf, onlyPlace } from './clause.ts';
import { agreement } from './context.ts';
import { CONTEXT, FUZZY, SHORT } from './limits.ts';
import { similar } from './similar.ts';

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
  const clause = clauseOf({ exact, prefix, suffix });
  const resembled = resembling(text, exact, span, rivals).some(({ start, end }) => {
    const { before, after, both } = agreement(text, start, end, prefix, suffix);
    return before + after >= BESIDE || both >= ALIKE;
  });
  return {
    ...(resembled ? { resembled } : {}),
    ...(clause && onlyPlace(text, clause.text) >= 0 ? { ownClause: true } : {}),
    repeats: alike ? 'alike' : rivals.length > 0 ? 'apart' : 'never',
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start: span.start, end: span.end },
    ],
  };
}

/** Other places with the same words. */
function rivalsOf(text: string, exact: string, span: Span): Span[] {
  const rivals: Span[] = [];
  const add = (start: number, end: number) => {
    if (end <= span.start || start >= span.end) rivals.push({ start, end });
  };
  for (let at = text.indexOf(exact); at >= 0 && rivals.length < MOST_RIVALS; at = text.indexOf(exact, at + 1)) add(at, at + exact.length);
  return rivals;
}

/** Other places with nearly the same words. */
function resembling(text: string, exact: string, span: Span, rivals: readonly Span[]): Span[] {
  if (exact.length <= SHORT) return [];
  return similar(text, { start: 0, end: text.length }, exact, Math.floor(exact.length * FUZZY), [span, ...rivals]);
}

/** The offset moved off the middle of a surrogate pair. */
function whole(text: string, at: number, by: 1 | -1): number {
  return insidePair(text, at) ? at + by : at;
}
