import type { ClaimItem } from '../../../common/protocol.ts';

/** One replaced stretch of a document, in UTF-16 offsets before the change. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Moves claims along with edits, so that they stay usable until the server has answered anew. A claim whose text is
 * deleted altogether goes; one that is edited inside grows or shrinks. Only `start` and `end` are kept up: lines and
 * columns follow from them.
 */
export function shiftClaims(claims: readonly ClaimItem[], changes: readonly TextChange[]): readonly ClaimItem[] {
  let moved = claims;
  for (const change of changes) moved = moved.flatMap((claim) => shifted(claim, change) ?? []);
  return moved;
}

/** The same for a span that holds these words: where they are replaced with their surroundings they are looked for in what came, else the spot is kept. */
export function followed<T extends { readonly start: number; readonly end: number; readonly words: string }>(
  span: T,
  change: TextChange,
): T {
  const moved = shifted(span, change);
  if (moved) return moved;
  const { rangeOffset, text } = change;
  const wanted = Math.min(span.start - rangeOffset, text.length);
  const behind = text.indexOf(span.words, wanted);
  const before = text.lastIndexOf(span.words, wanted);
  const found = behind >= 0 && (before < 0 || behind - wanted <= wanted - before) ? behind : before;
  const start = rangeOffset + (found < 0 ? wanted : found);
  return { ...span, start, end: found < 0 ? start : start + span.words.length };
}

/** A span after one edit; null where its text is deleted altogether. */
export function shifted<T extends { readonly start: number; readonly end: number }>(span: T, change: TextChange): T | null {
  const from = change.rangeOffset;
  const to = from + change.rangeLength;
  const by = change.text.length - change.rangeLength;
  if (span.end <= from) return span;
  if (span.start >= to) return by === 0 ? span : { ...span, start: span.start + by, end: span.end + by };
  if (span.start >= from && span.end <= to) return null;
  const start = span.start < from ? span.start : from + change.text.length;
  const end = span.end > to ? span.end + by : from;
  return end > start ? { ...span, start, end } : null;
}
