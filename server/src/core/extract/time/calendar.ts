import { isArabic, NUMERAL, roleAt } from '../quantity/characters.ts';

/** Calendar time as written: what is said of year, month, day, quarter, half; null/undefined what is not. */
export interface CalendarTime {
  readonly end: number;
  readonly year: number | null;
  /** End of a decade (1990年代: 1990–1999) or of a span of years (2018-2022年). */
  readonly lastYear: number | null;
  readonly month: number | null;
  readonly lastMonth: number | null;
  readonly day: number | null;
  readonly lastDay: number | null;
  readonly quarter: number | null;
  readonly lastQuarter: number | null;
  readonly half: number | null;
  readonly stage: 'start' | 'middle' | 'end' | null;
  /** A clock time only (10:30). */
  readonly clock: boolean;
}

type Draft = { -readonly [K in keyof CalendarTime]: CalendarTime[K] };

function draft(end: number): Draft {
  return {
    end,
    year: null,
    lastYear: null,
    month: null,
    lastMonth: null,
    day: null,
    lastDay: null,
    quarter: null,
    lastQuarter: null,
    half: null,
    stage: null,
    clock: false,
  }; // prettier-ignore
}

/** A small whole number, Arabic (at most `most` digits) or Chinese; `value` −1 where there is none. */
export interface Small {
  readonly end: number;
  readonly value: number;
  readonly arabic: boolean;
  readonly digits: number;
}

const NONE: Small = { end: 0, value: -1, arabic: false, digits: 0 };

/** Reads up to four digits, or a Chinese number up to 99 or a four-digit year digit by digit. */
export function smallAt(text: string, i: number): Small {
  if (isArabic(text, i)) {
    let k = i;
    let value = 0;
    while (k - i < 5 && isArabic(text, k)) value = value * 10 + text.charCodeAt(k++) - 48;
    return k - i > 4 ? NONE : { end: k, value, arabic: true, digits: k - i };
  }
  const role = roleAt(text, i);
  if (role === 0 || role > 11 || text[i] === '仨' || text[i] === '俩' || text.startsWith('两月', i)) return NONE;
  let k = i;
  while (k - i < 5 && roleAt(text, k) >= 1 && roleAt(text, k) <= 11) k++;
  const count = k - i;
  if (count > 4) return NONE;
  let value = 0;
  let tens = false;
  for (let m = i; m < k; m++) {
    const r = NUMERAL[text.charCodeAt(m)]!;
    if (r === 11) {
      if (tens) return NONE;
      value = value === 0 ? 10 : value * 10;
      tens = true;
    } else value = tens ? value + r - 1 : value * 10 + r - 1;
  }
  return { end: k, value, arabic: false, digits: count };
}

/** Past one space. */
function afterSpace(text: string, i: number): number {
  return text.charCodeAt(i) === 32 ? i + 1 : i;
}

function plausibleYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}

/** 2024-03-27, 2024/3/27, 2024.03.27, 2024-03 */
function isoAt(text: string, year: Small): Draft | null {
  if (!plausibleYear(year.value)) return null;
  const mark = text[year.end];
  if (mark !== '-' && mark !== '/' && mark !== '.') return null;
  const month = smallAt(text, year.end + 1);
  if (!month.arabic || month.digits > 2 || month.value < 1 || month.value > 12) return null;
  const d = draft(month.end);
  d.year = year.value;
  d.month = month.value;
  if (text[month.end] === mark) {
    const day = smallAt(text, month.end + 1);
    if (day.arabic && day.digits <= 2 && day.value >= 1 && day.value <= 31) {
      d.day = day.value;
      d.end = day.end;
      return d;
    }
    return null;
  }
  return mark === '-' && month.digits === 2 && !isArabic(text, month.end) ? d : null;
}

function clockAt(text: string, hour: Small): Draft | null {
  if (hour.value > 24 || text.charCodeAt(hour.end) !== 58) return null;
  const minute = smallAt(text, hour.end + 1);
  if (!minute.arabic || minute.digits !== 2 || minute.value > 59 || text[minute.end] === '.') return null;
  const d = draft(minute.end);
  d.clock = true;
  if (text[minute.end] === ':' && isArabic(text, minute.end + 1)) d.end = smallAt(text, minute.end + 1).end || minute.end;
  return d;
}

/** What may go on after a year (`2024年底`, `2024年第三季度`, `2024年上半年`, `2024年3月5日`); `i` is after 年. */
function afterYear(text: string, i: number, d: Draft): void {
  d.end = i;
  let k = text[i] === '的' ? i + 1 : afterSpace(text, i);
  if (text[k] === '度') k++;
  if (text[k] === '年' && '初中底末'.includes(text[k + 1] ?? '!')) k++;
  const part = partAt(text, k);
  if (part !== null) {
    Object.assign(d, { ...part, year: d.year, lastYear: d.lastYear });
    return;
  }
  if (text[i] === '度') d.end = i + 1;
}

