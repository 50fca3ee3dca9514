import { codeAt } from '../../text/characters.ts';
import { among, roleAt } from '../quantity/characters.ts';
import { clockAt, fiscalAt, isoAt } from './codes.ts';
import { partAt, SPANS } from './parts.ts';
import { afterSpace, type CalendarTime, type Draft, draft, plausibleYear, type Small, smallAt } from './small.ts';

export { partAt } from './parts.ts';
export type { CalendarTime } from './small.ts';

/** What may go on after a year (`2024年底`, `2024年第三季度`, `2024年上半年`, `2024年3月5日`); `i` is after 年. */
function afterYear(text: string, i: number, d: Draft): void {
  d.end = i;
  let k = text[i] === '的' ? i + 1 : afterSpace(text, i);
  if (text[k] === '度') k++;
  if (text[k] === '年' && among('初中底末', text, k + 1)) k++;
  const part = partAt(text, k);
  if (part !== null) {
    Object.assign(d, { ...part, year: d.year, lastYear: d.lastYear });
    return;
  }
  if (text[i] === '度') d.end = i + 1;
}

/**
 * The calendar expression that starts at the numeral at `i` (Arabic or Chinese), or null where the number there is
 * none: years, months, days, quarters, decades, clock times. Bounded look-ahead.
 */
export function calendarAt(text: string, i: number): CalendarTime | null {
  const n = smallAt(text, i);
  if (n.value < 0) return null;
  if (n.arabic) {
    const exact =
      n.digits === 4 ? isoAt(text, n) : n.digits === 1 ? (clockAt(text, n) ?? fiscalAt(text, i)) : n.digits === 2 ? clockAt(text, n) : null;
    if (exact !== null) return exact;
    // Percent, decimals, thousands: nothing of the calendar goes on like that.
    const next = codeAt(text, n.end);
    if (next === 37 || next === 46 || next === 44 || next === 0x4e07 || next === 0x4ebf || next === 0x5143) return null;
  }
  const year = yearAt(text, i, n);
  return year ?? partAt(text, i) ?? dayAt(text, n);
}

function yearAt(text: string, i: number, n: Small): Draft | null {
  const full = n.digits === 4 && plausibleYear(n.value);
  const d = draft(n.end);
  d.year = n.value;
  let end = n.end;
  const mark = full ? afterSpace(text, end) : end;
  const dash = text[mark] === '年' ? afterSpace(text, mark + 1) : -1;
  if (full && dash > 0 && SPANS.includes(text[dash] ?? '?')) {
    // 2018年至2022年, 2018 年至 2022 年
    const last = smallAt(text, afterSpace(text, dash + 1));
    const close = afterSpace(text, last.end);
    if (last.digits === 4 && plausibleYear(last.value) && last.value > n.value && text[close] === '年') {
      d.lastYear = last.value;
      end = close;
    }
  } else if (full && SPANS.includes(text[end] ?? '?')) {
    let from = end + 1;
    while (SPANS.includes(text[from] ?? '?') && from < end + 3) from++;
    const last = smallAt(text, from);
    const value = last.digits === 2 ? Math.floor(n.value / 100) * 100 + last.value : last.value;
    if (last.arabic === n.arabic && last.digits >= 2 && plausibleYear(value) && value > n.value && text[last.end] === '年') {
      d.lastYear = value;
      end = last.end;
    } else return null;
  }
  const short = full ? null : shortSpan(text, i, n);
  if (short !== null) {
    d.year = 2000 + n.value;
    d.lastYear = 2000 + short.value;
    afterYear(text, short.end + 1, d);
    return d;
  }
  if (full && text[end] === ' ' && text[end + 1] === '年') end++;
  if (text[end] === '年') {
    if (text[end + 1] === '代') return n.digits <= 2 || full ? decade(d, n, end + 2, centuryBefore(text, i)) : null;
    if (!full && !shortYear(text, i, n, end)) return null;
    if (!full) d.year = n.value < 50 ? 2000 + n.value : 1900 + n.value;
    afterYear(text, end + 1, d);
    if (d.lastYear !== null && d.end === end + 1) d.end += text.startsWith('期间', d.end) ? 2 : text[d.end] === '间' ? 1 : 0;
    else if (d.end === end + 1 && text.startsWith('全年', d.end)) d.end += 2;
    return d;
  }
  // 2025 全年
  if (full && n.arabic && text.startsWith('全年', afterSpace(text, end))) {
    d.end = afterSpace(text, end) + 2;
    return d;
  }
  if (n.digits === 2 && n.arabic && text[end] === '财' && text[end + 1] === '年') {
    d.year = 2000 + n.value;
    afterYear(text, end + 2, d);
    return d;
  }
  if (n.arabic && (text[end] === 'Q' || text[end] === 'H') && (full || (n.digits === 2 && n.value >= 10 && n.value <= 40))) {
    const part = partAt(text, end);
    // 25Q1
    if (part !== null) return { ...part, year: full ? n.value : 2000 + n.value };
  }
  if (full && n.arabic && text[end] === '财') {
    if (text[end + 1] !== '年') return null;
    afterYear(text, end + 2, d);
    return d;
  }
  return null;
}

