import { codeAt } from '../../text/characters.ts';
import type { Approx } from '../../types.ts';
import { type Amount, readAmount } from './amount.ts';
import { among, isArabic, roleAt, tidy } from './characters.ts';
import { PARTS } from './compound.ts';
import { pairAfter } from './spoken.ts';

/** The range that `left` opens (`30-40%`, `200万-300万人次`, `三到五倍`, `两、三年`), or null where it stands alone. */
export function rangeAfter(text: string, left: Amount, negative: boolean): Amount | null {
  let at = left.end;
  const spoken = left.kind === null ? pairAfter(text, left) : null;
  if (spoken !== null) return spoken;
  if (text.startsWith('(含)', at)) at += 3;
  const space = codeAt(text, at) === 32 ? 1 : 0;
  const width = separatorAt(text, at + space, left);
  if (width === 0) return null;
  let from = at + space + width;
  if (codeAt(text, from) === 32) from++;
  // -5%至-3%: the second sign; a lone hyphen before digits is the dash itself.
  const minus = negative && text[from] === '-' && text[at + space] !== '-' && text[at + space] !== '—';
  if (minus) from++;
  // $50-$60
  const priced = among('$¥￥€£', text, left.start - 1);
  if (priced && text[from] === text[left.start - 1]) from++;
  const role = roleAt(text, from);
  if (role === 0 || (role >= 17 && role !== 18)) return null;
  const word = text[at + space];
  const shared = left.kind === null && isPlain(left) && left.max < 10000;
  if ((word === '到' || word === '至') && fromBefore(text, left.start) && !shared) return null;
  const right = readAmount(text, from);
  // 3000和4000元之间; otherwise 和 parts two.
  const between = among('和与及', text, at + space);
  if (between && (right === null || !text.startsWith('之间', right.end))) return null;
  if (right !== null && left.fraction && !right.fraction && right.kind === null) return sharedDenominator(left, right);
  if (right === null || (right.fraction !== left.fraction && left.kind !== null)) return null;
  if (left.fraction && right.numeral.min < 1) return null;
  if ((word === '到' || word === '至') && left.kind !== null && left.kind !== 'percent' && moveBefore(text, left.start)) return null;
  if (left.kind !== null && right.kind !== left.kind) return null;
  if (
    left.kind === null &&
    right.kind === null &&
    isPlain(left) &&
    isPlain(right) &&
    !(priced && right.min > left.min) &&
    !levels(text, left, right) &&
    (!prices(left, right, word) || fromBefore(text, left.start))
  )
    return null;
  if (left.kind !== null && left.unit !== right.unit && left.kind !== 'money' && left.kind !== 'duration' && left.kind !== 'percent')
    return null;
  let min = left.min;
  let max = left.max;
  if (left.kind === null) {
    const factor = inherited(text, left, right, from);
    min = tidy(min * factor * (right.entry?.factor ?? 1));
    max = tidy(max * factor * (right.entry?.factor ?? 1));
  } else if (left.fraction && right.fraction === false) return null;
  else if (left.kind === 'duration' && left.unit !== right.unit) {
    // 1个月至178天: in the unit that is told last.
    const worth = PARTS[left.unit ?? '']?.[right.unit ?? ''] ?? 1 / (PARTS[right.unit ?? '']?.[left.unit ?? ''] ?? 1);
    min = tidy(min * worth);
    max = tidy(max * worth);
  }
  const approx: Approx = left.approx !== 'none' && left.approx === right.approx ? left.approx : right.approx;
  const open = right.approx === 'none' && left.approx !== 'none' ? left.approx : approx;
  const ends = [negative ? -max : min, negative ? -min : max, minus ? -right.max : right.min, minus ? -right.min : right.max];
  return {
    ...right,
    start: left.start,
    min: Math.min(...ends),
    max: Math.max(...ends),
    approx: open,
    numeral: {
      ...right.numeral,
      bare: left.numeral.bare && right.numeral.bare,
      plainDigits: left.numeral.plainDigits === 0 ? 0 : right.numeral.plainDigits,
    },
  };
}

