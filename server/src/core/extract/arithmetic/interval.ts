import type { Quantity } from '../../types.ts';
import { isArabic, roleAt } from '../quantity/characters.ts';
import { parseNumeral } from '../quantity/numeral.ts';

/** The values a written number allows: its rounding and its approximator. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

export function exactly(value: number): Interval {
  return { lo: value, hi: value };
}

/** As written, without rounding: what a calculation shows. */
export function nominal(q: Quantity): Interval {
  return { lo: q.min, hi: q.max };
}

export function plus(a: Interval, b: Interval): Interval {
  return { lo: a.lo + b.lo, hi: a.hi + b.hi };
}

/** `a − b`. */
export function minus(a: Interval, b: Interval): Interval {
  return { lo: a.lo - b.hi, hi: a.hi - b.lo };
}

/** Positive intervals only. */
export function ratio(a: Interval, b: Interval): Interval {
  return { lo: a.lo / b.hi, hi: b.lo <= 0 ? Number.POSITIVE_INFINITY : a.hi / b.lo };
}

export function scale(a: Interval, by: number): Interval {
  return by >= 0 ? { lo: a.lo * by, hi: a.hi * by } : { lo: a.hi * by, hi: a.lo * by };
}

/** Whether the two allow a common value. */
export function meet(a: Interval, b: Interval): boolean {
  const dust = 1e-9 * Math.max(1, Math.min(Math.abs(a.hi), Math.abs(b.hi)));
  return a.lo <= b.hi + dust && b.lo <= a.hi + dust;
}

/** What `q` may stand for: half a unit of its last digit either way, and as far as 约, 近, 多, 超过 reach in honest use. */
export function intervalOf(q: Quantity): Interval {
  const half = halfUnit(q);
  let { min: lo, max: hi } = q;
  switch (q.approx) {
    case 'none':
      // 五六倍, 20-30亿 say their own bounds, 多 its own.
      return lo === hi ? { lo: lo - half, hi: hi + half } : { lo, hi };
    case 'about':
      return { lo: lo - Math.max(half, Math.abs(lo) * 0.05), hi: hi + Math.max(half, Math.abs(hi) * 0.05) };
    case 'below':
      return { lo: Math.min(lo - Math.abs(lo) * 0.1, lo - half), hi };
    case 'above':
      if (lo === hi) hi += Math.max(Math.abs(hi) * 0.1, half);
      return { lo, hi };
    case 'atLeast':
      return { lo, hi: Number.POSITIVE_INFINITY };
    case 'atMost':
      lo = Math.min(0, lo);
      return { lo, hi };
  }
}

/** Half of what one more in the last digit written would add. */
export function halfUnit(q: Quantity): number {
  const half = halfOfLast(q);
  // 2亿 is not said of 2.4亿: of few digits, each is meant more exactly.
  return q.kind === 'multiple' || q.unit === '成' ? half : Math.min(half, Math.abs(q.min) * 0.08);
}

function halfOfLast(q: Quantity): number {
  const { text } = q;
  const at = firstNumeral(text);
  const value = Math.abs(q.min);
  if (at < 0 || value === 0) return 0;
  // Nobody says 三倍 of 2.5 times, nor 三成 of 26%.
  if (q.kind === 'multiple' && Number.isInteger(q.min)) return value < 10 ? 0.3 : 0.5;
  if (q.unit === '成') return Number.isInteger(q.min / 10) ? 3 : 0.5;
  if (text.includes('分之') || /半|斩/.test(text)) return text.startsWith('百分之', at) ? 0.5 : value * 0.06;
  if (isArabic(text, at)) {
    const [, digits, rest] = /^([0-9][0-9,]*(?:\.[0-9]+)?)(.*)$/.exec(text.slice(at))!;
    if (/[0-9]/.test(rest!)) return value * 0.005; // 2亿3000万
    const written = Number(digits!.replaceAll(',', ''));
    if (written === 0) return 0;
    const decimals = digits!.split('.')[1]?.length ?? 0;
    return (0.5 * 10 ** -decimals * value) / written;
  }
  const n = parseNumeral(text, at);
  if (n === null || n.min === 0) return 0;
  const place = (n.place * value) / n.min;
  // 五百亿 is rounder said than 500亿; small counts (三倍, 五家) are whole numbers.
  const single = n.min / n.place < 10 && n.place >= 10;
  return single ? place * 0.1 : place * 0.5;
}

function firstNumeral(text: string): number {
  for (let i = 0; i < text.length; i++) if (roleAt(text, i) !== 0) return i;
  return -1;
}
