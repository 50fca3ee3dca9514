import { accepts, speaksOfMoney } from './accept.ts';
import { type Amount, readAmount } from './amount.ts';
import { combine, leadBefore, tailAfter } from './approx.ts';
import { among, HUNDRED, isArabic, isLetter, roleAt, tidy, ZHAO } from './characters.ts';
import { withRest } from './compound.ts';
import { emitFixed, floorOf, leadAllowed, type Step } from './emit.ts';
import { datesRatherThanMeasures, skipToken } from './exclude.ts';
import { digitCountAt } from './fixed.ts';
import { listAfter } from './list.ts';
import { arePips } from './points.ts';
import { rangeAfter } from './range.ts';

/** A number with its unit, a range, or neither: the step over a run of numerals. */
export const measured: Step = (text, i, out) => {
  const at = text[i] === '上' ? i + 1 : i;
  const first = readAmount(text, at);
  if (first === null) return i + 1;
  if (first.kind === null && first.numeral.plainDigits > 0) {
    const end = listAfter(text, first, out);
    if (end > 0) return end;
  }
  const floor = floorOf(out);
  const sign = signBefore(text, first.start);
  const whole = withRest(text, first);
  const range = rangeAfter(
    text,
    whole,
    sign < 0 && (SIGNED.has(first.kind) || saidMinus(text, first.start) || /^[~至到]-\d/.test(text.slice(first.end, first.end + 3))),
  );
  const amount: Amount = range ?? whole;
  const count = digitCountAt(text, i, first.numeral.end, first.numeral.min);
  if (count !== null) return emitFixed(text, i, count, out);
  const bare =
    amount.numeral.bare && text[i - 1] === '上' && !among('以之加', text, i - 2) && roleAt(text, i) >= HUNDRED && roleAt(text, i) <= ZHAO;
  let start = amount.start;
  let inner = amount.approx;
  if (sign < 0 && amount.kind !== null && amount.kind !== 'percent' && amount.kind !== 'percentagePoint' && isHyphenJoined(text, start))
    return first.end;
  if (bare) {
    start--;
    inner = 'atLeast';
  } else if (text[start] === '几' && (text[start - 1] === '好' || (among('大小', text, start - 1) && roleAt(text, start + 1) > 10)))
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
  const pips = amount.kind === 'percentagePoint' && /基点|个点|[bB][pP]/.test(amount.unit ?? '') && arePips(text, lead.start);
  const kind = pips || (amount.kind === null && !money) ? 'other' : (amount.kind ?? 'money');
  const currency =
    kind === 'money' ? (amount.entry !== null && amount.currency !== 'CNY' ? amount.currency : (lead.currency ?? amount.currency)) : null;
  const scale = pips && amount.entry !== null ? amount.entry.factor : 1;
  let min = tidy(amount.min / scale);
  let max = tidy(amount.max / scale);
  let from = lead.start;
  if (
    sign !== 0 &&
    lead.start === start &&
    (SIGNED.has(kind) || text[start - 1] === '负' || (kind === 'money' && saidMinus(text, start)))
  ) {
    from = start - 1;
    if (sign < 0 && range === null) [min, max] = [-max, -min];
  }
  if (sign === 0 && lead.start === start && text.startsWith('零下', start - 2) && /度|[℃℉]/.test(amount.unit ?? '')) {
    from = start - 2;
    [min, max] = [-max, -min];
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
  if (c === '负') return among('正抱辜胜担背肩自欺', text, start - 2) ? 0 : -1;
  if (c !== '-' && c !== '+') return 0;
  const before = text[start - 2];
  if (before !== undefined && (isArabic(text, start - 2) || before === '%' || before === '-')) return 0;
  return c === '-' ? -1 : 1;
}

/** 净利润为-10.9亿元 */
function saidMinus(text: string, start: number): boolean {
  return text[start - 1] === '-' && among('为是达至到约:(,=盈润额入损', text, start - 2);
}

function isHyphenJoined(text: string, start: number): boolean {
  return isLetter(text, start - 2);
}
