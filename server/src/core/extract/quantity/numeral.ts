import { parseArabic } from './arabic.ts';
import { ARABIC, FACTOR, roleAt, SEVERAL, TEN, tidy, WAN, ZHAO } from './characters.ts';

/** A number in any script and mixture, read out; both ends are equal unless it is written as a span (`两三百`, `几十`). */
export interface Numeral {
  readonly end: number;
  readonly min: number;
  readonly max: number;
  /** 多/余 inside or after the digits: 'above'; 来: 'about'. */
  readonly approx: 'none' | 'above' | 'about';
  /** Place value of the last significant digit, what a 多 after the unit may add. */
  readonly place: number;
  /** The number before a trailing 万/亿 and that factor, for `3-5万`. */
  readonly coefficient: number;
  readonly factor: number;
  /** Starts with 百/千/万/亿 themselves. */
  readonly bare: boolean;
  readonly arabic: boolean;
  /** Arabic digits before the point, where the number is nothing but Arabic. */
  readonly plainDigits: number;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  /** Chinese digits in a row (`二零二三`). */
  readonly positional: boolean;
  /** Holds 几 or 数. */
  readonly several: boolean;
}

/** After these a lone digit is a number of its own: `5万一张`. */
const COUNTED = '点个家张次位名条件吨斤平天年月人股手台辆瓶箱是';
const NO_APPROX = ['余额', '余量', '余款', '余下', '余地', '多头', '多空', '多方', '多样', '多元', '多层', '多数'];

