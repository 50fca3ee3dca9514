import { codeAt } from '../../text/characters.ts';
import { parseArabic } from './arabic.ts';
import { ARABIC, FACTOR, isArabic, roleAt, SEVERAL, TEN, TENS, THOUSAND, tidy, WAN, ZHAO } from './characters.ts';
import { addBig, addSmall, innerApprox, isBig, type Reading, readDecimals, readDigits } from './reading.ts';
import { unitAt } from './units.ts';

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
  };
  let i = start;
  let head: ReturnType<typeof parseArabic> | null = null;
  let kept: Numeral | null = null;
  const bare = first > TEN && first <= ZHAO;
  const snapshot = (end: number): Numeral => finish(r, end, bare, head, start);
  for (;;) {
    const role = roleAt(text, i);
    if (role === 0) {
      // One space between Arabic digits and 万/亿.
      if (r.pendLo >= 0 && head !== null && codeAt(text, i) === 32 && isBig(roleAt(text, i + 1))) {
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
      // 2000 多万
      if (r.pendLo >= 0 && head !== null && codeAt(text, i) === 32 && isBig(roleAt(text, i + 2)) && '多余'.includes(text[i + 1]!)) i++;
      const inner = innerApprox(text, i, r);
      if (inner === 0) break;
      i += inner;
      continue;
    }
    // 1亿零500万
    if (role === 1 && head !== null && r.pendLo < 0 && r.big < Number.POSITIVE_INFINITY && isArabic(text, i + 1)) {
      const rest = parseArabic(text, i + 1);
      if (rest.decimals > 0 || rest.digits > 4 || !fits(text, rest.end, rest.value, r.big, 4)) break;
      r.pendLo = r.pendHi = rest.value;
      r.pendPlace = rest.place;
      i = rest.end;
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
      const next = codeAt(text, a.end) === 32 ? a.end + 1 : a.end;
      r.pendLo = r.pendHi = i > start && a.digits === 1 && !isBig(roleAt(text, next)) ? (a.value * r.big) / 10 : a.value;
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
      } else if (head !== null && i === head.end && (role === TEN || (role === THOUSAND && unitAt(text, i) !== null))) {
        break; // 2019十大, 5千瓦
      } else {
        const tens = role === TEN ? TENS.get(text[i]!) : undefined;
        if (tens !== undefined && r.pendLo >= 0) break;
        if (tens !== undefined) r.pendLo = r.pendHi = tens;
        if (!addSmall(r, FACTOR[role]!, i === start)) break;
      }
      i++;
    } else break;
  }
  return i === start ? null : snapshot(i);
}

/** Whether Arabic digits may go on a number after 万/亿: `5亿6800万`, `3万2000元`, `3万600元`, `3万5`. */
function fits(text: string, end: number, value: number, big: number, digits: number): boolean {
  const next = roleAt(text, end);
  if (text[end] === '年' || text[end] === '月' || text[end] === '%' || text[end] === '倍') return false;
  if (next >= WAN && next <= ZHAO) return value * FACTOR[next]! < big;
  return digits === 1 || (big === 1e4 && (digits === 4 || digits === 3));
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
