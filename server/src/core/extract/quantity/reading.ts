import { FACTOR, roleAt, TEN, THOUSAND, tidy, WAN, ZHAO } from './characters.ts';

/** After these a lone digit is a number of its own: `5万一张`. */
export const COUNTED = '点个家张次位名条件吨斤平天年月人股手台辆瓶箱是';

export const NO_APPROX = ['余额', '余量', '余款', '余下', '余地', '多头', '多空', '多方', '多样', '多元', '多层', '多数'];

/** State of one reading; sections below 万 are summed in `sec`, finished ones in `sum`, the digits before a factor in `pend`. */
export interface Reading {
  sumLo: number;
  sumHi: number;
  secLo: number;
  secHi: number;
  pendLo: number;
  pendHi: number;
  small: number;
  big: number;
  place: number;
  pendPlace: number;
  open: boolean;
  approx: 'none' | 'above' | 'about';
  factor: number;
  several: boolean;
  positional: boolean;
  decimals: number;
}

export function isBig(role: number): boolean {
  return role >= TEN && role <= ZHAO;
}

/** Chinese digits from `i`: one, a pair that means a span (`两三`, `三五`), a row read digit by digit, 零 as filler, decimals after 点. */
export function readDigits(text: string, i: number, start: number, r: Reading): number {
  let j = i;
  while (j > start && roleAt(text, j) === 1) j++; // 零 as filler
  const filler = j > i;
  let k = j;
  while (roleAt(text, k) >= 1 && roleAt(text, k) <= 10) k++;
  const count = k - j;
  if (count === 0 && filler && i > start) {
    // 一百零几万, 一万零十二
    if (text[j] === '几' && r.small > 10) {
      r.pendLo = 1;
      r.pendHi = 9;
      r.several = true;
      return j + 1;
    }
    if (text[j] === '十' && r.small > 10) {
      r.pendLo = r.pendHi = r.pendPlace = 1;
      return j;
    }
  }
  if (count === 0) return i;
  const a = roleAt(text, j) - 1;
  if (count === 1) {
    const next = roleAt(text, k);
    // 三十两, 两万两: a weight.
    if (text[j] === '两' && i > start && !isBig(next)) return i;
    r.pendLo = r.pendHi = a;
    // 两万三, 三千八, 一百五: the digit stands for the next lower place.
    const last = r.secLo > 0 ? r.small : r.big;
    if (!filler && i > start && last !== 10 && Number.isFinite(last) && !isBig(next)) {
      if (k < text.length && COUNTED.includes(text[k]!)) {
        r.pendLo = r.pendHi = -1;
        return i;
      }
      r.pendLo = r.pendHi = (a * last) / 10;
      r.pendPlace = last / 10;
      return k;
    }
    r.pendPlace = 1;
    return readDecimals(text, k, r);
  }
  const b = roleAt(text, j + 1) - 1;
  if (count === 2 && a > 0 && (b === a + 1 || (a === 3 && b === 5) || (a === 1 && b === 2))) {
    r.pendLo = a;
    r.pendHi = b;
    r.pendPlace = 1;
    return k;
  }
  if (i > start) return i;
  let value = 0;
  for (let m = j; m < k; m++) value = Math.min(value * 10 + roleAt(text, m) - 1, Number.MAX_VALUE);
  r.pendLo = r.pendHi = value;
  r.positional = true;
  return readDecimals(text, k, r);
}

/** `点` with digits (三十五点六) or 几 (一点几). */
export function readDecimals(text: string, i: number, r: Reading): number {
  if (text[i] !== '点') return i;
  let k = i + 1;
  if (text[k] === '几') {
    r.pendHi = tidy(r.pendLo + 0.9);
    r.pendLo = tidy(r.pendLo + 0.1);
    r.several = true;
    return k + 1;
  }
  let scale = 1;
  let fraction = 0;
  while (roleAt(text, k) >= 1 && roleAt(text, k) <= 10) {
    scale /= 10;
    fraction += (roleAt(text, k) - 1) * scale;
    k++;
  }
  // 一点一几
  if (text[k] === '几' && k > i + 1) {
    r.pendHi = tidy(r.pendLo + fraction + 0.9 * scale);
    r.pendLo = tidy(r.pendLo + fraction + 0.1 * scale);
    r.decimals = k - i;
    r.several = true;
    return k + 1;
  }
  const next = roleAt(text, k);
  if (k === i + 1 || text[k] === '分' || (next >= TEN && next < WAN) || (text[k] === '十' && text[k + 1] === '分')) return i;
  r.pendLo = r.pendHi = tidy(r.pendLo + fraction);
  r.pendPlace = scale;
  r.decimals = k - i - 1;
  return k;
}

