import { codeAt } from '../../text/characters.ts';
import type { Approx, QuantityKind } from '../../types.ts';
import { speaksOfMoney } from './accept.ts';
import { adds } from './approx.ts';
import { digitAt, perAt, smallChange } from './change.ts';
import { among, FACTOR, isArabic, isHan, isLetter, roleAt, tidy, WAN, ZHAO } from './characters.ts';
import { skipFixed } from './exclude.ts';
import { countedInBig, LETTER_FACTORS, SHORT_FACTORS } from './factors.ts';
import { fraction, mixedNumber, slashFraction } from './fraction.ts';
import { type Numeral, parseNumeral } from './numeral.ts';
import { PER, type Unit, unitAt } from './units.ts';

/** A number with its unit, before approximators and ranges are looked at. Values are in base units. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly min: number;
  readonly max: number;
  readonly approx: Approx;
  readonly kind: QuantityKind | null;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly numeral: Numeral;
  /** What the unit's entry says; null for fractions and where no unit follows. */
  readonly entry: Unit | null;
  readonly fraction: boolean;
}

/** The amount whose number starts at `start`; null where there is no number that can be read. */
export function readAmount(text: string, start: number): Amount | null {
  const read = parseNumeral(text, start);
  if (read === null) return null;
  if (text.startsWith('分之', read.end)) return fraction(text, start, read);
  const n = text[read.end] === '又' ? (mixedNumber(text, read) ?? read) : read;
  const slash = slashFraction(text, start, n);
  if (slash !== null) return slash;
  let { min, max, end } = n;
  let approx: Approx = n.approx;
  let factor = 1;
  if (n.arabic && FACTOR_STARTS.has(codeAt(text, codeAt(text, end) === 32 ? end + 1 : end))) {
    const space = codeAt(text, end) === 32 ? 1 : 0;
    for (const [letters, value] of LETTER_FACTORS) {
      if (!text.startsWith(letters, end + space) || (space === 1 && letters.length === 1)) continue;
      const after = end + space + letters.length;
      if (isLetter(text, after) || isArabic(text, after) || text[after] === '/') continue;
      if (letters === 'K' && (min < 10 || n.decimals > 0)) continue;
      factor = value;
      end = after;
      break;
    }
  }
  if (n.arabic && factor === 1 && !isLetter(text, end + 1)) {
    const short = SHORT_FACTORS[text[end] ?? ''];
    // £1.5m, 1.5M美元, 营收46M
    if (
      short !== undefined &&
      (among('$€£¥', text, start - 1) || unitAt(text, end + 1)?.unit.kind === 'money' || speaksOfMoney(text, start))
    ) {
      factor = short;
      end++;
    }
  }
  // 3 个亿
  if (n.arabic && codeAt(text, end) === 32 && text[end + 1] === '个' && roleAt(text, end + 2) >= WAN && roleAt(text, end + 2) <= ZHAO)
    end++;
  const counted = countedInBig(text, end, n);
  if (counted !== null) {
    ({ min, max, approx, end } = counted);
    ({ factor } = counted);
  } else if (text[end] === '个' && min === max) {
    // 一个亿, 两个半亿, 一个半月
    const half = text[end + 1] === '半';
    const big = roleAt(text, end + (half ? 2 : 1));
    if (big >= WAN && big <= ZHAO) {
      factor = FACTOR[big]!;
      if (half) min = max = min + 0.5;
      end += half ? 3 : 2;
    } else if (half) {
      const rest = REST.find((word) => text.startsWith(word, end + 2));
      if (rest !== undefined) return durationAmount(start, end + 2 + rest.length, min + 0.5, min + 0.5, 'none', `个${rest}`, n);
      // 四个半点
      if (text[end + 2] === '点' && !among('钟评', text, end + 3))
        return { ...durationAmount(start, end + 3, min + 0.5, min + 0.5, 'none', '个点', n), kind: 'percentagePoint' };
      // 两个半百分点, 七个半BP
      const points = unitAt(text, end + 2);
      if (points?.unit.kind === 'percentagePoint') {
        const value = tidy((min + 0.5) * points.unit.factor);
        return { ...durationAmount(start, end + 2 + points.length, value, value, 'none', `个${points.word}`, n), kind: 'percentagePoint' };
      }
    }
  }
  if (text[end] === '个' && (text[end + 1] === '多' || text.startsWith('许多', end + 1))) {
    const k = end + (text[end + 1] === '多' ? 2 : 3);
    const rest = REST.find((word) => text.startsWith(word, k));
    if (rest !== undefined) return durationAmount(start, k + rest.length, min, min + 1, 'above', `个${rest}`, n);
    // 5个多点, 两个多百分点
    const points = ['点', '百分点'].find((word) => text.startsWith(word, k));
    if (points !== undefined)
      return { ...durationAmount(start, k + points.length, min, min + 1, 'above', `个${points}`, n), kind: 'percentagePoint' };
  }
  if (factor !== 1) {
    min = tidy(min * factor);
    max = tidy(max * factor);
  }
  let next = end;
  if (n.arabic && codeAt(text, next) === 32 && (text[next + 1] === '多' || text[next + 1] === '余') && unitAt(text, next + 2) !== null)
    next++;
  const some = text.startsWith('好几', next) ? 2 : text.startsWith('优良几', next) ? 3 : 0;
  if (some > 0 && min === max && n.place >= 10 && unitAt(text, next + some) !== null) {
    // 200好几家
    approx = 'above';
    max = min + n.place * factor - 1;
    next += some;
  } else if (text[next] === '来' && unitAt(text, next + 1) !== null && min >= 10) {
    approx = 'about';
    next++;
  } else if (text[next] === '把' && n.bare && n.end - start === 1 && unitAt(text, next + 1) !== null) {
    approx = 'about'; // 千把块
    next++;
  } else if (text[next] === '+' && !(adds(text, next + 1) && unitAt(text, next + 1) === null)) {
    approx = 'atLeast';
    next++;
  } else if (
    (text[next] === '多' || text[next] === '余') &&
    min >= 10 &&
    approx === 'none' &&
    min === max &&
    unitAt(text, next + 1) !== null
  ) {
    approx = 'above';
    max = min + n.place * factor - (n.place * factor >= 10 ? 1 : 0);
    next++;
  }
  let found = unitAt(text, next);
  if (found === null && codeAt(text, next) === 32) {
    next++;
    found = unitAt(text, next);
    if (found !== null && !n.arabic) found = null;
  }
  if (found === null) {
    const plus = text[end] === '+' && approx === 'atLeast' && !isArabic(text, end + 1);
    return {
      start,
      end: plus ? end + 1 : end,
      min,
      max,
      approx: approx === n.approx || plus || counted !== null ? approx : n.approx,
      kind: null,
      unit: null,
      currency: null,
      numeral: n,
      entry: null,
      fraction: false,
    };
  }
  return withUnit(text, start, next, min, max, approx, n, found);
}

