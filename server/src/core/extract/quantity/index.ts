import type { Approx, Quantity } from '../../types.ts';
import { calendarAt } from '../time/calendar.ts';
import { accepts, speaksOfMoney } from './accept.ts';
import { type Amount, readAmount } from './amount.ts';
import { combine, leadBefore, tailAfter } from './approx.ts';
import { ARABIC, HALF, HUNDRED, isArabic, isLetter, NUMERAL, roleAt, ZHAO } from './characters.ts';
import { datesRatherThanMeasures, skipFixed, skipLetters, skipToken, tailOfWord } from './exclude.ts';
import { digitCountAt, type FixedAmount, fixedAt } from './fixed.ts';
import { rangeAfter } from './range.ts';
import { unitAt } from './units.ts';

export { explainNumber } from './explain.ts';
export { toArabicNumber, toChineseNumber, toGroupedNumber, writeNumber } from './write.ts';

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

/** The position after what stands at `i`; a quantity found there is put on `out`. */
type Step = (text: string, i: number, out: Quantity[]) => number;

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
  if (text.charCodeAt(k) === 32) k++;
  while (roleAt(text, k) !== 0 && roleAt(text, k) !== HALF) k++;
  return k;
}

const atDigit: Step = (text, i, out) => {
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

/** 半年, 半小时, 半个月. */
const halfOf: Step = (text, i, out) => {
  const unit = unitAt(text, i + 1);
  if (unit === null || unit.unit.kind !== 'duration' || '上下前后大过一多两三'.includes(text[i - 1] ?? '!')) return i + 1;
  const end = i + 1 + unit.length;
  if (text[end - 1] === '天') return end;
  const floor = floorOf(out);
  if (datesRatherThanMeasures(text, i, end, floor)) return end;
  emit(text, i, end, 0.5, 0.5, 'none', 'duration', unit.word, null, out);
  return out.at(-1)!.end;
};

function emitFixed(text: string, i: number, fixed: FixedAmount, out: Quantity[]): number {
  emit(text, i, fixed.end, fixed.min, fixed.max, fixed.approx, fixed.kind, fixed.unit, null, out);
  return out.at(-1)!.end;
}

function floorOf(out: readonly Quantity[]): number {
  return out.length === 0 ? 0 : out[out.length - 1]!.end;
}

/** Puts an amount with the approximators around it on `out`. */
function emit(
  text: string,
  start: number,
  end: number,
  min: number,
  max: number,
  inner: Approx,
  kind: Quantity['kind'],
  unit: string | null,
  currency: string | null,
  out: Quantity[],
): void {
  const lead = leadBefore(text, start, floorOf(out), leadAllowed(text, start));
  const tail = tailAfter(text, end);
  const approx = combine(lead.approx, inner, tail.approx);
  out.push({ start: lead.start, end: tail.end, text: text.slice(lead.start, tail.end), min, max, approx, kind, unit, currency });
}

/** 过 only before 半, 百, 亿 and the like; 小 only before 百 and more; */
function leadAllowed(text: string, start: number): (word: string) => boolean {
  return (word) => {
    if (word === '破') return /^[百千万亿]/.test(text[start] ?? '');
    if (word === '过') return /^[百千万亿]|^[一二三四五六七八九]成/.test(text.slice(start, start + 2));
    if (word === '小') return /^[一两二三四五六七八九][百千万]/.test(text.slice(start, start + 2));
    return true;
  };
}

/** A number with its unit, a range, or neither: the step over a run of numerals. */
const measured: Step = (text, i, out) => {
  const at = text[i] === '上' ? i + 1 : i;
  const first = readAmount(text, at);
  if (first === null) return i + 1;
  const floor = floorOf(out);
  let amount: Amount = first;
  const sign = signBefore(text, first.start);
  const range = rangeAfter(text, first, sign < 0 && SIGNED.has(first.kind));
  if (range !== null) amount = range;
  const count = digitCountAt(text, i, first.numeral.end, first.numeral.min);
  if (count !== null) return emitFixed(text, i, count, out);
  const bare =
    amount.numeral.bare &&
    text[i - 1] === '上' &&
    !'以之加'.includes(text[i - 2] ?? '!') &&
    roleAt(text, i) >= HUNDRED &&
    roleAt(text, i) <= ZHAO;
  let start = amount.start;
  let inner = amount.approx;
  if (sign < 0 && amount.kind !== null && amount.kind !== 'percent' && amount.kind !== 'percentagePoint' && isHyphenJoined(text, start))
    return first.end;
  if (bare) {
    start--;
    inner = 'atLeast';
  } else if (
    text[start] === '几' &&
    (text[start - 1] === '好' || ('大小'.includes(text[start - 1] ?? '!') && roleAt(text, start + 1) > 10))
  )
    start--;
  const lead = leadBefore(text, start, floor, leadAllowed(text, start));
  const tail = tailAfter(text, amount.end);
  const known = bare ? { ...lead, word: '上' } : lead;
  if (
    amount.kind === 'duration' &&
    ((lead.approx === 'none' && datesRatherThanMeasures(text, start, amount.end, floor)) || lead.word === '近')
  ) {
    return amount.end;
  }
  if (!accepts(text, amount, known, tail)) {
    const end = first.numeral.end;
    return Math.max(i + 1, isLetter(text, end) ? skipToken(text, end) : end);
  }
  const money = lead.currency !== null || (amount.kind === null && speaksOfMoney(text, lead.start));
  const kind = amount.kind === null ? (money ? 'money' : 'other') : amount.kind;
  const currency =
    kind === 'money' ? (amount.entry !== null && amount.currency !== 'CNY' ? amount.currency : (lead.currency ?? amount.currency)) : null;
  let min = amount.min;
  let max = amount.max;
  let from = lead.start;
  if (
    sign !== 0 &&
    lead.start === start &&
    (SIGNED.has(kind) || text[start - 1] === '负' || (kind === 'money' && saidMinus(text, start)))
  ) {
    from = start - 1;
    if (sign < 0 && range === null) [min, max] = [-max, -min];
  }
  const approx = combine(lead.approx, inner, tail.approx);
  out.push({
    start: from,
    end: tail.end,
    text: text.slice(from, tail.end),
    min,
    max,
    approx,
    kind,
    unit: amount.unit ?? (lead.currency === null ? null : lead.unit),
    currency,
  });
  return tail.end;
};

/** A sign before these is theirs; before others a hyphen mostly joins. A number whose unit comes later has none yet. */
const SIGNED: ReadonlySet<string | null> = new Set(['percent', 'percentagePoint', 'other']);

/** −1 or 1 for a sign at the number at `start`, 0 where the mark is none. */
function signBefore(text: string, start: number): number {
  const c = text[start - 1];
  if (c === '负') return '正抱辜胜担背肩自欺'.includes(text[start - 2] ?? '!') ? 0 : -1;
  if (c !== '-' && c !== '+') return 0;
  const before = text[start - 2];
  if (before !== undefined && (isArabic(text, start - 2) || before === '%' || before === '-')) return 0;
  return c === '-' ? -1 : 1;
}

/** 净利润为-10.9亿元 */
function saidMinus(text: string, start: number): boolean {
  return text[start - 1] === '-' && '为是达至到约:(,=约盈润'.includes(text[start - 2] ?? '!');
}

function isHyphenJoined(text: string, start: number): boolean {
  return isLetter(text, start - 2);
}