/** 多, 余, 来, 许多 between digits and factor or after the digits; returns how many characters it took. */
export function innerApprox(text: string, i: number, r: Reading): number {
  if (r.open || r.approx !== 'none' || r.several) return 0;
  const c = text[i];
  const length = text.startsWith('许多', i) ? 2 : c === '多' || c === '余' || c === '来' ? 1 : 0;
  if (length === 0) return 0;
  const next = roleAt(text, i + length);
  const place = r.pendLo >= 0 ? r.pendPlace : r.place;
  if (c === '来') {
    // 四百来万; 十来个 is settled where the unit is known.
    if (!(next >= WAN && next <= ZHAO)) return 0;
    r.approx = 'about';
    return 1;
  }
  const value = r.pendLo >= 0 ? r.secLo + r.pendLo : r.secLo + r.sumLo;
  if (value <= 0 || r.pendLo !== r.pendHi || r.secLo !== r.secHi || r.sumLo !== r.sumHi) return 0;
  if (value < 10 && next === 0 && r.pendLo >= 0) return 0; // 三多
  if (NO_APPROX.includes(text.slice(i, i + 2))) return 0;
  if (next !== 0 && !(next >= WAN && next <= ZHAO)) return 0;
  r.open = true;
  r.approx = 'above';
  if (r.pendLo >= 0) r.pendHi = r.pendLo + place;
  else if (r.secLo > 0) r.secHi = r.secLo + place;
  else r.sumHi = r.sumLo + place;
  return length;
}

/** 十, 百, 千 after a digit (or alone: 1). False where it cannot follow. */
export function addSmall(r: Reading, factor: number, first: boolean): boolean {
  if (factor >= r.small || r.open) return false;
  if (r.pendLo < 0 && !first && !(factor === 10 && r.secLo > 0)) return false;
  const lo = r.pendLo < 0 ? 1 : r.pendLo;
  const hi = r.pendHi < 0 ? 1 : r.pendHi;
  r.secLo += lo * factor;
  r.secHi += hi * factor;
  r.place = (r.pendLo < 0 ? 1 : r.pendPlace) * factor;
  r.pendLo = r.pendHi = -1;
  r.small = factor;
  return true;
}

/** 万, 亿, 兆: closes the section; 万亿 multiplies. */
export function addBig(r: Reading, role: number, first: boolean, text: string, i: number): boolean {
  const factor = FACTOR[role]!;
  if (
    role === ZHAO &&
    !/^(?:[多余]?[元美日韩新人港]|零?[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟\d,.]{1,12}[亿万])/.test(text.slice(i + 1, i + 15))
  )
    return false;
  const lo = r.secLo + Math.max(r.pendLo, 0);
  const hi = r.secHi + Math.max(r.pendHi, 0);
  const empty = r.pendLo < 0 && r.secLo === 0;
  if (empty && !first) {
    // 万亿, 百万亿, 四万万: a factor on a factor.
    const doubled = factor === 1e4 && r.big === 1e4 && r.sumLo < 1e8 && roleAt(text, i - 2) !== THOUSAND && roleAt(text, i + 1) === 0;
    if (r.sumLo === 0 || (factor <= r.big && !doubled)) return false;
    r.sumLo *= factor;
    r.sumHi *= factor;
    r.place *= factor;
    r.factor *= factor;
  } else {
    // 一万零一亿: 万 and what follows are both counted in 亿.
    const joined = factor === 1e8 && r.big === 1e4 && r.sumHi < 1e8;
    if (factor >= r.big && !joined) return false;
    if (joined) {
      r.sumLo *= factor;
      r.sumHi *= factor;
    }
    const place = r.pendLo >= 0 ? r.pendPlace : r.secLo > 0 ? r.place : 1;
    r.sumLo += (empty ? 1 : lo) * factor;
    r.sumHi += (empty ? 1 : hi) * factor;
    r.place = place * factor;
    r.factor = factor;
  }
  r.big = factor;
  r.secLo = r.secHi = 0;
  r.pendLo = r.pendHi = -1;
  r.small = 10000;
  return true;
}
