import { codeAt } from '../../text/characters.ts';
import { isArabic, NUMERAL, roleAt, TENS } from '../quantity/characters.ts';

/** Calendar time as written: what is said of year, month, day, quarter, half; null/undefined what is not. */
export interface CalendarTime {
  readonly end: number;
  readonly year: number | null;
  /** End of a decade (1990年代: 1990–1999) or of a span of years (2018-2022年). */
  readonly lastYear: number | null;
  readonly month: number | null;
  readonly lastMonth: number | null;
  readonly day: number | null;
  readonly lastDay: number | null;
  readonly quarter: number | null;
  readonly lastQuarter: number | null;
  readonly half: number | null;
  readonly stage: 'start' | 'middle' | 'end' | null;
  /** A clock time only (10:30). */
  readonly clock: boolean;
}

export type Draft = { -readonly [K in keyof CalendarTime]: CalendarTime[K] };

export function draft(end: number): Draft {
  return {
    end,
    year: null,
    lastYear: null,
    month: null,
    lastMonth: null,
    day: null,
    lastDay: null,
    quarter: null,
    lastQuarter: null,
    half: null,
    stage: null,
    clock: false,
  };
}

/** A small whole number, Arabic (at most `most` digits) or Chinese; `value` −1 where there is none. */
export interface Small {
  readonly end: number;
  readonly value: number;
  readonly arabic: boolean;
  readonly digits: number;
}

export const NONE: Small = { end: 0, value: -1, arabic: false, digits: 0 };

/** Reads up to four digits, or a Chinese number up to 99 or a four-digit year digit by digit. */
export function smallAt(text: string, i: number): Small {
  if (isArabic(text, i)) {
    let k = i;
    let value = 0;
    while (k - i < 5 && isArabic(text, k)) value = value * 10 + codeAt(text, k++) - 48;
    return k - i > 4 ? NONE : { end: k, value, arabic: true, digits: k - i };
  }
  const role = roleAt(text, i);
  if (role === 0 || role > 11 || text[i] === '仨' || text[i] === '俩' || text.startsWith('两月', i)) return NONE;
  let k = i;
  while (k - i < 5 && roleAt(text, k) >= 1 && roleAt(text, k) <= 11) k++;
  const count = k - i;
  if (count > 4) return NONE;
  let value = 0;
  let tens = false;
  for (let m = i; m < k; m++) {
    const r = NUMERAL[codeAt(text, m)]!;
    if (r === 11) {
      if (tens) return NONE;
      const several = TENS.get(text[m]!);
      if (several !== undefined && m > i) return NONE;
      value = several !== undefined ? several * 10 : value === 0 ? 10 : value * 10;
      tens = true;
    } else value = tens ? value + r - 1 : value * 10 + r - 1;
  }
  return { end: k, value, arabic: false, digits: count };
}

/** Past one space. */
export function afterSpace(text: string, i: number): number {
  return codeAt(text, i) === 32 ? i + 1 : i;
}

export function plausibleYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}