const FACTOR_STARTS = new Set(LETTER_FACTORS.map(([letters]) => letters.charCodeAt(0)));
const REST = ['月', '小时', '星期', '礼拜', '季度', '世纪', '钟头', '交易日'];

function durationAmount(start: number, end: number, min: number, max: number, approx: Approx, unit: string, n: Numeral): Amount {
  return { start, end, min, max, approx, kind: 'duration', unit, currency: null, numeral: n, entry: null, fraction: false };
}

function withUnit(
  text: string,
  start: number,
  at: number,
  lo: number,
  hi: number,
  inner: Approx,
  n: Numeral,
  found: { readonly unit: Unit; readonly length: number; readonly word: string },
): Amount {
  const entry = found.unit;
  let min = lo;
  let max = hi;
  let end = at + found.length;
  let unit = found.word;
  let currency = entry.currency;
  let approx = inner;
  if (entry.factor !== 1) {
    min = tidy(min * entry.factor);
    max = tidy(max * entry.factor);
  }
  // 八五折, 85折
  if (found.word === '折' && min === max && min >= 10 && min < 100) min = max = tidy(min / 10);
  // 四家半, but 两家半导体公司
  const halved = HALVABLE.includes(found.word) || (found.word === '家' && !among('导年天月成数路山', text, end + 1));
  if (text[end] === '半' && halved && min === max) {
    min = max = tidy(min + 0.5 * entry.factor);
    end++;
  } else if (found.word === '厘' && min === max && digitAt(text, end) > 0) {
    // 五厘八, 二厘七五, 二厘七八
    const [a, b] = [digitAt(text, end), digitAt(text, end + 1)];
    const pair = b === a + 1;
    min = tidy(min + a * 0.1 + (b > 0 && !pair ? b * 0.01 : 0));
    max = pair ? tidy(max + b * 0.1) : min;
    end += b > 0 ? 2 : 1;
  } else if (
    found.word === '成' &&
    roleAt(text, end) >= 2 &&
    roleAt(text, end) <= 10 &&
    min === max &&
    roleAt(text, end + 1) === 0 &&
    skipFixed(text, end) === end
  ) {
    min = max = tidy(min + roleAt(text, end) - 1);
    end++;
  } else if (entry.kind === 'money' && currency === 'CNY' && min === max) {
    const change = smallChange(text, end, found.word);
    if (change !== null) {
      min = max = tidy(min + change.value);
      end = change.end;
    }
    // 五块三美金
    const foreign = found.word === '块' ? unitAt(text, end) : null;
    if (foreign?.unit.kind === 'money' && foreign.unit.factor === 1 && foreign.unit.currency !== 'CNY') {
      unit = foreign.word;
      currency = foreign.unit.currency;
      end += foreign.length;
    }
  }
  if ((text[end] === '多' || text.startsWith('许多', end)) && min === max && !among('头空方样元层数的', text, end + 1)) {
    if (entry.kind === 'duration' || entry.kind === 'multiple' || entry.kind === 'percent' || entry.kind === 'money') {
      approx = 'above';
      max = tidy(min + n.place * entry.factor);
      if (n.place * entry.factor >= 10) max -= 1;
      end += text[end] === '多' ? 1 : 2;
    }
  }
  if (entry.kind === 'money') {
    // 亿元人民币 is in the table; 元/吨, 元每吨 here.
    const per = perAt(text, end);
    if (per > end) {
      unit = unit + text.slice(end, per);
      end = per;
    }
  } else if (text[end] === '/') {
    const per = PER.at(text, end + 1);
    if (per !== null) {
      unit = `${unit}/${per.word}`;
      end += 1 + per.word.length;
    }
  }
  let kind: QuantityKind = entry.kind;
  // 种植示范田328块
  if (found.word === '块' && n.arabic && among('田地牌屏板砖表匾', text, start - 1)) {
    kind = 'count';
    currency = null;
  }
  // 三度卖出
  if (found.word === '度' && !n.arabic && min < 10 && isHan(text, end) && !among('的电以左高低升降角到多', text, end)) kind = 'count';
  if (found.word === '个点' && min > 30) kind = 'other';
  if (found.word === '个点' && kind === 'percentagePoint') currency = null;
  return { start, end, min, max, approx, kind, unit, currency, numeral: n, entry, fraction: false };
}

const HALVABLE = ['年', '倍', '成', '天', '小时', '周', '个点', '折', '亩', '斤', '块', '码', '吨', '米', '公斤', '公里', '分钟', '厘'];
