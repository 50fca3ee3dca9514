import { codeAt } from '../../text/characters.ts';
import { isArabic } from '../quantity/characters.ts';
import { type Draft, draft, plausibleYear, type Small, smallAt } from './small.ts';

/** 2024-03-27, 2024/3/27, 2024.03.27, 2024-03 */
export function isoAt(text: string, year: Small): Draft | null {
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

export function clockAt(text: string, hour: Small): Draft | null {
  if (hour.value > 24 || codeAt(text, hour.end) !== 58) return null;
  const minute = smallAt(text, hour.end + 1);
  if (!minute.arabic || minute.digits !== 2 || minute.value > 59 || text[minute.end] === '.') return null;
  const d = draft(minute.end);
  d.clock = true;
  if (text[minute.end] === ':' && isArabic(text, minute.end + 1)) d.end = smallAt(text, minute.end + 1).end || minute.end;
  return d;
}

/** Fiscal labels: 1H23, 2Q24, 9M23, 3Q, 4Q2018. */
export function fiscalAt(text: string, i: number): Draft | null {
  const letter = text[i + 1];
  if (letter !== 'Q' && letter !== 'H') return null;
  const n = codeAt(text, i) - 48;
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
