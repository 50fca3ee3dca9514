import { codeAt } from '../../text/characters.ts';
import { isArabic } from './characters.ts';

/** An Arabic number as written: digits, thousands separators, decimals. */
export interface ArabicNumber {
  readonly end: number;
  readonly value: number;
  /** The place value of the last digit that is not zero (`1000`: 1000; `1.25`: 0.01). */
  readonly place: number;
  /** Digits before the point. */
  readonly digits: number;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
}

/** The Arabic number that starts at the digit at `start`; linear in its length. */
export function parseArabic(text: string, start: number): ArabicNumber {
  let i = start;
  while (isArabic(text, i)) i++;
  const head = i - start;
  let digits = head;
  let grouped = false;
  if (head <= 3) {
    while (codeAt(text, i) === 44 && isArabic(text, i + 1) && isArabic(text, i + 2) && isArabic(text, i + 3) && !isArabic(text, i + 4)) {
      i += 4;
      digits += 3;
      grouped = true;
    }
  }
  let decimals = 0;
  if (codeAt(text, i) === 46 && isArabic(text, i + 1)) {
    let k = i + 1;
    while (isArabic(text, k)) k++;
    decimals = k - i - 1;
    i = k;
  }
  const written = text.slice(start, i);
  const value = Number(grouped ? written.replaceAll(',', '') : written);
  return {
    end: i,
    value: Number.isFinite(value) ? value : Number.MAX_VALUE,
    place: lastPlace(text, start, i, decimals),
    digits,
    decimals,
    grouped,
    leadingZero: head > 1 && codeAt(text, start) === 48,
  };
}

function lastPlace(text: string, start: number, end: number, decimals: number): number {
  let exponent = -decimals;
  for (let k = end - 1; k >= start; k--) {
    const code = codeAt(text, k);
    if (code === 44 || code === 46) continue;
    if (code !== 48) break;
    exponent++;
  }
  return 10 ** Math.min(exponent, 300);
}