/** Nothing but Arabic digits. */
function isPlain(a: Amount): boolean {
  return a.numeral.plainDigits > 0 && a.end === a.numeral.end;
}

/** Two bare numbers are a range only where they look like levels or prices: `93.60-93.80`, `3200-3300`. */
function levels(text: string, left: Amount, right: Amount): boolean {
  const a = left.numeral;
  const b = right.numeral;
  if (a.leadingZero || b.leadingZero) return false;
  if (b.plainDigits - a.plainDigits <= 1 && a.plainDigits > 1 && b.min > a.min && AROUND.test(text.slice(right.end, right.end + 3)))
    return true;
  return a.decimals > 0 && b.decimals > 0 && b.min > a.min;
}

/** 3700到3900: of three digits and more, and no years. */
function prices(left: Amount, right: Amount, word: string | undefined): boolean {
  if (word !== '到' && word !== '至') return false;
  const a = left.numeral;
  const b = right.numeral;
  if (a.leadingZero || a.plainDigits < 3 || b.plainDigits - a.plainDigits > 1 || b.min <= a.min) return false;
  return b.min > 2100 || b.min < 1900;
}

const AROUND = /^ ?(?:左右|附近|之间|区间|上下|一带)/;

/** 百分之二十到三十 */
function sharedDenominator(left: Amount, right: Amount): Amount | null {
  if (left.unit === null || left.numeral.min <= 0) return null;
  const value = (x: number) => tidy((x * left.min) / left.numeral.min);
  if (right.min <= left.numeral.min) return null;
  return { ...right, start: left.start, min: left.min, max: value(right.max), kind: 'percent', unit: left.unit, fraction: true };
}

function separatorAt(text: string, at: number, left: Amount): number {
  const c = text[at];
  if (c === '~' || c === '到' || c === '至') return text[at + 1] === c && c === '~' ? 2 : 1;
  if (c === '-' || c === '—') {
    let k = at;
    while (k < at + 3 && (text[k] === '-' || text[k] === '—')) k++;
    return k - at;
  }
  if (among('和与及', text, at)) return 1;
  if (c === '、' && left.kind === null && left.end - left.start === 1) {
    const a = roleAt(text, left.start);
    const b = roleAt(text, at + 1);
    return a >= 2 && a <= 9 && b === a + 1 ? 1 : 0;
  }
  return 0;
}

/** 从…到…, 由…至…: a change between two quantities, not one range. */
function fromBefore(text: string, start: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - 4; i--) {
    const c = text[i];
    if (c === '从' || c === '由' || c === '自') return true;
    if (c === ',' || c === '。' || c === '到' || c === '至') return false;
  }
  return false;
}

/** 上涨近10美元至1299美元: by how much and to where. */
function moveBefore(text: string, start: number): boolean {
  return /[涨跌升降增减窄少加][长了幅近约超]{0,2}$/.test(text.slice(Math.max(0, start - 4), start));
}

/** What the first number takes over from the second: `5-10万` 万, `两到三千` 千, `七千到九千亿` 亿. */
function inherited(text: string, left: Amount, right: Amount, from: number): number {
  let factor = 1;
  const a = left.numeral;
  const b = right.numeral;
  const written = right.min / (right.entry?.factor ?? 1);
  if (a.factor === 1 && !a.bare) {
    if (b.factor > 1) {
      if (left.max <= b.coefficient) factor = b.factor;
    } else if (b.plainDigits > 0 && written > b.min && left.max <= b.min) factor = written / b.min; // 10-15k
  }
  // 两到三千, 2-3百: one digit before 百 or 千.
  if (left.end - left.start === 1 && left.max < 10) {
    const next = text[from + 1];
    const small = next === '百' || next === '佰' ? 100 : next === '千' || next === '仟' ? 1000 : 1;
    if (small > 1 && (roleAt(text, from) <= 10 || isArabic(text, from))) factor = small * Math.max(b.factor, 1);
  }
  return factor;
}
