import type { Quantity } from '../../types.ts';
import { speaksOfMoney } from './accept.ts';
import { type Amount, readAmount } from './amount.ts';
import { combine, leadBefore, tailAfter } from './approx.ts';
import { parseArabic } from './arabic.ts';
import { among, isArabic, isHan, isLetter, tidy } from './characters.ts';
import { floorOf, leadAllowed } from './emit.ts';
import { neighbours } from './spoken.ts';

/**
 * Numbers that leave their unit to the last of them: `5.02/6.31/8.24亿元`, `71/53/37倍`, `14、15万吨`. Puts each on `out`, with the
 * unit of the last; returns where the list ends, or 0 where `first` begins none.
 */
export function listAfter(text: string, first: Amount, out: Quantity[]): number {
  const mark = text[first.end];
  if ((mark !== '/' && mark !== '、') || !isArabic(text, first.end + 1) || first.end !== first.numeral.end) return 0;
  if (partOfName(text, first.start, mark) || neighbours(text, first)) return 0;
  const members = membersFrom(text, first.start, mark);
  const last = members.pop()!;
  const amount = readAmount(text, last.start);
  if (amount === null || amount.fraction || amount.kind === 'duration' || amount.min !== amount.max) return 0;
  const scale = last.value === 0 ? 1 : tidy(amount.min / last.value);
  if ((amount.kind === null && scale === 1) || !looksListed(members, last, scale, mark)) return 0;
  const lead = leadBefore(text, first.start, floorOf(out), leadAllowed(text, first.start));
  const tail = tailAfter(text, amount.end);
  const money = amount.kind === null && (lead.currency !== null || speaksOfMoney(text, lead.start));
  const kind = amount.kind ?? (money ? 'money' : 'other');
  const currency = kind === 'money' ? (lead.currency ?? amount.currency) : null;
  const approx = combine(lead.approx, amount.approx, tail.approx);
  const put = (start: number, end: number, value: number) =>
    out.push({ start, end, text: text.slice(start, end), min: value, max: value, approx, kind, unit: amount.unit, currency });
  members.forEach(({ start, end, value }, i) => {
    put(i === 0 ? lead.start : start, end, tidy(value * scale));
  });
  put(last.start, tail.end, amount.min);
  return tail.end;
}

interface Member {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly digits: number;
  readonly decimals: number;
}

function membersFrom(text: string, start: number, mark: string): Member[] {
  const members: Member[] = [];
  for (let at = start; ; ) {
    const { end, value, digits, decimals } = parseArabic(text, at);
    members.push({ start: at, end, value, digits, decimals });
    if (text[end] !== mark || !isArabic(text, end + 1)) return members;
    at = end + 1;
  }
}

/** A date, a version, a number of a list; or in a row that was looked at from its beginning. */
function partOfName(text: string, start: number, mark: string): boolean {
  if (text[start - 1] === mark && isArabic(text, start - 2)) return true;
  if (start === 0 || text[start - 1] === '\n') return mark === '、';
  if (mark === '、' && among(';。!?,() :', text, start - 1)) return true;
  if (text[start - 1] === ':') return !isHan(text, start - 2);
  return isLetter(text, start - 1) || among('/.-_#第', text, start - 1);
}

/** Not years, dates, shares or the like: decimals, several of them, or a factor such as 万. */
function looksListed(members: readonly Member[], last: Member, scale: number, mark: string): boolean {
  const all = [...members, last];
  if (members.some((m) => m.decimals === 0 && m.digits === 4 && m.value >= 1900 && m.value <= 2100)) return false;
  // A full-width comma between two numbers has become the same mark, and may part clauses.
  if (mark === '、' && !all.every((m) => m.decimals === last.decimals && Math.abs(m.digits - last.digits) <= 1)) return false;
  if (all.some((m) => m.decimals > 0) || scale >= 1e4) return true;
  return mark === '/' && all.length >= 3;
}
