import type { Change } from '../core/index.ts';

/** An edit in the coordinates of the text that it is applied to: `[start, end)` becomes `length` units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** The hull of all edits since some state of a text, widened by one more. */
export function widen(hull: Change | null, edit: Edit): Change {
  if (!hull) return { start: edit.start, oldEnd: edit.end, newEnd: edit.start + edit.length };
  // Behind the hull both texts are alike, shifted by what the edits so far have added.
  const shift = hull.newEnd - hull.oldEnd;
  const end = Math.max(hull.newEnd, edit.end);
  return { start: Math.min(hull.start, edit.start), oldEnd: end - shift, newEnd: end + edit.length - (edit.end - edit.start) };
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return { start, end: before.length - tail, length: after.length - tail - start };
}
