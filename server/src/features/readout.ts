import type { Locale } from '../../../common/locale.ts';
import type { DateRange, Horizon, Quantity } from '../core/index.ts';
import { t } from './messages.ts';

/** A quantity in plain digits: `一千万` → `10,000,000`, `五六倍` → `5–6 倍`, `近三成` → `约 30%`. */
export function readQuantity(quantity: Quantity, locale: Locale): string {
  const { min, max, approx } = quantity;
  const number = min === max ? digits(min) : `${digits(min)}–${digits(max)}`;
  const prefix = approx === 'none' ? '' : t(locale, `approx.${approx}`);
  return `${prefix}${number}${unitOf(quantity, locale)}`;
}

function unitOf({ kind, unit, currency }: Quantity, locale: Locale): string {
  if (kind === 'percent' || kind === 'percentagePoint') return t(locale, `unit.${kind}`);
  if (kind === 'multiple') return unit ?? t(locale, 'unit.multiple');
  if (unit) return ` ${unit}`;
  return currency ? ` ${currency}` : '';
}

/** With thousands separators; short enough to read. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const [whole, fraction] = String(Math.round(value * 1e6) / 1e6).split('.') as [string, string?];
  if (whole.includes('e')) return String(value);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}

/** A day as people write it; the month and day alone never stand without their year. */
export function readDay(day: string, locale: Locale): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (!month || !date) return day;
  return t(locale, 'date.day', { year, month: Number(month), day: Number(date), month2: month, day2: date });
}

export function readRange({ from, until }: DateRange, locale: Locale): string | null {
  if (from && until) {
    return from === until ? readDay(from, locale) : t(locale, 'date.range', { from: readDay(from, locale), until: readDay(until, locale) });
  }
  if (from) return t(locale, 'date.from', { from: readDay(from, locale) });
  return until ? t(locale, 'date.until', { until: readDay(until, locale) }) : null;
}

/** The same, short: a whole year by its number, a whole month by its name. */
export function readPeriod(range: DateRange, locale: Locale): string | null {
  const { from, until } = range;
  const [year = '', month = ''] = from?.split('-') ?? [];
  if (from === `${year}-01-01` && until === `${year}-12-31`) return t(locale, 'date.year', { year });
  if (from === `${year}-${month}-01` && until === lastDay(Number(year), Number(month))) {
    return t(locale, 'date.month', { year, month: Number(month), month2: month });
  }
  return readRange(range, locale);
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export function readHorizon(horizon: Horizon, locale: Locale): { text: string; until: string | null } {
  return { text: horizon.text, until: horizon.until ? readDay(horizon.until, locale) : null };
}