const STAGES: Readonly<Record<string, 'start' | 'middle' | 'end'>> = { 初: 'start', 中: 'middle', 底: 'end', 末: 'end' };

/** A part of a year at `i`: month and day, quarter, half, or the stage of a year after 年. */
export function partAt(text: string, i: number): Draft | null {
  const c = text[i];
  if (c === '上' || c === '下') {
    if (!text.startsWith('半年', i + 1) || '报度线薪'.includes(text[i + 3] ?? ' ')) return null;
    const d = draft(i + 3);
    d.half = c === '上' ? 1 : 2;
    return d;
  }
  const stage = c === undefined ? undefined : STAGES[c];
  if (stage !== undefined && text[i - 1] === '年' && !(c === '中' && '国央小间期线报外'.includes(text[i + 1] ?? ' '))) {
    const d = draft(i + 1);
    d.stage = stage;
    return d;
  }
  if (c === 'Q' && /[1-4]/.test(text[i + 1] ?? '') && !/[A-Za-z0-9]/.test(text[i + 2] ?? '')) {
    const d = draft(i + 2);
    d.quarter = Number(text[i + 1]);
    return d;
  }
  if (c === 'H' && /[12]/.test(text[i + 1] ?? '') && !/[A-Za-z0-9]/.test(text[i + 2] ?? '')) {
    const d = draft(i + 2);
    d.half = Number(text[i + 1]);
    return d;
  }
  if (c === '前') {
    // 前三季度, 前7月, 前三个月
    const count = smallAt(text, i + 1);
    if (count.value < 1) return null;
    const k = text[count.end] === '个' ? count.end + 1 : count.end;
    const d = draft(0);
    if (text.startsWith('季度', k) && count.value <= 3) {
      d.quarter = 1;
      d.lastQuarter = count.value;
      d.end = k + 2;
      return d;
    }
    if (text[k] === '月' && count.value <= 11) {
      d.month = 1;
      d.lastMonth = count.value;
      d.end = k + 1;
      return d;
    }
    return null;
  }
  const k = c === '第' ? i + 1 : i;
  const n = smallAt(text, k);
  if (n.value < 1) return null;
  if (text.startsWith('季度', n.end) && n.value <= 4) {
    const d = draft(n.end + 2);
    d.quarter = n.value;
    const edge = text[d.end];
    if (edge === '初' || edge === '末') {
      d.stage = edge === '初' ? 'start' : 'end';
      d.end++;
    }
    return d;
  }
  if (text[n.end] === '季' && n.value <= 4 && (c === '第' || '末初的,。 '.includes(text[n.end + 1] ?? ' '))) {
    const d = draft(n.end + 1);
    d.quarter = n.value;
    return d;
  }
  if (c === '第') return null;
  return monthAt(text, n);
}

const SPANS = '-~至到、—';

function monthAt(text: string, first: Small): Draft | null {
  if (first.value > 12 || first.digits > 2) return null;
  let month = first;
  let last: Small | null = null;
  let end = first.arabic ? afterSpace(text, first.end) : first.end;
  if (text[end] === '月' && SPANS.includes(text[end + 1] ?? '?')) {
    const second = smallAt(text, end + 2);
    if (second.value > first.value && second.value <= 12 && text[second.end] === '月') {
      last = second;
      end = second.end;
    }
  } else if (SPANS.includes(text[end] ?? '?')) {
    const second = smallAt(text, end + 1);
    if (second.value > first.value && second.value <= 12 && text[second.end] === '月') {
      last = second;
      end = second.end;
    } else return null;
  }
  if (text[end] !== '月') return null;
  const d = draft(end + 1);
  if (last === null && text.startsWith('份', d.end)) d.end++;
  d.month = month.value;
  d.lastMonth = last?.value ?? null;
  month = first;
  if (last !== null) return d;
  const day = smallAt(text, first.arabic && isArabic(text, d.end + 1) ? afterSpace(text, d.end) : d.end);
  if (day.value >= 1 && day.value <= 31 && text[d.end - 1] === '月') {
    const after = text[afterSpace(text, day.end)];
    if (after === '日' || after === '号') {
      d.day = day.value;
      d.end = afterSpace(text, day.end) + 1;
      if (SPANS.includes(text[d.end] ?? '?')) lastDayAt(text, d, d.end + 1);
    } else if (after !== undefined && SPANS.includes(after)) lastDayAt(text, d, day.end + 1, day.value);
  } else {
    const stage = STAGES[text[d.end] ?? ''];
    if (stage !== undefined && !(text[d.end] === '中' && '国央旬'.includes(text[d.end + 1] ?? ' '))) {
      d.stage = stage;
      d.end++;
    } else if (text.startsWith('上旬', d.end) || text.startsWith('中旬', d.end) || text.startsWith('下旬', d.end)) {
      d.stage = text[d.end] === '上' ? 'start' : text[d.end] === '中' ? 'middle' : 'end';
      d.end += 2;
    }
  }
  return d;
}

