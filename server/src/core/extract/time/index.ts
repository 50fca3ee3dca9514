import type { TimeExpression, TimeKind } from '../../types.ts';
import { endsName, indexNumberEnd } from '../indexNames.ts';
import { among, HALF, isArabic, isLetter, NUMERAL, roleAt } from '../quantity/characters.ts';
import { skipToken } from '../quantity/exclude.ts';
import { parseNumeral } from '../quantity/numeral.ts';
import { bounded, put } from './bounded.ts';
import { type CalendarTime, calendarAt, partAt } from './calendar.ts';
import { countedAt, leadCharacters, leadCountedAt } from './counted.ts';
import { extended } from './extended.ts';
import { skipPlainNumber } from './length.ts';
import { TIME_WORDS } from './lexicon.ts';
import { draft, plausibleYear, smallAt } from './small.ts';
import { calendarValue } from './values.ts';
import { weekdayNumber, weekdayValue } from './weekday.ts';

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

/** Q3, H1, FY2023, 4Q; other tokens are skipped whole. */
const atLetter: Step = (text, i, out) => {
  const free = i === 0 || !isArabic(text, i - 1);
  if (free && (text[i] === 'Q' || text[i] === 'H')) {
    const part = partAt(text, i);
    if (part !== null) return put(text, out, i, part.end, 'partial', i, part.end, calendarValue(part));
  }
  if (free && (text.startsWith('FY', i) || text.startsWith('fy', i)) && isArabic(text, i + 2)) {
    const end = skipToken(text, i);
    const year = smallAt(text, i + 2);
    const full = year.digits === 2 ? 2000 + year.value : year.value;
    if (!plausibleYear(full) || year.digits < 2) return put(text, out, i, end, 'clock', i, end, { type: 'vague', direction: 'present' });
    return put(text, out, i, end, 'absolute', i, end, calendarValue({ ...draft(end), year: full }));
  }
  return skipToken(text, i);
};

const atNumber: Step = (text, i, out) => {
  const before = text[i - 1] ?? '';
  if (isArabic(text, i)) {
    const name = indexNumberEnd(text, i);
    if (name > i) return name;
  }
  // 指数年内: no number of years
  if (before === '指' && text[i] === '数') return i + 1;
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
  return among('续前内近每隔共', text, i - 1) || among('均波线内涨跌K动平累', text, time.end);
}

/** A calendar expression: fixed or partial, bounded by 到…, …前, …之前. */
function calendar(text: string, i: number, time: CalendarTime, out: TimeExpression[]): number {
  const value = calendarValue(time);
  if (time.clock) return put(text, out, i, time.end, 'clock', i, time.end, value);
  const kind: TimeKind = time.year === null ? 'partial' : 'absolute';
  return bounded(text, i, time.end, kind, i, time.end, value, isWhole(time), out);
}

/** A year, half, quarter or month rather than a day or the end of something: 9月前 is over when September begins, 9月底前 is not. */
function isWhole(time: CalendarTime): boolean {
  return time.day === null && time.stage === null && time.lastMonth === null && time.lastQuarter === null;
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
  return bounded(text, i, part.end, 'partial', i, part.end, calendarValue(part), isWhole(part), out);
};

/** Behind 沪深300, A500 or 指数 a word that must follow no number does. */
function afterName(text: string, i: number): boolean {
  return isArabic(text, i - 1) ? endsName(text, i) : text[i - 1] === '数' && text[i - 2] === '指';
}

const atWord: Step = (text, i, out) => {
  const half = text[i] === '上' || text[i] === '下' || text[i] === '前' ? partAt(text, i) : null;
  if (half !== null && !(text[i] !== '前' && among('以之', text, i - 1))) {
    return bounded(text, i, half.end, 'partial', i, half.end, calendarValue(half), isWhole(half) && half.half !== 1, out);
  }
  const counted = leadCountedAt(text, i);
  if (counted !== null) return put(text, out, i, counted.end, counted.kind, i, counted.bareEnd ?? counted.end, counted.value);
  const found = TIME_WORDS.at(text, i);
  if (found === null) return i + 1;
  const { word, value } = found;
  const end = i + word.length;
  const before = text[i - 1] ?? '';
  const next = text[end] ?? '';
  const honest = before === '实' && among('其确事老真', text, i - 2);
  // 也就是说明天
  const spoken = before === '说' && text[i - 2] === '是';
  if (before !== '' && !honest && !spoken && value.notAfter.includes(before) && !afterName(text, i)) return i + 1;
  if (next !== '' && value.notBefore.includes(next) && !value.unless.some((follower) => text.startsWith(follower, end))) return i + 1;
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
