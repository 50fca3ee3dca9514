import type { TimeExpression, TimeKind, TimeValue } from '../../types.ts';
import { HALF, isArabic, isLetter, NUMERAL, roleAt } from '../quantity/characters.ts';
import { skipToken } from '../quantity/exclude.ts';
import { parseNumeral } from '../quantity/numeral.ts';
import { type CalendarTime, calendarAt, partAt } from './calendar.ts';
import { countedAt, leadCharacters, leadCountedAt, skipPlainNumber } from './counted.ts';
import { format, parseDate } from './days.ts';
import { TIME_WORDS } from './lexicon.ts';
import { calendarValue, partOf, upTo } from './values.ts';

export { findArticleDate } from './articledate.ts';
export { resolveTime } from './resolve.ts';

const NOTHING = 0;
const LETTER = 1;
const NUMBER = 2;
const WEEKDAY = 3;
const PART = 4;

/** What the scanner does at each UTF-16 unit; 5 looks the word up. */
const CLASS = buildClasses();

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const code of TIME_WORDS.firstCharacters()) table[code] = 5;
  for (const code of leadCharacters()) table[code] = 5;
  for (let i = 0; i < table.length; i++) if (NUMERAL[i] !== 0) table[i] = NUMBER;
  for (let c = 0; c < 26; c++) table[65 + c] = table[97 + c] = LETTER;
  for (const c of '周星礼') table[c.charCodeAt(0)] = WEEKDAY;
  table['第'.charCodeAt(0)] = PART;
  return table;
}

/**
 * Every time expression in a paragraph that normalize() has folded, in order and apart from one another. One forward
 * scan in linear time; never throws. `bare` is the time word alone (`去年` of `去年春天`, `年底` of `年底前`); counted
 * ones are bare as a whole (`过去三年`, `五年之内`). A relative word whose date stands beside it (`去年(2023年)`) is
 * 'absolute'. `到2030年`, `2026年前` are 'ahead' whatever the article's date: compare `resolveTime` with it.
 */
export function findTimes(text: string): TimeExpression[] {
  const out: TimeExpression[] = [];
  const n = text.length;
  let i = 0;
  while (i < n) {
    switch (CLASS[text.charCodeAt(i)]) {
      case NOTHING:
        i++;
        break;
      case LETTER:
        i = atLetter(text, i, out);
        break;
      case NUMBER:
        i = atNumber(text, i, out);
        break;
      case WEEKDAY:
        i = atWeekday(text, i, out);
        break;
      case PART:
        i = atPart(text, i, out);
        break;
      default:
        i = atWord(text, i, out);
    }
  }
  return out;
}

type Step = (text: string, i: number, out: TimeExpression[]) => number;

function put(
  text: string,
  out: TimeExpression[],
  start: number,
  end: number,
  kind: TimeKind,
  bareStart: number,
  bareEnd: number,
  value: TimeValue,
): number {
  out.push({ start, end, text: text.slice(start, end), kind, bare: { start: bareStart, end: bareEnd }, value });
  return end;
}

/** Q3, H1, FY2023, 4Q; other tokens are skipped whole. */
const atLetter: Step = (text, i, out) => {
  const free = i === 0 || !isArabic(text, i - 1);
  if (free && (text[i] === 'Q' || text[i] === 'H')) {
    const part = partAt(text, i);
    if (part !== null) return put(text, out, i, part.end, 'partial', i, part.end, calendarValue(part));
  }
  if (free && (text.startsWith('FY', i) || text.startsWith('fy', i)) && isArabic(text, i + 2)) {
    const end = skipToken(text, i);
    return put(text, out, i, end, 'clock', i, end, { type: 'vague', direction: 'present' });
  }
  return skipToken(text, i);
};