function lastDayAt(text: string, d: Draft, i: number, first: number | null = d.day): void {
  const last = smallAt(text, i);
  if (first === null || last.value <= first || last.value > 31) return;
  if (text[last.end] !== '日' && text[last.end] !== '号') return;
  d.day = first;
  d.lastDay = last.value;
  d.end = last.end + 1;
}

/** Fiscal labels: 1H23, 2Q24, 9M23, 3Q, 4Q2018. */
function fiscalAt(text: string, i: number): Draft | null {
  const letter = text[i + 1];
  if (letter !== 'Q' && letter !== 'H') return null;
  const n = text.charCodeAt(i) - 48;
  if (n < 1 || n > (letter === 'Q' ? 4 : 2)) return null;
  const year = smallAt(text, i + 2);
  const tail = year.arabic && (year.digits === 2 || year.digits === 4) ? year : null;
  const end = tail?.end ?? i + 2;
  if (/[A-Za-z0-9]/.test(text[end] ?? '')) return null;
  const d = draft(end);
  if (tail !== null) d.year = tail.digits === 2 ? 2000 + tail.value : tail.value;
  if (letter === 'Q') d.quarter = n;
  else d.half = n;
  return d;
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
    const next = text.charCodeAt(n.end);
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
  if (full && text[end] === '年' && SPANS.includes(text[end + 1] ?? '?')) {
    const last = smallAt(text, end + 2);
    if (last.digits === 4 && plausibleYear(last.value) && last.value > n.value && text[last.end] === '年') {
      d.lastYear = last.value;
      end = last.end;
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
  if (full && text[end] === ' ' && text[end + 1] === '年') end++;
  if (text[end] === '年') {
    if (text[end + 1] === '代') return n.digits <= 2 || full ? decade(d, n, end + 2) : null;
    if (!full && !shortYear(text, i, n, end)) return null;
    if (!full) d.year = n.value < 50 ? 2000 + n.value : 1900 + n.value;
    afterYear(text, end + 1, d);
    return d;
  }
  if (full && n.arabic && (text[end] === 'Q' || text[end] === 'H')) {
    const part = partAt(text, end);
    if (part !== null) return { ...part, year: n.value };
  }
  if (full && n.arabic && text[end] === '财') {
    if (text[end + 1] !== '年') return null;
    afterYear(text, end + 2, d);
    return d;
  }
  return null;
}

function decade(d: Draft, n: Small, end: number): Draft {
  d.year = n.digits === 4 ? n.value : n.value < 30 ? 2000 + n.value : 1900 + n.value;
  d.lastYear = d.year + 9;
  d.end = end;
  return d;
}

/** `08年`, `二三年`, `18年底`: two digits that are a year rather than a span of years. */
function shortYear(text: string, i: number, n: Small, end: number): boolean {
  if (n.digits !== 2) return false;
  if (!n.arabic && (roleAt(text, i) === 11 || roleAt(text, i + 1) === 11)) return false;
  if (!n.arabic) return roleAt(text, i) !== roleAt(text, i + 1) - 1 && (roleAt(text, i) === 1 || n.value >= 10);
  if (text.charCodeAt(i) === 48) return true;
  if (n.value >= 90) return true;
  const after = text[end + 1] ?? '';
  if ('初底末Q'.includes(after) && after !== '') return true;
  if (n.value < 10 || n.value > 35) return false;
  return partAt(text, end + 1)?.half != null || partAt(text, end + 1)?.quarter != null || partAt(text, end + 1)?.month != null;
}

function dayAt(text: string, n: Small): Draft | null {
  if (n.value < 1 || n.value > 31) return null;
  const c = text[n.end];
  if (c !== '日' && c !== '号') return null;
  if (c === '号' && /[楼线机公文店馆房院厅桥染召令称码]/.test(text[n.end + 1] ?? '')) return null;
  if (c === '日' && /[均元内线本经后前]/.test(text[n.end + 1] ?? '')) return null;
  const d = draft(n.end + 1);
  d.day = n.value;
  return d;
}
