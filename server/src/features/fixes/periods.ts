import { roleAt } from '../../core/extract/quantity/characters.ts';
import { findTimes } from '../../core/extract/time/index.ts';
import { wholeLengthAt } from '../../core/extract/time/length.ts';
import { resolveTime } from '../../core/extract/time/resolve.ts';
import { normalize, type TimeExpression, type TimeValue } from '../../core/index.ts';
import { sinceMark } from '../../core/text/characters.ts';

/** So far before a change the period is looked for that it is of. */
const BACK = 120;
const LAST_YEAR = '上年同期';

/**
 * What a change at `at` is measured from: the year before, of a part of a year the same part (今年上半年 → 2023年同期), of a stretch its
 * beginning; null where the time of the change tells none.
 */
export function baseOf(text: string, at: number, date: string | null): string | null {
  const before = normalize(text.slice(Math.max(0, at - BACK), at));
  const sentence = sinceMark(before, before.length, BACK, '。!?\n');
  const time = findTimes(sentence).findLast(({ kind }) => kind !== 'clock');
  if (time === undefined) return date ? `${yearOf(date) - 1}年` : LAST_YEAR;
  const reach = reachOf(time.value);
  if (reach === null) return null;
  const from = date !== null || time.value.type === 'fixed' ? resolveTime(time.value, date ?? '1970-01-01')?.from : null;
  if (!from) return reach === 'stretch' ? null : LAST_YEAR;
  if (reach === 'stretch') return `${yearOf(from)}年`;
  return `${yearOf(from) - 1}年${reach === 'part' ? '同期' : ''}`;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Whether a time is a whole year, a part of one that every year has, or years counted up; null for days and what is no period. */
function reachOf(value: TimeValue): 'year' | 'part' | 'stretch' | null {
  switch (value.type) {
    case 'offset': {
      const { unit, part, from, until } = value;
      if (from !== until || unit === 'day' || unit === 'week') return null;
      if (part?.day !== undefined || part?.stage !== undefined) return null;
      return unit === 'year' && part === undefined ? 'year' : 'part';
    }
    case 'partial':
      return value.part.day === undefined && value.part.stage === undefined ? 'part' : null;
    case 'fixed': {
      const { from, until } = value;
      if (from === null || until === null || from.slice(0, 4) !== until.slice(0, 4) || from === until) return null;
      return from.endsWith('-01-01') && until.endsWith('-12-31') ? 'year' : 'part';
    }
    case 'since':
      return reachOf(value.of) === null ? null : 'part';
    case 'rolling':
      return value.unit === 'year' && value.from !== null && Number.isInteger(value.from) ? 'stretch' : null;
    default:
      return null;
  }
}

/** Whether a clause says how long something takes: 至少还要五年, 两三个月就能看到变化. Dates are none, nor is 总有一天. */
export function saysHowLong(clause: string): boolean {
  const text = normalize(clause);
  let times: readonly TimeExpression[] | undefined;
  for (let i = 0; i < text.length; i++) {
    if (roleAt(text, i) === 0 || (i > 0 && roleAt(text, i - 1) !== 0)) continue;
    const length = wholeLengthAt(text, i);
    if (
      length === null ||
      '某哪每第'.includes(text[i - 1] ?? '!') ||
      /^有一[天日]/.test(text.slice(i - 1, i + 2)) ||
      /^[均线]/.test(text.slice(length.end))
    )
      continue;
    times ??= findTimes(text);
    if (!times.some((t) => t.start < length.end && i < t.end)) return true;
  }
  return false;
}
