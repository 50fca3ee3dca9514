import type { Approx } from '../../types.ts';
import { among, FACTOR, isArabic, isLetter, roleAt, tidy, WAN, ZHAO } from './characters.ts';
import type { Numeral } from './numeral.ts';

/** Factors in letters after Arabic digits. */
export const LETTER_FACTORS: readonly (readonly [string, number])[] = [
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
];

/** Beside a currency: `£1.5m`, `1.5M美元`. */
export const SHORT_FACTORS: Readonly<Record<string, number>> = { m: 1e6, M: 1e6, b: 1e9, B: 1e9 };

interface CountedInBig {
  readonly min: number;
  readonly max: number;
  readonly approx: Approx;
  readonly end: number;
  readonly factor: number;
}

/** W for 万 in speech: 五六个W; W底 and W形 are shapes of a chart. */
function letterWan(text: string, at: number): boolean {
  return among('Ww', text, at) && !isLetter(text, at + 1) && !isArabic(text, at + 1) && !among('底顶型形双式', text, at + 1);
}

/** 几个亿, 两个多亿, 十来个亿: 个 between the number and 万/亿; null where it is none of these. */
export function countedInBig(text: string, end: number, n: Numeral): CountedInBig | null {
  let at = end;
  let approx: Approx = n.approx;
  if (text[at] === '来' && n.min >= 10) {
    approx = 'about';
    at++;
  }
  if (text[at] !== '个') return null;
  at++;
  const more = text[at] === '多' && n.min === n.max ? 1 : 0;
  const big = letterWan(text, at + more) ? WAN : roleAt(text, at + more);
  if (big < WAN || big > ZHAO) return null;
  const factor = FACTOR[big]!;
  if (more === 1) approx = 'above';
  // The caller multiplies: the last value below one more 亿.
  return { min: n.min, max: more === 1 ? tidy(n.max + 1 - 1 / factor) : n.max, approx, end: at + more + 1, factor };
}
