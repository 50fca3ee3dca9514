import type { TimeExpression, TimeKind, TimeValue } from '../../types.ts';
import { among, isArabic } from '../quantity/characters.ts';
import { bounded, put } from './bounded.ts';
import { calendarAt, partAt } from './calendar.ts';
import { mirrored } from './mirror.ts';
import { partOf } from './values.ts';
import { weekdayNumber, weekdayValue } from './weekday.ts';

const LATER = [
  '全年',
  '这个时候',
  '的这个时候',
  '这时候',
  '此时',
  '这时',
  '晚些时候',
  '的晚些时候',
  '稍晚时候',
  '稍晚些时候',
  '早些时候',
  '稍早',
];
const SEASONS: Readonly<Record<string, [number, number]>> = { 春: [2, 4], 夏: [5, 7], 秋: [8, 10], 冬: [11, 12] };

/** 去年 with what follows it: 年底, 三季度, 3月5日, 春天, (2023年); 上周 with its weekday; 上月 with its day. */
export function extended(
  text: string,
  i: number,
  end: number,
  kind: TimeKind,
  base: Extract<TimeValue, { type: 'offset' }>,
  out: TimeExpression[],
): number {
  if (fixedBeside(text, i, end)) return put(text, out, i, end, 'absolute', i, end, base);
  if (base.unit === 'week') {
    const day = weekdayNumber(text, end);
    // 上周五 is the bare word: without its weekday it would be another day.
    if (day > 0) return bounded(text, i, end + 1, kind, i, end + 1, weekdayValue(text, end, day, base.from), false, out);
  }
  if (base.unit === 'year') {
    const at = text[end] === '年' && among('初中底末', text, end + 1) ? end + 1 : text[end] === '的' ? end + 1 : end;
    const part = isArabic(text, at) && text[end - 1] !== '年' ? null : partAt(text, at);
    if (part !== null) {
      const whole = part.day === null && part.stage === null && part.lastMonth === null && part.lastQuarter === null;
      return bounded(text, i, part.end, kind, i, end, { ...base, part: partOf(part) }, whole, out);
    }
    const season = SEASONS[text[end] ?? ''];
    if (season !== undefined && among('天季节', text, end + 1)) {
      return put(text, out, i, end + 2, kind, i, end, { ...base, part: { month: season[0], lastMonth: season[1] } });
    }
  }
  // 明年这个时候, 本月晚些时候
  const late = LATER.find((phrase) => text.startsWith(phrase, end));
  if (late !== undefined && base.unit !== 'day') return put(text, out, i, end + late.length, kind, i, end, base);
  if (base.unit === 'month') {
    const c = text[end];
    const stage = c === '初' ? 'start' : c === '底' || c === '末' ? 'end' : c === '中' && text[end + 1] !== '国' ? 'middle' : null;
    // 上月底 is one word: 上月 alone would be another stretch.
    if (stage !== null) {
      const value = mirrored(text, i, end + 1, { ...base, part: { stage } }, out);
      return bounded(text, i, end + 1, kind, i, end + 1, value, false, out);
    }
    const day = calendarAt(text, end);
    if (day?.day != null && day.month === null && day.year === null) {
      return put(text, out, i, day.end, kind, i, end, { ...base, part: { day: day.day } });
    }
  }
  if (base.from > 0 || text.startsWith('之后', end) || text.startsWith('以后', end))
    return bounded(text, i, end, kind, i, end, base, base.unit !== 'day', out);
  return put(text, out, i, end, kind, i, end, mirrored(text, i, end, base, out));
}

/** 去年(2023年), 去年,即2023年, and 2023年(去年). */
function fixedBeside(text: string, start: number, end: number): boolean {
  let at = end;
  if (text[at] === ',') at++;
  if (text[at] === '(' || text[at] === '即') at++;
  else if (text.startsWith('也就是', at)) at += 3;
  else
    return (
      text[start - 1] === '(' && (text[start - 2] === '年' || text[start - 2] === '日' || text[start - 2] === '月') && text[end] === ')'
    );
  if (text[at] === '即') at++;
  return isArabic(text, at) && calendarAt(text, at) !== null;
}