const atNumber: Step = (text, i, out) => {
  const before = text[i - 1] ?? '';
  // 十一期间, 五一后, 两会后
  const holiday = isArabic(text, i) ? null : TIME_WORDS.at(text, i);
  if (holiday !== null && roleAt(text, i - 1) === 0 && before !== '双') {
    const end = i + holiday.word.length;
    return put(text, out, i, end, holiday.value.kind, i, end, holiday.value.value);
  }
  const time = before === '.' || before === '_' ? null : calendarAt(text, i);
  if (time !== null && !(isArabic(text, time.end - 1) && isArabic(text, time.end)) && !bareDay(text, i, time))
    return calendar(text, i, time, out);
  if (isArabic(text, i)) {
    const plain = skipPlainNumber(text, i);
    if (plain > i) return isLetter(text, plain) ? skipToken(text, plain) : plain;
  }
  const counted = before === '每' || before === '第' ? null : countedAt(text, i);
  if (counted !== null) return put(text, out, i, counted.end, counted.kind, i, counted.end, counted.value);
  if (roleAt(text, i) === HALF) return i + 1;
  const number = parseNumeral(text, i);
  const end = number === null ? i + 1 : Math.max(number.end, i + 1);
  return isArabic(text, i) && isLetter(text, end) ? skipToken(text, end) : end;
};

/** 5日均线, 连续五日, 提前两日: days counted rather than dated. */
function bareDay(text: string, i: number, time: CalendarTime): boolean {
  if (time.day === null || time.month !== null || time.year !== null) return false;
  if (!isArabic(text, i) && time.end - i < 3) return true;
  return '续前内近每隔共'.includes(text[i - 1] ?? '!') || '均波线内涨跌K动平累'.includes(text[time.end] ?? '!');
}

/** A calendar expression: fixed or partial, bounded by 到…, …前, …之前. */
function calendar(text: string, i: number, time: CalendarTime, out: TimeExpression[]): number {
  const value = calendarValue(time);
  if (time.clock) return put(text, out, i, time.end, 'clock', i, time.end, value);
  const kind: TimeKind = time.year === null ? 'partial' : 'absolute';
  return bounded(text, i, time.end, kind, i, time.end, value, isPlainYear(time), out);
}

function isPlainYear(time: CalendarTime): boolean {
  return time.year !== null && time.month === null && time.quarter === null && time.half === null && time.stage === null;
}

/** Puts an expression with 到 before it or 前, 之前 after it as one that is bounded ahead. */
function bounded(
  text: string,
  start: number,
  end: number,
  kind: TimeKind,
  bareStart: number,
  bareEnd: number,
  value: TimeValue,
  plainYear: boolean,
  out: TimeExpression[],
): number {
  const floor = out.length === 0 ? 0 : out[out.length - 1]!.end;
  const before = text.startsWith('之前', end) || text.startsWith('以前', end) ? 2 : text[end] === '前' && !isFrontWord(text, end) ? 1 : 0;
  if (before > 0) return put(text, out, start, end + before, 'ahead', bareStart, bareEnd, upTo(value, !plainYear));
  const after =
    text[end] === '后' ? (isAfterWord(text, end) ? 0 : 1) : text.startsWith('之后', end) || text.startsWith('以后', end) ? 2 : 0;
  if (after > 0) {
    return put(text, out, start, end + after, value.type === 'fixed' ? 'absolute' : 'ahead', bareStart, bareEnd, since(value));
  }
  if (
    start > floor &&
    start - 1 !== (out.length === 0 ? -1 : floor) &&
    (text[start - 1] === '到' || text[start - 1] === '至') &&
    !'达受得遇回赶感收从想止截甚乃以'.includes(text[start - 2] ?? '!') &&
    text[end] !== '的' &&
    text[end] !== '至'
  ) {
    // 到2030年 opens its clause; in 延续到2030年 the 到 belongs to the verb.
    const own = start - 1 === 0 || OPENERS.includes(text[start - 2]!);
    if (own || text[start - 1] === '到')
      return put(text, out, own ? start - 1 : start, end, 'ahead', bareStart, bareEnd, upTo(value, true));
  }
  return put(text, out, start, end, kind, bareStart, bareEnd, value);
}

const OPENERS = ',。;:、!?…“”"()[]《》 \n计预期测划而且则但但是';

/** 后 that begins a word of its own: 后续, 后来, 后市; 90后 is none either. */
function isAfterWord(text: string, i: number): boolean {
  return roleAt(text, i + 1) !== 0 || '续来面方台市期世勤者悔果视备天年半卫'.includes(text[i + 1] ?? '!');
}

/** Open from the day after a value. */
function since(value: TimeValue): TimeValue {
  if (value.type !== 'fixed') return { type: 'vague', direction: 'future' };
  const last = value.until === null ? null : parseDate(value.until);
  return { type: 'fixed', from: last === null ? null : format(last + 1), until: null };
}