/** State of one reading; sections below 万 are summed in `sec`, finished ones in `sum`, the digits before a factor in `pend`. */
interface Reading {
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

/** Reads the number that starts at `start` (any numeral but 半), or null where none does. Linear in what it reads. */
export function parseNumeral(text: string, start: number): Numeral | null {
  const first = roleAt(text, start);
  const r: Reading = {
    sumLo: 0,
    sumHi: 0,
    secLo: 0,
    secHi: 0,
    pendLo: -1,
    pendHi: -1,
    small: 10000,
    big: Number.POSITIVE_INFINITY,
    place: 1,
    pendPlace: 1,
    open: false,
    approx: 'none',
    factor: 1,
    several: false,
    positional: false,
    decimals: 0,
  }; // prettier-ignore
  let i = start;
  let head: ReturnType<typeof parseArabic> | null = null;
  let kept: Numeral | null = null;
  const bare = first > TEN && first <= ZHAO;
  const snapshot = (end: number): Numeral => finish(r, end, bare, head, start);
  for (;;) {
    const role = roleAt(text, i);
    if (role === 0) {
      // One space between Arabic digits and 万/亿.
      if (r.pendLo >= 0 && head !== null && text.charCodeAt(i) === 32 && isBig(roleAt(text, i + 1))) {
        i++;
        continue;
      }
      if (text[i] === '点' && i > start && r.pendLo < 0 && !r.open && r.secLo === r.secHi && r.sumLo === r.sumHi) {
        r.pendLo = r.pendHi = 0;
        const end = readDecimals(text, i, r);
        if (end > i) {
          i = end;
          continue;
        }
        r.pendLo = r.pendHi = -1;
        break;
      }
      const inner = innerApprox(text, i, r);
      if (inner === 0) break;
      i += inner;
      continue;
    }
    if (role === ARABIC) {
      if (r.pendLo >= 0) break;
      if (i > start) {
        if (r.big === Number.POSITIVE_INFINITY) break;
        kept = snapshot(i);
      }
      const a = parseArabic(text, i);
      if (i === start) head = a;
      else if (a.decimals > 0 || !fits(text, a.end, a.value, r.big, a.digits)) return kept;
      r.pendLo = r.pendHi = i > start && a.digits === 1 && !isBig(roleAt(text, a.end)) ? (a.value * r.big) / 10 : a.value;
      r.pendPlace = a.place;
      r.decimals = a.decimals;
      i = a.end;
    } else if (role <= 10) {
      if (r.pendLo >= 0) break;
      const end = readDigits(text, i, start, r);
      if (end === i) break;
      i = end;
    } else if (role === SEVERAL) {
      if (head !== null && text[i] === '几' && i === head.end && r.pendLo >= 20 && r.pendLo % 10 === 0 && r.sumLo === 0) {
        // 20几
        r.pendHi = r.pendLo + 9;
        r.pendLo++;
        r.several = true;
        i++;
        continue;
      }
      if (r.pendLo >= 0 || r.open || (i > start && r.small !== 10 && r.small !== 100) || (i > start && text[i] === '数')) break;
      r.pendLo = i > start ? 1 : 2;
      r.pendHi = 9;
      r.several = true;
      i++;
    } else if (role <= ZHAO) {
      if (role >= WAN) {
        if (!addBig(r, role, i === start, text, i)) break;
      } else if (!addSmall(r, FACTOR[role]!, i === start)) break;
      i++;
    } else break;
  }
  return i === start ? null : snapshot(i);
}

function isBig(role: number): boolean {
  return role >= TEN && role <= ZHAO;
}

/** Whether Arabic digits may go on a number after 万/亿: `5亿6800万`, `3万2000元`, `3万5`. */
function fits(text: string, end: number, value: number, big: number, digits: number): boolean {
  const next = roleAt(text, end);
  if (text[end] === '年' || text[end] === '月' || text[end] === '%' || text[end] === '倍') return false;
  if (next >= WAN && next <= ZHAO) return value * FACTOR[next]! < big;
  return big === 1e4 ? digits === 4 || digits === 1 : digits === 1;
}

/** Chinese digits from `i`: one, a pair that means a span (`两三`, `三五`), a row read digit by digit, 零 as filler, decimals after 点. */
function readDigits(text: string, i: number, start: number, r: Reading): number {
  let j = i;
  while (j > start && roleAt(text, j) === 1) j++; // 零 as filler
  const filler = j > i;
  let k = j;
  while (roleAt(text, k) >= 1 && roleAt(text, k) <= 10) k++;
  const count = k - j;
  if (count === 0) return i;
  const a = roleAt(text, j) - 1;
  if (count === 1) {
    r.pendLo = r.pendHi = a;
    const next = roleAt(text, k);
    // 两万三, 三千八, 一百五: the digit stands for the next lower place.
    const last = r.secLo > 0 ? r.small : r.big;
    if (!filler && i > start && last !== 10 && Number.isFinite(last) && !isBig(next)) {
      if (k < text.length && COUNTED.includes(text[k]!)) return i;
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
function readDecimals(text: string, i: number, r: Reading): number {
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
  const next = roleAt(text, k);
  if (k === i + 1 || text[k] === '分' || (next >= TEN && next < WAN) || (text[k] === '十' && text[k + 1] === '分')) return i;
  r.pendLo = r.pendHi = tidy(r.pendLo + fraction);
  r.pendPlace = scale;
  r.decimals = k - i - 1;
  return k;
}

/** 多, 余, 来, 许多 between digits and factor or after the digits; returns how many characters it took. */
function innerApprox(text: string, i: number, r: Reading): number {
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
function addSmall(r: Reading, factor: number, first: boolean): boolean {
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
function addBig(r: Reading, role: number, first: boolean, text: string, i: number): boolean {
  const factor = FACTOR[role]!;
  if (role === ZHAO && !/^[多余]?(元|美|日|韩|新|人|港)/.test(text.slice(i + 1, i + 3))) return false;
  const lo = r.secLo + Math.max(r.pendLo, 0);
  const hi = r.secHi + Math.max(r.pendHi, 0);
  const empty = r.pendLo < 0 && r.secLo === 0;
  if (empty && !first) {
    // 万亿, 百万亿: a factor on a factor.
    if (r.sumLo === 0 || factor <= r.big) return false;
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

function finish(r: Reading, end: number, bare: boolean, head: ReturnType<typeof parseArabic> | null, start: number): Numeral {
  const lo = r.sumLo + r.secLo + Math.max(r.pendLo, 0);
  let hi = r.sumHi + r.secHi + Math.max(r.pendHi, 0);
  const place = r.pendLo >= 0 ? r.pendPlace : r.place;
  if (r.open && hi - lo >= 10) hi -= 1;
  const tail = r.secLo > 0 || r.pendLo >= 0;
  const factor = tail ? 1 : r.factor;
  return {
    end,
    min: tidy(lo),
    max: tidy(hi),
    approx: r.approx,
    place,
    coefficient: tidy(lo / factor),
    factor,
    bare,
    arabic: head !== null,
    plainDigits: head !== null && head.end === end ? head.digits : 0,
    decimals: r.decimals,
    grouped: head?.grouped ?? false,
    leadingZero: head !== null && head.end === end && head.leadingZero && end > start,
    positional: r.positional,
    several: r.several,
  };
}
