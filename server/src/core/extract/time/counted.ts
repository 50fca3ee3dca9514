import { CharacterSet } from '../../text/characterSet.ts';
import { codeAt } from '../../text/characters.ts';
import type { TimeKind, TimeValue } from '../../types.ts';
import { among, HALF, isArabic, roleAt } from '../quantity/characters.ts';
import { parseNumeral } from '../quantity/numeral.ts';
import { WordTable, words } from '../quantity/words.ts';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** A length of time in words, such as `三年`, `几个月`, `半年`. */
interface Length {
  readonly end: number;
  readonly min: number;
  readonly max: number;
  readonly unit: Unit;
  /** 几, 数 or a unit below the day: no days to reckon with. */
  readonly vague: boolean;
  readonly small: boolean;
}

const UNITS = new WordTable<readonly [Unit, number]>([
  ...words<readonly [Unit, number]>('年 年时间 个年头 个财年 个会计年度 年度', ['year', 1]),
  ...words<readonly [Unit, number]>('个月 个多月', ['month', 1]),
  ['月', ['month', 1]],
  ...words<readonly [Unit, number]>('个季度 个财季 季度', ['quarter', 1]),
  ...words<readonly [Unit, number]>('周 个星期 个礼拜 星期 礼拜 个周', ['week', 1]),
  ...words<readonly [Unit, number]>('天 日 个交易日 个工作日 个自然日', ['day', 1]),
  ...words<readonly [Unit, number]>('小时 个小时 个多小时 分钟 个钟头', ['day', 0]),
]);

/** Characters after Arabic digits that may make a length of time. */
const AFTER_DIGITS = new CharacterSet([...UNITS.firstCharacters(), ...Array.from('多来余十百千万 -~到至', (c) => c.charCodeAt(0))]);

/** Where a plain Arabic number ends that no length of time begins with; `i` where it may be one. */
export function skipPlainNumber(text: string, i: number): number {
  let k = i;
  for (;;) {
    while (isArabic(text, k)) k++;
    const c = codeAt(text, k);
    if ((c === 46 || c === 44) && isArabic(text, k + 1)) k++;
    else return k < text.length && AFTER_DIGITS.has(c) ? i : k;
  }
}

/** The length of time at `i`, spaces allowed after Arabic digits. */
function lengthAt(text: string, i: number): Length | null {
  let at = codeAt(text, i) === 32 ? i + 1 : i;
  let min = 0.5;
  let max = 0.5;
  let vague = false;
  const role = roleAt(text, at);
  if (role === 0) return null;
  if (role === HALF) at++;
  else {
    const n = parseNumeral(text, at);
    if (n === null || n.min > 500) return null;
    ({ min, max } = n);
    vague = n.several;
    at = n.end;
    // 3-5年, 三到五年
    const to = among('-~到至、', text, at) && roleAt(text, at + 1) !== 0 ? parseNumeral(text, at + 1) : null;
    if (to !== null && to.min > max && to.min <= 500) {
      max = to.max;
      vague ||= to.several;
      at = to.end;
    }
    if (text[at] === '来' || text[at] === '多' || text[at] === '余') at++;
    if (codeAt(text, at) === 32) at++;
  }
  let half = 0;
  // 两个半月
  if (text.startsWith('个半', at) && min === max) {
    half = 0.5;
    at += 1;
  }
  const unit = UNITS.at(text, half > 0 ? at + 1 : at);
  if (unit === null) return null;
  if (half > 0) {
    min += half;
    max += half;
    at++;
  }
  if (among('期级线报轮检薪迈货', text, at + unit.word.length) && unit.value[0] === 'year') return null;
  let end = at + unit.word.length;
  if (text[end] === '多') end++;
  else if (text[end] === '半') {
    end++;
    max += 0.5;
    min += 0.5;
  }
  return { end, min, max, unit: unit.value[0], vague, small: unit.value[1] === 0 };
}

/** `length` with what may go on after it: 左右, 时间, 的时间 (`一年左右的时间`) and a longer one (`十年、二十年`, `三个月到半年`). */
function wholeLengthAt(text: string, i: number): Length | null {
  let length = lengthAt(text, i);
  if (length === null) return null;
  const c = text[length.end];
  if (c === '、' || c === '到' || c === '至' || c === '或') {
    const more = lengthAt(text, length.end + 1);
    if (more !== null && daysIn(more) > daysIn(length))
      length = { ...more, vague: length.vague || more.vague, min: more.unit === length.unit ? length.min : more.min / 2 };
  }
  let end = text.startsWith('左右', length.end) ? length.end + 2 : text.startsWith(' 左右', length.end) ? length.end + 3 : length.end;
  if (text.startsWith('的时间', end)) end += 3;
  else if (text.startsWith('时间', end)) end += 2;
  return end === length.end ? length : { ...length, end };
}

const DAYS: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30, quarter: 91, half: 182, year: 365 };

function daysIn(length: Length): number {
  return DAYS[length.unit] * length.max;
}

/** A counted time expression found in the text. */
export interface CountedTime {
  readonly end: number;
  /** Where the bare expression ends, if not there: 过去一年 of 过去一年以来. */
  readonly bareEnd?: number;
  readonly kind: TimeKind;
  readonly value: TimeValue;
}

