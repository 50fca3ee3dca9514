import type { TimeValue } from '../../types.ts';

const WEEKDAYS = '一二三四五六日天末';

/** The weekday's number at `i` (周末 is 6), 0 for none. */
export function weekdayNumber(text: string, i: number): number {
  const c = text[i];
  if (c === undefined) return 0;
  const index = WEEKDAYS.indexOf(c);
  if (index < 0) return 0;
  const next = text[i + 1] ?? '';
  if (next !== '' && '次个倍年期定般些直种样家五六七八九十福围点'.includes(next) && !(c === '末' || next === '期' || next === '点'))
    return 0;
  if (c === '天' && next === '线') return 0;
  return c === '末' ? 6 : c === '天' ? 7 : index + 1;
}

export function weekdayValue(text: string, at: number, day: number, week: number | null): TimeValue {
  return text[at] === '末' ? { type: 'weekday', day, week, lastDay: 7 } : { type: 'weekday', day, week };
}
