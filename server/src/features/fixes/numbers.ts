import { parseNumeral } from '../../core/extract/quantity/numeral.ts';
import { toArabicNumber, writeNumber } from '../../core/extract/quantity/write.ts';
import { normalize, type Quantity } from '../../core/index.ts';
import type { Write } from './manner.ts';
import type { FixEdit } from './types.ts';

/** 千 of 千瓦, 千克, 百 of 百帕: a part of the unit, not of the number. */
const PREFIXED = /^(?:千(?:瓦|克|米|卡|伏|帕|赫|焦|安|牛|字节|比特)|百帕)/;

/** The number of a quantity written the other way: `一千万` ↔ `1000万`; null where it cannot be said exactly. */
export function otherNotation(
  quantity: Quantity,
  write: Write = (words) => words,
): { readonly edit: FixEdit; readonly old: string } | null {
  const text = normalize(quantity.text);
  const at = text.search(/[0-9零一二两三四五六七八九十百千万亿〇]/);
  if (at < 0) return null;
  const numeral = parseNumeral(text, at);
  if (!numeral || numeral.min !== numeral.max || numeral.approx !== 'none') return null;
  // 几十亿, 好几万, 上百万 count nothing: no digit says them.
  if (quantity.min !== quantity.max || numeral.bare) return null;
  let { end } = numeral;
  if (PREFIXED.test(text.slice(end - 1, end + 2)) || /[0-9]{2}百$/.test(text.slice(at, end))) {
    // 三千米 may be told either way.
    if (!numeral.arabic) return null;
    end--;
  }
  const old = quantity.text.slice(at, end);
  const value = toArabicNumber(text.slice(at, end));
  // 一 alone is a word rather than a number, and a year or a rate has one notation only.
  if (value === null || value < 10 || quantity.kind === 'percent') return null;
  const number = writeNumber(value, numeral.arabic ? 'chinese' : 'mixed');
  const written = number && write(number);
  if (written === null || written === old || written.length > 24) return null;
  // 一万二千千瓦
  if (end < numeral.end && written.endsWith(text[end]!)) return null;
  const start = quantity.start + at;
  return { edit: { start, end: start + old.length, text: written }, old };
}
