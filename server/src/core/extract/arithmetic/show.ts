import type { Quantity } from '../../types.ts';
import type { Interval } from './interval.ts';

/** A number for the hover: at most four significant digits, in 万 and 亿. */
export function show(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e12) return `${short(value / 1e12)}万亿`;
  if (size >= 1e8) return `${short(value / 1e8)}亿`;
  if (size >= 1e4) return `${short(value / 1e4)}万`;
  return short(value);
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** `2.5` or `2.1–2.6`. */
export function span({ lo, hi }: Interval, by = 1): string {
  const a = show(lo * by);
  const b = show(hi * by);
  if (a === b || hi === Number.POSITIVE_INFINITY) return hi === Number.POSITIVE_INFINITY ? `≥ ${a}` : a;
  // So close that one number says it.
  if (Math.abs(hi - lo) <= 0.02 * Math.abs(hi)) return `≈ ${show(((lo + hi) / 2) * by)}`;
  return `${a}–${b}`;
}

export function written(q: Quantity): string {
  return q.text.replaceAll(' ', '');
}
