import { codeAt } from '../../text/characters.ts';
import type { Quantity } from '../../types.ts';
import { indexNumberEnd } from '../indexNames.ts';
import { calendarAt } from '../time/calendar.ts';
import { ARABIC, HALF, isArabic, NUMERAL, roleAt } from './characters.ts';
import { emitFixed, type Step } from './emit.ts';
import { skipFixed, skipLetters, tailOfWord } from './exclude.ts';
import { fixedAt } from './fixed.ts';
import { halfOf } from './half.ts';
import { measured } from './measured.ts';

export { explainNumber } from './explain.ts';
export { toArabicNumber, toChineseNumber, toGroupedNumber, writeNumber } from './write.ts';
export { settleYuan } from './yuan.ts';

const NOTHING = 0;
const LETTER = 1;
const ORDINAL = 2;
const DIGIT = 3;
const CHINESE = 4;
const FIXED = 5;

/** What the scanner does at each UTF-16 unit. */
const CLASS = buildClasses();

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < table.length; i++) {
    const role = NUMERAL[i]!;
    if (role === ARABIC) table[i] = DIGIT;
    else if (role !== 0) table[i] = CHINESE;
  }
  for (let c = 0; c < 26; c++) table[65 + c] = table[97 + c] = LETTER;
  table['第'.charCodeAt(0)] = ORDINAL;
  for (const c of '过大腰翻个双对') table[c.charCodeAt(0)] = FIXED;
  return table;
}

/**
 * Every quantity in a paragraph that normalize() has folded: approximator, number and unit as one range, offsets in
 * `text`, in order and apart from one another. One forward scan in linear time; never throws.
 *
 * Conventions of `min`, `max`, `approx`:
 * - `五六倍` 5–6 none; `三五百` 300–500; `几千万` 2×10⁷–9×10⁷; `十几亿` 11–19×10⁸; `一点几` 1.1–1.9; `几个`, `数家` 2–9;
 * - `1000多万` 10 000 000–19 999 999 above: 多/余 adds up to one more of the last digit written (`三年多` 3–4);
 * - `近`, `接近`, `不到`, `不足`, `以下`, `小两百亿`: below; `超过`, `逾`, `多`, `出头`: above; `至少`, `以上`, `上百`, `+`: atLeast;
 *   `至多`, `不超过`, `以内`: atMost; `约`, `左右`, `来`, `附近`: about; all keep min = max = the number said;
 * - shares are per cent (`三成五` 35, `三分之一` 33.33…, `一半` 50, `千分之三` 0.3, `腰斩` 50), basis points percentage points;
 * - `翻两番` 4, `翻番`/`翻倍` 2: the factor reached; `一倍` (also of `翻了一倍`) is 1, as written;
 * - 毛, 角, 分 and cents are parts of their currency's unit; other units keep the value as written (`三个月` 3);
 * - a duration in two units is told in the larger (`一年零三个月` 1.25), a range of two in the last (`1个月至178天` 30–178);
 * - a bare `三百万` is money only where its clause speaks of money, and its currency is then not said.
 */
export function findQuantities(text: string): Quantity[] {
  const out: Quantity[] = [];
  const n = text.length;
  let i = 0;
  while (i < n) {
    switch (CLASS[text.charCodeAt(i)]) {
      case NOTHING:
        i++;
        break;
      case LETTER:
        i = skipLetters(text, i);
        break;
      case ORDINAL:
        i = skipOrdinal(text, i);
        break;
      case DIGIT:
        i = atDigit(text, i, out);
        break;
      case CHINESE:
        i = atChinese(text, i, out);
        break;
      default:
        i = atFixed(text, i, out);
    }
  }
  return out;
}

/** 第三, 第 3 章: the number of an ordinal. */
function skipOrdinal(text: string, i: number): number {
  let k = i + 1;
  if (codeAt(text, k) === 32) k++;
  while (roleAt(text, k) !== 0 && roleAt(text, k) !== HALF) k++;
  return k;
}

const atDigit: Step = (text, i, out) => {
  const name = indexNumberEnd(text, i);
  if (name > i) return name;
  const date = calendarAt(text, i);
  if (date !== null && !(isArabic(text, date.end - 1) && isArabic(text, date.end))) return date.end;
  return measured(text, i, out);
};

const atChinese: Step = (text, i, out) => {
  const fixed = fixedAt(text, i);
  if (fixed !== null) return emitFixed(text, i, fixed, out);
  const skip = skipFixed(text, i);
  if (skip > i) return skip;
  if (tailOfWord(text, i)) return i + 1;
  const role = roleAt(text, i);
  if (role === HALF) return halfOf(text, i, out);
  const date = calendarAt(text, i);
  if (date !== null) return date.end;
  return measured(text, i, out);
};

const atFixed: Step = (text, i, out) => {
  const fixed = fixedAt(text, i);
  return fixed === null ? i + 1 : emitFixed(text, i, fixed, out);
};
