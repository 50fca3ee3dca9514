import { among, isArabic, roleAt } from '../quantity/characters.ts';
import { afterSpace, type Draft, draft, type Small, smallAt } from './small.ts';

export const STAGES: Readonly<Record<string, 'start' | 'middle' | 'end'>> = { 初: 'start', 中: 'middle', 底: 'end', 末: 'end' };

/** A part of a year at `i`: month and day, quarter, half, or the stage of a year after 年. */
export function partAt(text: string, i: number): Draft | null {
  const c = text[i];
  if (c === '上' || c === '下') {
    if (!text.startsWith('半年', i + 1) || among('报度线薪', text, i + 3)) return null;
    const d = draft(i + 3);
    d.half = c === '上' ? 1 : 2;
    return d;
  }
  const stage = c === undefined ? undefined : STAGES[c];
  if (stage !== undefined && text[i - 1] === '年' && !(c === '中' && among('国央位小间期线报外等', text, i + 1))) {
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
  // 一、四季度展望: the number of a heading.
  const numbered = text[n.end] === '、' && c !== '第' && (i === 0 || among('\n。;!?', text, i - 1));
  if (n.value <= 3 && SPANS.includes(text[n.end] ?? '?') && !numbered) {
    // 二、三季度, 1-3季度, 第一、第二季度
    const last = smallAt(text, text[n.end + 1] === '第' ? n.end + 2 : n.end + 1);
    if (last.value > n.value && last.value <= 4 && text.startsWith('季度', last.end)) {
      const d = draft(last.end + 2);
      d.quarter = n.value;
      d.lastQuarter = last.value;
      return d;
    }
  }
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

export const SPANS = '-~至到、—';

/** 七八月, 四五月间: two months in a row. */
function monthPair(text: string, { arabic, digits, end }: Small): Draft | null {
  if (arabic || digits !== 2 || text[end] !== '月') return null;
  const [a, b] = [roleAt(text, end - 2) - 1, roleAt(text, end - 1) - 1];
  if (a < 1 || b !== a + 1 || b > 9) return null;
  const d = draft(end + (among('份间', text, end + 1) ? 2 : 1));
  d.month = a;
  d.lastMonth = b;
  return d;
}

export function monthAt(text: string, first: Small): Draft | null {
  const pair = monthPair(text, first);
  if (pair !== null) return pair;
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
    // 三月初三 is of the lunar calendar.
    if (text[d.end] === '初' && among('一二三四五六七八九十', text, d.end + 1)) return null;
    if (stage !== undefined && !(text[d.end] === '中' && among('国央位旬等', text, d.end + 1))) {
      d.stage = stage;
      d.end++;
    } else if (text.startsWith('上旬', d.end) || text.startsWith('中旬', d.end) || text.startsWith('下旬', d.end)) {
      d.stage = text[d.end] === '上' ? 'start' : text[d.end] === '中' ? 'middle' : 'end';
      d.end += 2;
    }
  }
  return d;
}

export function lastDayAt(text: string, d: Draft, i: number, first: number | null = d.day): void {
  const last = smallAt(text, i);
  if (first === null || last.value <= first || last.value > 31) return;
  if (text[last.end] !== '日' && text[last.end] !== '号') return;
  d.day = first;
  d.lastDay = last.value;
  d.end = last.end + 1;
}
