import { groupDigits } from './explain.ts';
import { parseNumeral } from './numeral.ts';

/** How a number is written: `一千万`, `1000万`, `10,000,000`. */
export type NumberStyle = 'chinese' | 'mixed' | 'grouped';

const DIGITS = '零一二三四五六七八九';
const LIMIT = 1e16;

/** The value of a written whole or decimal number, or null where the text is no single exact number. */
export function toArabicNumber(written: string): number | null {
  const n = parseNumeral(written, 0);
  return n === null || n.end !== written.length || n.min !== n.max || n.approx !== 'none' ? null : n.min;
}

/** `10,000,000`; null for what cannot be written exactly. */
export function toGroupedNumber(value: number): string | null {
  return writable(value) ? groupDigits(value) : null;
}

/** `一千万`, `三点一四`; null for negative numbers and what cannot be written exactly. */
export function toChineseNumber(value: number): string | null {
  if (!writable(value)) return null;
  const [whole, fraction] = String(value).split('.') as [string, string | undefined];
  const head = chineseWhole(Number(whole));
  if (fraction === undefined) return head;
  let out = `${head}点`;
  for (const digit of fraction) out += DIGITS[Number(digit)];
  return out;
}

/** `1000万`, `1.2亿`, `1.2万亿`: the largest of 万, 亿, 万亿 that leaves no more than four decimals; below 万 the plain digits. */
export function toMixedNumber(value: number): string | null {
  if (!writable(value)) return null;
  for (const [factor, name] of [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (value < factor) continue;
    const head = String(value / factor);
    const decimals = head.split('.')[1]?.length ?? 0;
    if (decimals <= 4 && !head.includes('e') && toArabicNumber(head + name) === value) return head + name;
  }
  return String(value);
}

/** `value` in the given style, or null where that style cannot say it exactly. */
export function writeNumber(value: number, style: NumberStyle): string | null {
  return style === 'chinese' ? toChineseNumber(value) : style === 'mixed' ? toMixedNumber(value) : toGroupedNumber(value);
}

function writable(value: number): boolean {
  return (
    Number.isFinite(value) && value >= 0 && value < LIMIT && !String(value).includes('e') && (String(value).split('.')[1]?.length ?? 0) <= 6
  );
}

function chineseWhole(value: number): string {
  if (value === 0) return '零';
  const yi = Math.floor(value / 1e8);
  const wan = Math.floor((value % 1e8) / 1e4);
  const rest = value % 1e4;
  let out = '';
  if (yi > 0) out += `${yi >= 1e4 ? chineseWhole(yi) : section(yi)}亿`;
  if (wan > 0) out += `${out !== '' && wan < 1000 ? '零' : ''}${section(wan)}万`;
  if (rest > 0) out += `${out !== '' && (rest < 1000 || wan === 0) ? '零' : ''}${section(rest)}`;
  return out.startsWith('一十') ? out.slice(1) : out;
}

/** 1 to 9999. */
function section(value: number): string {
  let out = '';
  let gap = false;
  for (const [factor, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / factor) % 10;
    if (digit === 0) gap = out !== '';
    else {
      if (gap) out += '零';
      gap = false;
      out += DIGITS[digit]! + name;
    }
  }
  return out;
}
