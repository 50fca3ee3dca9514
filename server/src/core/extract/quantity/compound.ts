import type { Amount } from './amount.ts';
import { readAmount } from './amount.ts';
import { roleAt, tidy } from './characters.ts';

/** How many of the smaller unit make one of the larger: `九个月零几天`, `3小时20分钟`. */
export const PARTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  年: { 个月: 12, 天: 365 },
  个月: { 天: 30, 个星期: 4, 周: 4 },
  周: { 天: 7 },
  天: { 小时: 24, 个小时: 24 },
  小时: { 分钟: 60, 分: 60 },
  个小时: { 分钟: 60, 分: 60 },
  个钟头: { 分钟: 60 },
  分钟: { 秒: 60, 秒钟: 60 },
};

/** A duration together with the rest of it in a smaller unit, in the larger one; the same amount where none follows. */
export function withRest(text: string, whole: Amount): Amount {
  const parts = whole.kind === 'duration' && whole.approx === 'none' && whole.min === whole.max ? PARTS[whole.unit ?? ''] : undefined;
  if (parts === undefined) return whole;
  const zero = text[whole.end] === '零' || text[whole.end] === '又';
  const from = zero ? whole.end + 1 : whole.end;
  if (roleAt(text, from) === 0) return whole;
  const rest = readAmount(text, from);
  const worth = rest?.kind === 'duration' ? parts[rest.unit ?? ''] : undefined;
  // Without 零 only what is written alike goes on: 三年两个月, but no 一天3小时.
  if (rest === null || worth === undefined || rest.max >= worth || (!zero && rest.numeral.arabic !== whole.numeral.arabic)) return whole;
  return { ...whole, end: rest.end, min: tidy(whole.min + rest.min / worth), max: tidy(whole.max + rest.max / worth), approx: rest.approx };
}
