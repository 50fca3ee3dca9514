import { CharacterSet } from '../../text/characterSet.ts';
import { codeAt } from '../../text/characters.ts';
import { among, HALF, isArabic, roleAt } from '../quantity/characters.ts';
import { parseNumeral } from '../quantity/numeral.ts';
import { WordTable, words } from '../quantity/words.ts';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** A length of time in words, such as `三年`, `几个月`, `半年`. */
export interface Length {
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
export function wholeLengthAt(text: string, i: number): Length | null {
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