/** 前 that begins a word of its own: 前三季度, 前后, 前景, 前期. */
function isFrontWord(text: string, i: number): boolean {
  return roleAt(text, i + 1) !== 0 || '后景期沿面述往来所者高低十大'.includes(text[i + 1] ?? '!');
}

const WEEKDAYS = '一二三四五六日天末';

/** The weekday's number at `i` (周末 is 6), 0 for none. */
function weekdayNumber(text: string, i: number): number {
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

function weekdayValue(text: string, at: number, day: number, week: number | null): TimeValue {
  return text[at] === '末' ? { type: 'weekday', day, week, lastDay: 7 } : { type: 'weekday', day, week };
}

/** 周五, 星期五, 礼拜五 without a week said. */
const atWeekday: Step = (text, i, out) => {
  const width = text[i] === '周' ? 1 : text.startsWith('星期', i) || text.startsWith('礼拜', i) ? 2 : 0;
  if (width === 0) return i + 1;
  const before = text[i - 1] ?? '';
  const day = weekdayNumber(text, i + width);
  if (day === 0 || roleAt(text, i - 1) !== 0 || (before !== '' && '每双各逐按单隔逢个四圆姓'.includes(before))) return i + width;
  const end = i + width + 1;
  return bounded(text, i, end, 'relative', i, end, weekdayValue(text, i + width, day, null), false, out);
};

/** 第三季度. */
const atPart: Step = (text, i, out) => {
  const part = partAt(text, i);
  if (part === null) return i + 1;
  return bounded(text, i, part.end, 'partial', i, part.end, calendarValue(part), false, out);
};

const atWord: Step = (text, i, out) => {
  const half = text[i] === '上' || text[i] === '下' || text[i] === '前' ? partAt(text, i) : null;
  if (half !== null && !(text[i] !== '前' && '以之'.includes(text[i - 1] ?? '!'))) {
    return bounded(text, i, half.end, 'partial', i, half.end, calendarValue(half), false, out);
  }
  const counted = leadCountedAt(text, i);
  if (counted !== null) return put(text, out, i, counted.end, counted.kind, i, counted.bareEnd ?? counted.end, counted.value);
  const found = TIME_WORDS.at(text, i);
  if (found === null) return i + 1;
  const { word, value } = found;
  const end = i + word.length;
  const before = text[i - 1] ?? '';
  const next = text[end] ?? '';
  const honest = before === '实' && '其确事老真'.includes(text[i - 2] ?? '!');
  if ((before !== '' && !honest && value.notAfter.includes(before)) || (next !== '' && value.notBefore.includes(next))) return i + 1;
  const { kind } = value;
  const meaning = value.value;
  // Adverbs of what comes: 增长很快 and 马上有钱 are none.
  if ((word === '很快' || word === '马上') && !'会将就要能便可得开'.includes(next || '!')) return i + 1;
  if (word === '近期内') return put(text, out, i, end, kind, i, end - 1, meaning);
  if (meaning.type === 'offset' && meaning.part === undefined && meaning.from === meaning.until) {
    return extended(text, i, end, kind, meaning, out);
  }
  if (meaning.type === 'offset' && kind === 'partial') return bounded(text, i, end, kind, i, end, meaning, false, out);
  return put(text, out, i, end, kind, i, end, meaning);
};

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
function extended(
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
    const at = text[end] === '年' && '初中底末'.includes(text[end + 1] ?? '!') ? end + 1 : text[end] === '的' ? end + 1 : end;
    const part = isArabic(text, at) && text[end - 1] !== '年' ? null : partAt(text, at);
    if (part !== null) return bounded(text, i, part.end, kind, i, end, { ...base, part: partOf(part) }, false, out);
    const season = SEASONS[text[end] ?? ''];
    if (season !== undefined && '天季节'.includes(text[end + 1] ?? '!')) {
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
    if (stage !== null) return bounded(text, i, end + 1, kind, i, end + 1, { ...base, part: { stage } }, false, out);
    const day = calendarAt(text, end);
    if (day?.day != null && day.month === null && day.year === null) {
      return put(text, out, i, day.end, kind, i, end, { ...base, part: { day: day.day } });
    }
  }
  if (base.from > 0 || text.startsWith('之后', end) || text.startsWith('以后', end))
    return bounded(text, i, end, kind, i, end, base, false, out);
  return put(text, out, i, end, kind, i, end, base);
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
