import type { Span } from '../../core/types.ts';
import { type Repeats, selectorsOf, type Target, type TextPositionSelector, type TextQuoteSelector } from '../model.ts';
import { clauseOf, onlyPlace, restOfClause } from './clause.ts';
import { type Agreement, agreement } from './context.ts';
import { folded } from './fold.ts';
import { FUZZY, LONG, SHORT, TELLING } from './limits.ts';
import { similar } from './similar.ts';

export interface Placed extends Span {
  /** Whether the words themselves are others than those that were reviewed. */
  readonly changed: boolean;
}

/** Places looked at closely; a text that repeats words more often than this gives no certainty anyway. */
const MOST_PLACES = 500;
/** Changed words are looked for this far from where they stood. */
const REACH = 50_000;
/** By so much the best place must stand out. */
const MARGIN = 0.12;

interface Candidate extends Span {
  readonly score: number;
  readonly errors: number;
  readonly agrees: Agreement;
}

/**
 * Finds the place of a quote in a text that was edited while nobody watched: by position, by the very words with their
 * surroundings, by the words in other characters, by similar words between the very surroundings. Null where none is certain: no
 * place is better than a wrong one.
 */
export function place(text: string, target: Target): Placed | null {
  const [quote, position] = selectorsOf(target);
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  if (text.slice(start, end) === exact && text.endsWith(prefix, start) && text.startsWith(suffix, end))
    return { start, end, changed: false };
  const repeats = target.repeats ?? 'apart';
  const own = inOwnClause(text, quote, target);
  if (own) return { ...own, changed: false };
  const same = best(text, quote, position, occurrences(text, exact), certain(quote, repeats));
  if (same !== undefined) return same;
  const spelled = inOtherCharacters(text, quote, position, target);
  if (spelled !== undefined) return spelled;
  // What read nearly alike when it was reviewed may be all that is left.
  if (exact.length <= SHORT || target.resembled || repeats === 'alike') return null;
  const most = Math.floor(exact.length * FUZZY);
  const from = Math.max(0, start - REACH);
  const near = { start: from, end: Math.min(text.length, end + REACH) };
  // Places with the very words have been looked at, and were not certain.
  const changed = similar(text, near, exact, most)
    .filter(({ errors }) => errors > 0)
    .sort((a, b) => a.errors - b.errors)
    .slice(0, MOST_PLACES);
  return best(text, quote, position, changed, certainThoughChanged(exact)) ?? null;
}

/** Its clause stood nowhere else and stands in one place: whatever was changed around it. */
function inOwnClause(text: string, quote: TextQuoteSelector, { ownClause }: Target): Span | null {
  const clause = ownClause ? clauseOf(quote) : null;
  const at = clause ? onlyPlace(text, clause.text) : -1;
  return clause && at >= 0 ? { start: at + clause.left, end: at + clause.left + quote.exact.length } : null;
}

/** The whole article may have been put into traditional characters, or its punctuation into another width. */
function inOtherCharacters(
  text: string,
  quote: TextQuoteSelector,
  position: TextPositionSelector,
  target: Target,
): Placed | null | undefined {
  const plain = folded(text);
  const exact = folded(quote.exact);
  if (plain === text && exact === quote.exact) return undefined;
  const same: TextQuoteSelector = { ...quote, exact, prefix: folded(quote.prefix), suffix: folded(quote.suffix) };
  const own = inOwnClause(plain, same, target);
  const found = own ?? best(plain, same, position, occurrences(plain, exact), certain(same, target.repeats ?? 'apart'));
  return found && { ...found, changed: text.slice(found.start, found.end) !== quote.exact };
}

/** The one place that is certain; null where several are about as likely, undefined where none is. */
function best(
  text: string,
  { exact, prefix, suffix }: TextQuoteSelector,
  position: TextPositionSelector,
  places: readonly { start: number; end: number; errors: number }[],
  isCertain: (candidate: Candidate) => boolean,
): Placed | null | undefined {
  const candidates = places
    .map(({ start, end, errors }): Candidate => {
      const agrees = agreement(text, start, end, prefix, suffix);
      const beside = Math.min(1, (agrees.before + agrees.after) / 16);
      return { start, end, errors, agrees, score: (1 - errors / exact.length) * 0.3 + agrees.both * 0.5 + beside * 0.2 };
    })
    .sort((a, b) => b.score - a.score || Math.abs(a.start - position.start) - Math.abs(b.start - position.start));
  const first = candidates[0];
  if (!first || !isCertain(first)) return undefined;
  const rival = candidates.find((other) => other !== first && !overlap(first, other));
  // Two places that read alike all around are the copy and its original: either is right, the nearer one is taken.
  if (rival && first.score - rival.score < MARGIN && !(rival.agrees.both === 1 && first.agrees.both === 1)) return null;
  return { start: first.start, end: first.end, changed: first.errors > 0 };
}

function occurrences(text: string, exact: string): { start: number; end: number; errors: 0 }[] {
  const found: { start: number; end: number; errors: 0 }[] = [];
  for (let at = text.indexOf(exact); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length, errors: 0 });
  }
  return found;
}

/** How much of its surroundings a quote needs: the shorter it is the more. */
function certain({ exact, prefix, suffix }: TextQuoteSelector, repeats: Repeats) {
  const near = exact.length * 2 + 4;
  const rest = restOfClause({ exact, prefix, suffix });
  // Said twice in a row: when one is gone nobody can tell which.
  const doubled = prefix.slice(-near).includes(exact) || suffix.slice(0, near).includes(exact);
  return ({ agrees: { before, after, both } }: Candidate): boolean => {
    const beside = before + after;
    if (doubled) return both >= 0.4 && before >= near && after >= near;
    if (repeats === 'alike') return both >= 0.85 && before >= 10 && after >= 10;
    // `describe` has seen to it that no other place has half of this on one side; the clause itself must not differ.
    const same = before >= Math.min(2, rest.left) && after >= Math.min(2, rest.right);
    if (same && ((before >= 6 && before >= prefix.length / 2) || (after >= 6 && after >= suffix.length / 2))) return true;
    // So many words that stood nowhere else are the claim's own, wherever they were moved.
    if (repeats === 'never' && exact.length >= TELLING) return true;
    if (repeats === 'never' && exact.length > SHORT) return both >= 0.45 || (both >= 0.3 && beside >= 4) || beside >= 10;
    if (exact.length <= SHORT) return same && both >= 0.45 && beside >= 6;
    if (exact.length < LONG) return both >= 0.35 && beside >= 4;
    return both >= 0.25;
  };
}

/** Words that were changed are known by what stands right beside them. */
function certainThoughChanged(exact: string) {
  return ({ errors, agrees: { before, after, both } }: Candidate): boolean => {
    if (exact.length < LONG) return both >= 0.8 && before >= 4 && after >= 4;
    return both >= 0.6 && before >= 2 && after >= 2 && before + after >= 8 && errors / exact.length <= FUZZY;
  };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
