import type { Span } from '../../core/types.ts';

/** One replaced stretch: `[start, end)` of the text before became `length` units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/**
 * Where a span lies after an edit: exactly, since the edit is known. What replaces a part of it, or all of it and nothing
 * else, belongs to it; what is typed at its borders does not. Null when nothing of it is left.
 */
export function follow(span: Span, edit: Edit): Span | null {
  const by = edit.length - (edit.end - edit.start);
  if (edit.start >= span.end) return span;
  if (edit.end <= span.start) return { start: span.start + by, end: span.end + by };
  const inside = edit.start >= span.start && edit.end <= span.end;
  const start = inside || edit.start > span.start ? span.start : edit.start + edit.length;
  const end = inside || edit.end < span.end ? span.end + by : edit.start;
  return end > start ? { start, end } : null;
}