const CENTURY = /(1[5-9]|2[01]|十[五六七八九]|二十一?)世纪$/;

/** The first year of the century that ends before `i` (十九世纪七十年代: 1800); null where none is named. */
function centuryBefore(text: string, i: number): number | null {
  if (text[i - 1] !== '纪') return null;
  const number = CENTURY.exec(text.slice(Math.max(0, i - 5), i))?.[1];
  if (number === undefined) return null;
  return (smallAt(number, 0).value - 1) * 100;
}

function decade(d: Draft, n: Small, end: number, century: number | null): Draft {
  if (century !== null && n.digits < 4) d.year = century + n.value;
  else d.year = n.digits === 4 ? n.value : n.value < 30 ? 2000 + n.value : 1900 + n.value;
  d.lastYear = d.year + 9;
  d.end = end;
  return d;
}

/** Before a length of time: 连续20年净利润增长. */
const LASTED = /(?:连续|上市|成立|持续|长达|历时|历经|经营|从业|工龄|使用|寿命为?|用了?|满|整整|近|过去的?|未来)$/;

/** `24-26年净利润`: years rather than a length of time, which is told in round numbers. */
function shortSpan(text: string, i: number, n: Small): Small | null {
  if (!n.arabic || n.digits !== 2 || n.value < 15 || n.value > 35 || !SPANS.includes(text[n.end] ?? '?')) return null;
  if (LASTED.test(text.slice(Math.max(0, i - 3), i))) return null;
  const last = smallAt(text, n.end + 1);
  const apart = last.value - n.value;
  if (!last.arabic || last.digits !== 2 || apart < 1 || apart > 5 || text[last.end] !== '年') return null;
  if (n.value % 5 === 0 && last.value % 5 === 0) return null;
  return /^(?:左右|以上|期|内|后|前|寿命|的?时间)/.test(text.slice(last.end + 1, last.end + 4)) ? null : last;
}

/** `08年`, `二三年`, `18年底`: two digits that are a year rather than a span of years. */
function shortYear(text: string, i: number, n: Small, end: number): boolean {
  if (n.digits !== 2) return false;
  if (!n.arabic && (roleAt(text, i) === 11 || roleAt(text, i + 1) === 11)) return false;
  // 三五年: some years
  if (text.startsWith('三五', i)) return false;
  if (!n.arabic) return roleAt(text, i) !== roleAt(text, i + 1) - 1 && (roleAt(text, i) === 1 || n.value >= 10);
  if (codeAt(text, i) === 48) return true;
  if (n.value >= 90) return true;
  const after = text[end + 1] ?? '';
  if ('初底末Q'.includes(after) && after !== '') return true;
  if (n.value < 10 || n.value > 35) return false;
  const rest = text.slice(end + 1, end + 4);
  if (LASTED.test(text.slice(Math.max(0, i - 3), i))) return false;
  if (n.value >= 15 && /^(?:全年|年报|度[^假日]|营收|收入|净利|归母|业绩|利润|EPS|PE|同期|中报|财报)/.test(rest)) return true;
  if (/^(?:以来|起|开始)/.test(rest) && among('从自在于', text, i - 1)) return true;
  return partAt(text, end + 1)?.half != null || partAt(text, end + 1)?.quarter != null || partAt(text, end + 1)?.month != null;
}

function dayAt(text: string, n: Small): Draft | null {
  if (n.value < 1 || n.value > 31 || text[n.end - 1] === '两') return null;
  const c = text[n.end];
  if (c !== '日' && c !== '号') return null;
  if (c === '号' && /[楼线机公文店馆房院厅桥染召令称码]/.test(text[n.end + 1] ?? '')) return null;
  if (c === '日' && /[均元内线本经后前]/.test(text[n.end + 1] ?? '')) return null;
  const d = draft(n.end + 1);
  d.day = n.value;
  return d;
}