type Lead = 'past' | 'this' | 'before' | 'future' | 'after';

const LEADS = new WordTable<Lead>([
  ...words<Lead>('过去 过去的 近 最近 最近的 过去这 近这', 'past'),
  ...words<Lead>('这', 'this'),
  ...words<Lead>('前', 'before'),
  ...words<Lead>('未来 未来的 今后 今后的 接下来 接下来的 接下去 往后 以后 此后的 下一个 后续', 'future'),
  ...words<Lead>('再过 再等', 'after'),
]);

/** First characters of what `leadCountedAt` reads. */
export function leadCharacters(): Iterable<number> {
  return LEADS.firstCharacters();
}

const TAILS = new WordTable<'past' | 'within' | 'later' | 'since'>([
  ...words<'past'>('前 之前 以前', 'past'),
  ...words<'within'>('内 之内 以内', 'within'),
  ...words<'later'>('后 之后 以后', 'later'),
  ...words<'since'>('来 以来', 'since'),
]);

/** 过去三年, 近十年, 未来几个月, 再过一年, 这两年, 前几天: the counted time that begins with a word at `i`. */
export function leadCountedAt(text: string, i: number): CountedTime | null {
  const lead = LEADS.at(text, i);
  if (lead === null) return null;
  const before = text[i - 1] ?? '';
  if (lead.word === '近' && before !== '' && '最附临靠亲远邻就走相切贴接将逼迫隔时达'.includes(before)) return null;
  if (lead.value === 'before' && before !== '' && '之以此提目当年月日天周向眼空跟史度'.includes(before)) return null;
  if (lead.word === '最近' && before === '离') return null;
  const length = wholeLengthAt(text, i + lead.word.length);
  if (length === null) return null;
  const { min, max, unit } = length;
  let end = length.end;
  const since = TAILS.at(text, end);
  if (since !== null && since.value === 'since' && !among('看说', text, end + since.word.length)) end += since.word.length;
  else if (since !== null && since.value === 'within') end += since.word.length;
  switch (lead.value) {
    case 'past':
      return {
        end,
        kind: 'relative',
        value: rolling(length, -max, 0, 'past'),
        ...(since?.word === '以来' && text.startsWith('过去', i) && end > length.end && { bareEnd: length.end }),
      };
    case 'this':
      // 这一年, 这一天 point into a story; 这两年, 这几天 do not.
      if (max < 2 && end === length.end) return null;
      return { end, kind: 'relative', value: rolling(length, -max, 0, 'past') };
    case 'before':
      // 前三季度 and 前10 are no such thing; 前两年, 前几天 are.
      if ((max > 3 && !length.vague) || unit === 'quarter' || min < 2) return null;
      return { end, kind: 'relative', value: { type: 'vague', direction: 'past' } };
    case 'future':
      return { end, kind: 'ahead', value: rolling(length, 0, max, 'future') };
    case 'after':
      return {
        end,
        kind: 'ahead',
        value: length.vague || length.small ? { type: 'vague', direction: 'future' } : { type: 'rolling', unit, from: null, until: max },
      };
  }
}

function rolling(length: Length, from: number, until: number, direction: 'past' | 'future'): TimeValue {
  if (length.vague || length.small) return { type: 'vague', direction };
  return { type: 'rolling', unit: length.unit, from, until };
}

/** The time up to which a length goes that stands at `i`, whatever stands before it: 不出三年, 最多半年. */
export function lengthAhead(text: string, i: number): { readonly end: number; readonly value: TimeValue } | null {
  const length = wholeLengthAt(text, i);
  return length && { end: length.end, value: rolling(length, 0, length.max, 'future') };
}

/** 三年前, 十年后, 五年之内, 半年来: the counted time whose number stands at `i`. */
export function countedAt(text: string, i: number): CountedTime | null {
  const length = wholeLengthAt(text, i);
  if (length === null) return null;
  const tail = TAILS.at(text, length.end);
  if (tail === null) return null;
  const end = length.end + tail.word.length;
  const next = text[end] ?? '';
  const { max, min, unit } = length;
  const blurred = length.vague || length.small || min !== max;
  switch (tail.value) {
    case 'past':
      if (tail.word === '前' && next !== '' && '景沿端列身置'.includes(next)) return null;
      return { end, kind: 'relative', value: blurred ? { type: 'vague', direction: 'past' } : point(unit, -max) };
    case 'later':
      if (tail.word === '后' && next !== '' && '续来面方台'.includes(next)) return null;
      return { end, kind: 'ahead', value: blurred ? { type: 'vague', direction: 'future' } : point(unit, max) };
    case 'within':
      if (tail.word === '内' && next !== '' && '部地外需'.includes(next)) return null;
      return { end, kind: 'ahead', value: rolling(length, 0, max, 'future') };
    case 'since':
      if (next !== '' && '看说到源自临'.includes(next) && tail.word === '来') return null;
      return { end, kind: 'relative', value: rolling(length, -max, 0, 'past') };
  }
}

function point(unit: Unit, count: number): TimeValue {
  return Number.isInteger(count)
    ? { type: 'offset', unit, from: count, until: count }
    : { type: 'rolling', unit, from: count, until: count };
}
