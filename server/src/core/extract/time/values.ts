import type { TimePart, TimeValue } from '../../types.ts';
import type { CalendarTime } from './calendar.ts';
import { daysInMonth, format, parseDate } from './days.ts';
import { partOfYear } from './resolve.ts';

/** The part of a year that a calendar expression names; only the fields it says. */
export function partOf(time: CalendarTime): TimePart {
  const part: { -readonly [K in keyof TimePart]: TimePart[K] } = {};
  if (time.month !== null) part.month = time.month;
  if (time.lastMonth !== null) part.lastMonth = time.lastMonth;
  if (time.day !== null) part.day = time.day;
  if (time.lastDay !== null) part.lastDay = time.lastDay;
  if (time.quarter !== null) part.quarter = time.quarter;
  if (time.lastQuarter !== null) part.lastQuarter = time.lastQuarter;
  if (time.half !== null) part.half = time.half;
  if (time.stage !== null) part.stage = time.stage;
  return part;
}

/** What a calendar expression says: fixed days where its year is known, else a part of a year not said. */
export function calendarValue(time: CalendarTime): TimeValue {
  if (time.clock) return { type: 'vague', direction: 'present' };
  if (time.year === null) return { type: 'partial', year: null, part: partOf(time) };
  if (time.day !== null && time.month !== null && time.day > daysInMonth(time.year, time.month)) {
    return { type: 'partial', year: time.year, part: partOf(time) };
  }
  const days = partOfYear(time.year, partOf(time), 1);
  const last = time.lastYear === null ? days : partOfYear(time.lastYear, partOf(time), 1);
  return { type: 'fixed', from: days.from === null ? null : format(days.from), until: last.until === null ? null : format(last.until) };
}

/** Open before, up to the end of a value, or to the day before it begins. */
export function upTo(value: TimeValue, inclusive: boolean): TimeValue {
  if (value.type !== 'fixed') return { type: 'until', of: value, inclusive };
  if (inclusive) return { type: 'fixed', from: null, until: value.until };
  const first = value.from === null ? null : parseDate(value.from);
  return { type: 'fixed', from: null, until: first === null ? null : format(first - 1) };
}
