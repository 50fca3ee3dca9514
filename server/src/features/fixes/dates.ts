import { findTimes } from '../../core/extract/time/index.ts';
import { resolveTime } from '../../core/extract/time/resolve.ts';
import { type DateRange, normalize, type TimePart, type TimeValue } from '../../core/index.ts';
import { t } from '../messages.ts';
import { toSimplified } from './script.ts';
import { type Fix, type FixContext, isQuoted } from './types.ts';

const NOW = /^(?:目前|当前|现在|眼下|如今|截至目前)$/;

/** Writes the date that a time word means by the article's date; in a quotation it is put beside the word. */
export function dateFix(input: FixContext): Fix[] {
  const { text, analysis, claim, locale, write: inManner } = input;
  if (!analysis.date || /[（(]/.test(text.charAt(claim.end))) return [];
  const date = NOW.test(toSimplified(claim.text)) ? `截至${writeDay(analysis.date)}` : writeDate(claim.text, analysis.date, claim.resolved);
  if (date === null || date === claim.text) return [];
  const written = inManner(date);
  const quoted = isQuoted(input);
  const edit = quoted
    ? { start: claim.end, end: claim.end, text: inManner(`（${date}）`) }
    : { start: claim.start, end: claim.end, text: written };
  const title = t(locale, quoted ? 'fix.dateBeside' : 'fix.date', { old: claim.text, new: written });
  return [{ key: 'date', title, edits: [edit], complete: true }];
}

/**
 * `去年` in an article of 2024-02-22 → `2023年`; null where the word names no exact time. `meant` are the days it means where it stands:
 * those of another stretch (较上月, 10月以来) are written, those that begin in its own (去年同期, 今年以来) are told by what follows it.
 */
export function writeDate(word: string, articleDate: string, meant: DateRange | null = null): string | null {
  const text = normalize(word);
  const [time] = findTimes(text);
  if (time?.start !== 0 || time.end !== text.length) return null;
  const range = resolveTime(time.value, articleDate);
  if (range === null) return null;
  if (time.value.type === 'weekday') {
    // 周一将开盘 and 周三前 that lies ahead: the coming one; 周五以来 that began the week before is no day.
    const next = time.value.week === null ? resolveTime({ ...time.value, week: 1 }, articleDate) : null;
    if (next?.from && (meant?.from ?? meant?.until ?? '') >= next.from) return write(time.value, next, word);
    return begins(meant, range) ? write(time.value, range, word) : null;
  }
  return write(time.value, begins(meant, range) ? range : meant!, word);
}

/** Whether what a word means where it stands begins in the stretch that it means by itself. */
function begins(meant: DateRange | null, { from, until }: DateRange): boolean {
  return !meant?.from || ((from ?? '') <= meant.from && meant.from <= (until ?? '9999'));
}

function write(value: TimeValue, range: DateRange, word: string): string | null {
  if (value.type === 'until') {
    const inner = range.until && write(value.of, { from: range.until, until: range.until }, '');
    return inner ? `${inner}前` : null;
  }
  const { from, until } = range;
  if (value.type === 'partial') {
    if (value.year !== null || !from) return null;
    const year = from.slice(0, 4);
    if (value.part.day !== undefined && value.part.month === undefined) return writeDay(from);
    return word.startsWith('年') ? `${year}${word}` : `${year}年${word}`;
  }
  if (from && until && from === until) return writeDay(from);
  if (value.type === 'offset' && from && until) return calendar(value.unit, value.part, from, until);
  if (value.type === 'weekday' && from && until) return writeRange(writeDay(from), writeDay(until));
  if (value.type !== 'rolling') return null;
  const fine = value.unit === 'day' || value.unit === 'week';
  const one = (day: string) => (fine ? writeDay(day) : writeMonth(day));
  if (from && until) return writeRange(one(from), one(until));
  if (until) return `${one(until)}前`;
  return from ? `${one(from)}以来` : null;
}

function calendar(unit: string, part: TimePart | undefined, from: string, until: string): string | null {
  const year = `${from.slice(0, 4)}年`;
  const stage = part?.stage && { start: '初', middle: '中', end: '底' }[part.stage];
  if (unit === 'week') return writeRange(writeDay(from), writeDay(until));
  if (unit === 'day') return writeRange(writeDay(from), writeDay(until));
  if (unit === 'month') {
    if (part?.day !== undefined) return writeRange(writeDay(from), writeDay(until));
    return stage ? `${writeMonth(from)}${stage}` : writeRange(writeMonth(from), writeMonth(until));
  }
  if (unit === 'quarter') return stage ? null : writeRange(writeQuarter(from), writeQuarter(until));
  if (unit === 'half') return stage ? null : `${year}${Number(from.slice(5, 7)) < 7 ? '上' : '下'}半年`;
  if (part === undefined) return writeRange(year, `${until.slice(0, 4)}年`);
  if (part.day !== undefined) return writeRange(writeDay(from), writeDay(until));
  if (part.month !== undefined) return stage ? null : writeRange(writeMonth(from), writeMonth(until));
  if (part.quarter !== undefined) return stage ? null : writeRange(writeQuarter(from), writeQuarter(until));
  if (part.half !== undefined) return stage ? null : `${year}${part.half === 1 ? '上' : '下'}半年`;
  return stage ? `${from.slice(0, 4)}年${stage}` : null;
}

/** `2024年2月12日至18日`: what both ends share is said once. */
function writeRange(from: string, until: string): string {
  if (from === until) return from;
  for (const unit of ['月', '年']) {
    const head = from.slice(0, from.indexOf(unit) + 1);
    if (head !== '' && head !== from && until.startsWith(head)) return `${from}至${until.slice(head.length)}`;
  }
  return `${from}至${until}`;
}

function writeDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function writeMonth(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
}

function writeQuarter(day: string): string {
  return `${day.slice(0, 4)}年第${'一二三四'[Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}季度`;
}
