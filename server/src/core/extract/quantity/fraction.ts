import { codeAt } from '../../text/characters.ts';
import type { Amount } from './amount.ts';
import { isArabic, isLetter, roleAt, tidy } from './characters.ts';
import { type Numeral, parseNumeral } from './numeral.ts';

/** 百分之三十五点六, 千分之三, 三分之一: per cent. */
export function fraction(text: string, start: number, below: Numeral): Amount | null {
  let at = below.end + 2;
  if (codeAt(text, at) === 32) at++;
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
  };
}

/** 二又三分之一: a whole with its fraction, from the whole and the 又 behind it. */
export function mixedNumber(text: string, whole: Numeral): Numeral | null {
  const below = roleAt(text, whole.end + 1) === 0 ? null : parseNumeral(text, whole.end + 1);
  if (below === null || !text.startsWith('分之', below.end)) return null;
  const above = roleAt(text, below.end + 2) === 0 ? null : parseNumeral(text, below.end + 2);
  if (above === null || whole.min !== whole.max || above.min !== above.max || below.min !== below.max || above.min >= below.min)
    return null;
  const value = tidy(whole.min + above.min / below.min);
  return { ...whole, end: above.end, min: value, max: value, coefficient: value, factor: 1, plainDigits: 0, decimals: 1, bare: false };
}

/** 2/3 and its like; a date such as 3/27 is none. */
export function slashFraction(text: string, start: number, n: Numeral): Amount | null {
  if (text[n.end] !== '/' || n.plainDigits !== 1 || n.decimals > 0 || !isArabic(text, n.end + 1)) return null;
  if (isArabic(text, n.end + 2) || text[n.end + 2] === '/' || text[n.end + 2] === '.' || isLetter(text, n.end + 2)) return null;
  const below = codeAt(text, n.end + 1) - 48;
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
