import type { Approx, QuantityKind } from '../../types.ts';
import { FACTOR, isArabic, isLetter, roleAt, tidy, WAN, ZHAO } from './characters.ts';
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

const LETTER_FACTORS: readonly (readonly [string, number])[] = [
  ['billion', 1e9],
  ['million', 1e6],
  ['trillion', 1e12],
  ['bn', 1e9],
  ['mn', 1e6],
  ['tn', 1e12],
  ['k', 1e3],
  ['w', 1e4],
  ['W', 1e4],
  ['K', 1e3],
]; // prettier-ignore

/** The amount whose number starts at `start`; null where there is no number that can be read. */
export function readAmount(text: string, start: number): Amount | null {
  const n = parseNumeral(text, start);
  if (n === null) return null;
  if (text.startsWith('分之', n.end)) return fraction(text, start, n);
  const slash = slashFraction(text, start, n);
  if (slash !== null) return slash;
  let { min, max, end } = n;
  let approx: Approx = n.approx;
  let factor = 1;
  if (n.arabic) {
    const space = text.charCodeAt(end) === 32 ? 1 : 0;
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
  // 一个亿, 两个半亿, 一个半月
  if (text[end] === '个' && min === max) {
    const half = text[end + 1] === '半';
    const big = roleAt(text, end + (half ? 2 : 1));
    if (big >= WAN && big <= ZHAO) {
      factor = FACTOR[big]!;
      if (half) min = max = min + 0.5;
      end += half ? 3 : 2;
    } else if (half) {
      const rest = REST.find((word) => text.startsWith(word, end + 2));
      if (rest !== undefined) return durationAmount(start, end + 2 + rest.length, min + 0.5, min + 0.5, 'none', `个${rest}`, n);
    }
  }
  if (text[end] === '个' && (text[end + 1] === '多' || text.startsWith('许多', end + 1))) {
    const k = end + (text[end + 1] === '多' ? 2 : 3);
    const rest = REST.find((word) => text.startsWith(word, k));
    if (rest !== undefined) return durationAmount(start, k + rest.length, min, min + 1, 'above', `个${rest}`, n);
  }
  if (factor !== 1) {
    min = tidy(min * factor);
    max = tidy(max * factor);
  }
  let next = end;
  if (text[next] === '来' && !n.arabic && unitAt(text, next + 1) !== null && min >= 10) {
    approx = 'about';
    next++;
  } else if (text[next] === '+') {
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
  if (found === null && text.charCodeAt(next) === 32) {
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
      approx: approx === n.approx || plus ? approx : n.approx,
      kind: null,
      unit: null,
      currency: null,
      numeral: n,
      entry: null,
      fraction: false,
    }; // prettier-ignore
  }
  return withUnit(text, start, next, min, max, approx, n, found);
}

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
  // prettier-ignore
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
  if (text[end] === '半' && HALVABLE.includes(found.word) && min === max) {
    min = max = tidy(min + 0.5 * entry.factor);
    end++;
  } else if (found.word === '成' && roleAt(text, end) >= 2 && roleAt(text, end) <= 10 && min === max && roleAt(text, end + 1) === 0) {
    min = max = tidy(min + roleAt(text, end) - 1);
    end++;
  } else if (entry.kind === 'money' && currency === 'CNY' && min === max) {
    const change = smallChange(text, end, found.word);
    if (change !== null) {
      min = max = tidy(min + change.value);
      end = change.end;
    }
  }
  if ((text[end] === '多' || text.startsWith('许多', end)) && min === max && !'头空方样元层数的'.includes(text[end + 1] ?? '!')) {
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
  if (found.word === '个点' && min > 30) kind = 'other';
  if (found.word === '个点' && kind === 'percentagePoint') currency = null;
  return { start, end, min, max, approx, kind, unit, currency, numeral: n, entry, fraction: false };
}

const HALVABLE = ['年', '倍', '成', '天', '小时', '周', '个点', '折', '亩', '斤', '块'];

function perAt(text: string, end: number): number {
  const mark = text[end];
  if (mark !== '/' && mark !== '每') return end;
  const per = PER.at(text, end + 1);
  if (per !== null) {
    const stop = end + 1 + per.word.length;
    const again = text[stop] === '/' ? PER.at(text, stop + 1) : null;
    return again === null ? stop : stop + 1 + again.word.length;
  }
  if (mark === '/' && isArabic(text, end + 1)) {
    const n = parseNumeral(text, end + 1);
    const unit = n === null ? null : unitAt(text, n.end);
    if (n !== null && unit !== null) return n.end + unit.length;
  }
  return end;
}

const STEPS: Readonly<Record<string, readonly [string, number][]>> = {
  元: [
    ['角', 0.1],
    ['毛', 0.1],
    ['分', 0.01],
  ],
  圆: [
    ['角', 0.1],
    ['毛', 0.1],
    ['分', 0.01],
  ],
  块: [
    ['毛', 0.1],
    ['角', 0.1],
    ['分', 0.01],
  ],
  毛: [['分', 0.01]],
  角: [['分', 0.01]],
}; // prettier-ignore

/** `1角7分`, `3毛`, and the lone digit of `41块3`, after a money word. */
function smallChange(text: string, end: number, word: string): { readonly value: number; readonly end: number } | null {
  const steps = STEPS[word];
  if (steps === undefined) return null;
  let at = end;
  let value = 0;
  for (const [name, worth] of steps) {
    const role = roleAt(text, at);
    const digit = isArabic(text, at) ? text.charCodeAt(at) - 48 : role >= 2 && role <= 10 ? role - 1 : -1;
    if (digit < 0 || text[at + 1] !== name) continue;
    value += digit * worth;
    at += 2;
  }
  if (at > end) {
    if (text[at] === '整' || text[at] === '钱') at++;
    return { value, end: at };
  }
  if (word !== '块') return null;
  const role = roleAt(text, at);
  const digit = isArabic(text, at) ? text.charCodeAt(at) - 48 : role >= 2 && role <= 10 ? role - 1 : -1;
  const next = text[at + 1] ?? '';
  if (digit < 0 || roleAt(text, at + 1) !== 0 || '个家张次位条件斤天年月片只台'.includes(next || '!') || isLetter(text, at + 1))
    return null;
  return { value: digit * 0.1, end: at + 1 };
}

/** 百分之三十五点六, 千分之三, 三分之一: per cent. */
function fraction(text: string, start: number, below: Numeral): Amount | null {
  let at = below.end + 2;
  if (text.charCodeAt(at) === 32) at++;
  const above = roleAt(text, at) === 0 ? null : parseNumeral(text, at);
  if (above === null || below.min !== below.max || below.min === 0) return null;
  const value = (x: number) => tidy((x * 100) / below.min);
  const unit = below.min === 100 || below.min === 1000 || below.min === 10000 ? text.slice(start, below.end + 2) : null;
  return {
    start,
    end: above.end,
    min: value(above.min),
    max: value(above.max),
    approx: above.approx,
    kind: 'percent',
    unit,
    currency: null,
    numeral: above,
    entry: null,
    fraction: true,
  }; // prettier-ignore
}

/** 2/3 and its like; a date such as 3/27 is none. */
function slashFraction(text: string, start: number, n: Numeral): Amount | null {
  if (text[n.end] !== '/' || n.plainDigits !== 1 || n.decimals > 0 || !isArabic(text, n.end + 1)) return null;
  if (isArabic(text, n.end + 2) || text[n.end + 2] === '/' || text[n.end + 2] === '.' || isLetter(text, n.end + 2)) return null;
  const below = text.charCodeAt(n.end + 1) - 48;
  if (n.min < 1 || n.min >= below) return null;
  const value = tidy((n.min * 100) / below);
  return {
    start,
    end: n.end + 2,
    min: value,
    max: value,
    approx: 'none',
    kind: 'percent',
    unit: null,
    currency: null,
    numeral: n,
    entry: null,
    fraction: true,
  };
}
