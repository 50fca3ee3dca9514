import type { DateRange, TimePart, TimeValue } from '../../types.ts';
import { addMonths, civil, dayNumber, daysInMonth, format, parseDate, weekdayOf } from './days.ts';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** First and last day number, both included; null where open. */
interface Days {
  readonly from: number | null;
  readonly until: number | null;
}

/**
 * The days that a time value means in an article of the given date (`YYYY-MM-DD`); null where it names none (`近日`)
 * or the date cannot be read. Weeks are ISO weeks. Early, mid and late: of a year January–February, June–July,
 * November–December; of a month to the 10th, 20th and its end; of a quarter or half by thirds.
 */
export function resolveTime(value: TimeValue, articleDate: string): DateRange | null {
  if (value.type === 'fixed') return { from: value.from, until: value.until };
  const today = parseDate(articleDate);
  if (today === null) return null;
  const days = resolve(value, today);
  if (days === null || (days.from === null && days.until === null)) return null;
  // Years that `YYYY-MM-DD` cannot write.
  if (outside(days.from) || outside(days.until)) return null;
  return { from: days.from === null ? null : format(days.from), until: days.until === null ? null : format(days.until) };
}

const FIRST = dayNumber(0, 1, 1);
const LAST = dayNumber(9999, 12, 31);

function outside(day: number | null): boolean {
  return day !== null && (day < FIRST || day > LAST);
}

function resolve(value: TimeValue, today: number): Days | null {
  switch (value.type) {
    case 'fixed':
      return { from: value.from === null ? null : parseDate(value.from), until: value.until === null ? null : parseDate(value.until) };
    case 'offset':
      return offset(value, today);
    case 'rolling':
      return {
        from: value.from === null ? null : roll(today, value.unit, value.from),
        until: value.until === null ? null : roll(today, value.unit, value.until),
      };
    case 'until': {
      const of = resolve(value.of, today);
      if (of === null) return null;
      if (value.inclusive || of.from === null) return { from: null, until: value.inclusive ? of.until : null };
      // 3月前 that is said in March means by its end.
      const running = of.from <= today && of.until !== null && of.until >= today;
      return { from: null, until: running ? of.until : of.from - 1 };
    }
    case 'since':
      return since(value.of, today);
    case 'mirror':
      return mirror(value.of, value.period, today);
    case 'weekday': {
      const monday = today - weekdayOf(today) + 1 + 7 * (value.week ?? 0);
      return { from: monday + value.day - 1, until: monday + (value.lastDay ?? value.day) - 1 };
    }
    case 'partial': {
      const now = civil(today);
      return partOfYear(value.year ?? now.year, value.part, now.month);
    }
    case 'vague':
      return null;
  }
}

/** From where a period begins to the article's day; 10月以来 that is said in March is of the year before. */
function since(of: TimeValue, today: number): Days | null {
  let from = resolve(of, today)?.from ?? null;
  const named = of.type === 'offset' && (of.unit !== 'year' || of.part?.stage === undefined);
  if (from !== null && from > today && !named) {
    const before = of.type === 'weekday' ? today - 7 : addMonths(today, -12);
    from = resolve(of, before)?.from ?? null;
  }
  return from === null || from > today ? null : { from, until: today };
}

/** 去年同期: the period put back by whole years; 较上月: the month before the one that was named. */
function mirror(of: Extract<TimeValue, { type: 'offset' }>, period: TimeValue, today: number): Days | null {
  const seen = resolve(period, today);
  if (seen === null || seen.from === null || seen.until === null) return offset(of, today);
  if (of.unit !== 'year') return offset(of, Math.min(seen.from, today));
  const apart = civil(today).year + of.from - civil(seen.from).year;
  // 上年同期 of a period of last year is the year's before.
  const months = 12 * (apart < 0 ? apart : -1);
  const last = civil(seen.until);
  const whole = last.day === daysInMonth(last.year, last.month);
  return { from: addMonths(seen.from, months), until: whole ? addMonths(seen.until + 1, months) - 1 : addMonths(seen.until, months) };
}

/** The day some units from `today`; a month too short gives its last day. */
function roll(today: number, unit: Unit, count: number): number {
  switch (unit) {
    case 'day':
      return today + Math.round(count);
    case 'week':
      return today + Math.round(7 * count);
    case 'month':
      return addMonths(today, count);
    case 'quarter':
      return addMonths(today, 3 * count);
    case 'half':
      return addMonths(today, 6 * count);
    case 'year':
      return addMonths(today, 12 * count);
  }
}

function offset(value: Extract<TimeValue, { type: 'offset' }>, today: number): Days {
  const now = civil(today);
  const { unit, part } = value;
  if (unit === 'day') return { from: today + value.from, until: today + value.until };
  if (unit === 'week') {
    const monday = today - weekdayOf(today) + 1;
    return { from: monday + 7 * value.from, until: monday + 7 * value.until + 6 };
  }
  const size = unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'half' ? 6 : 12;
  const index = Math.floor((now.year * 12 + now.month - 1) / size);
  const first = (index + value.from) * size;
  const last = (index + value.until) * size + size - 1;
  const year = Math.floor(first / 12);
  const month = (first % 12) + 1;
  if (part !== undefined && unit === 'year') return partOfYear(year, part, now.month);
  if (part !== undefined && unit === 'month') return partOfYear(year, { ...part, month }, month);
  const days = months(year, month, Math.floor(last / 12), (last % 12) + 1);
  return part?.stage === undefined ? days : third(days, part.stage);
}

function months(year: number, month: number, lastYear: number, lastMonth: number): { from: number; until: number } {
  return { from: dayNumber(year, month, 1), until: dayNumber(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)) };
}

function third(days: { from: number; until: number }, stage: 'start' | 'middle' | 'end'): Days {
  const size = Math.floor((days.until - days.from + 1) / 3);
  if (stage === 'start') return { from: days.from, until: days.from + size - 1 };
  if (stage === 'end') return { from: days.until - size + 1, until: days.until };
  return { from: days.from + size, until: days.until - size };
}

/** The days of a part of a year; `month` is the article's, for a day without its month. */
export function partOfYear(year: number, part: TimePart, month: number): Days {
  if (part.month !== undefined || part.day !== undefined) {
    const m = part.month ?? month;
    const length = daysInMonth(year, m);
    if (part.day !== undefined) {
      const day = Math.min(part.day, length);
      return { from: dayNumber(year, m, day), until: dayNumber(year, m, Math.min(part.lastDay ?? day, length)) };
    }
    if (part.stage === 'start') return { from: dayNumber(year, m, 1), until: dayNumber(year, m, 10) };
    if (part.stage === 'middle') return { from: dayNumber(year, m, 11), until: dayNumber(year, m, 20) };
    if (part.stage === 'end') return { from: dayNumber(year, m, 21), until: dayNumber(year, m, length) };
    return months(year, m, year, part.lastMonth ?? m);
  }
  if (part.quarter !== undefined) {
    const days = months(year, part.quarter * 3 - 2, year, (part.lastQuarter ?? part.quarter) * 3);
    return part.stage === undefined ? days : third(days, part.stage);
  }
  if (part.half !== undefined) {
    const days = months(year, part.half * 6 - 5, year, part.half * 6);
    return part.stage === undefined ? days : third(days, part.stage);
  }
  if (part.stage === 'start') return months(year, 1, year, 2);
  if (part.stage === 'middle') return months(year, 6, year, 7);
  if (part.stage === 'end') return months(year, 11, year, 12);
  return months(year, 1, year, 12);
}
