import { scaleUtc } from 'd3-scale';
import { escapeHtml } from '../../../../../common/html.ts';
import type { Locale } from '../../../../../common/locale.ts';
import { outcomeName } from '../../../../../common/review.ts';
import { excerpt, t } from '../../../features/messages.ts';
import { readDay } from '../../../features/readout.ts';
import type { DigestedPrediction } from '../../digest.ts';
import { legend, percent } from './bars.ts';
import { chart } from './charts.ts';

/** A prediction with the article that it stands in. */
export interface Placed extends DigestedPrediction {
  /** The address of its note. */
  readonly href: string;
  /** The day of the article, from which it looks ahead. */
  readonly date: string | null;
  /** The article's title, where there are several. */
  readonly article?: string;
}

const HEIGHT = 16;
const MOST_ROWS = 60;
/** About so many marks stand on the axis. */
const TICKS = 5;
const DAY_MS = 86_400_000;

type State = 'true' | 'partly' | 'false' | 'untold' | 'overdue' | 'coming';

/** Predictions by the day on which they fall due, with what became of them. `today` is `YYYY-MM-DD`. */
export function timeline(predictions: readonly Placed[], today: string, locale: Locale): string {
  const title = t(locale, 'report.timeline');
  if (predictions.length === 0) return chart(title, `<p class="none">${escapeHtml(t(locale, 'report.noPredictions'))}</p>\n`, 'wide');
  const dated = predictions
    .filter((one): one is Placed & { until: string } => one.until !== null)
    .sort((a, b) => a.until.localeCompare(b.until));
  const undated = predictions.filter(({ until }) => until === null);
  const shown = dated.slice(0, MOST_ROWS);
  const content =
    (shown.length > 0 ? drawn(shown, today, locale) : '') +
    (dated.length > shown.length
      ? `<p class="aside">${escapeHtml(t(locale, 'report.moreDated', { count: dated.length - shown.length }))}</p>\n`
      : '') +
    (undated.length > 0 ? undatedLine(undated, locale) : '');
  return chart(title, content, 'wide');
}

function drawn(shown: readonly (Placed & { until: string })[], today: string, locale: Locale): string {
  const days = [today, ...shown.flatMap(({ date, from, until }) => [date, from, until])].flatMap((day) => (day ? [timeOf(day)] : []));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  // A day's width at least, and air at both ends, so that no mark is cut.
  const air = Math.max(DAY_MS, (last - first) * 0.02);
  const x = scaleUtc()
    .domain([first - air, last + air])
    .range([0, 100]);
  const at = (day: string) => percent(x(timeOf(day)));
  const ticks = x.ticks(TICKS);
  const grid = ticks.map((tick) => `<line class="grid" x1="${percent(x(tick))}" x2="${percent(x(tick))}" y2="100%"/>`).join('');
  const now = `<line class="today" x1="${at(today)}" x2="${at(today)}" y2="100%"/>`;
  const labels = ticks.map((tick) => `<text x="${percent(x(tick))}" y="11" text-anchor="middle">${tickLabel(tick)}</text>`).join('');
  const rows = shown.map((one) => {
    const state = stateOf(one, today);
    const start = one.from ?? one.date ?? one.until;
    const from = x(Math.min(timeOf(start), timeOf(one.until)));
    const line = `<rect class="span s-${state}" x="${percent(from)}" y="6" width="${percent(x(timeOf(one.until)) - from)}" height="4"/>`;
    const dot = `<circle class="s-${state}" cx="${at(one.until)}" cy="8" r="5"/>`;
    const words = [one.speaker ?? t(locale, 'symbol.author'), one.article, readDay(one.until, locale), stateName(state, locale)];
    return `<li><p><a href="${escapeHtml(one.href)}"><b>${one.n}</b> ${escapeHtml(excerpt(one.text, 60))}</a> <span class="who">${escapeHtml(words.filter(Boolean).join(' · '))}</span></p>
<svg width="100%" height="${HEIGHT}" aria-hidden="true">${grid}${now}${line}${dot}</svg></li>\n`;
  });
  const states = [...new Set(shown.map((one) => stateOf(one, today)))];
  return `<ol class="timeline">\n${rows.join('')}</ol>
<svg class="axis" width="100%" height="14" aria-hidden="true">${labels}</svg>
${legend([
  ...states.map((state) => ({ kind: `s-${state}`, name: stateName(state, locale) })),
  { kind: 'today', name: t(locale, 'report.today', { date: readDay(today, locale) }) },
])}`;
}

function undatedLine(undated: readonly Placed[], locale: Locale): string {
  // Of several articles the numbers alone would lead anywhere.
  if (undated.some(({ article }) => article !== undefined))
    return `<p class="undated">${escapeHtml(t(locale, 'report.undatedCount', { count: undated.length }))}</p>\n`;
  const links = undated
    .slice(0, MOST_ROWS)
    .map(({ n, href, text }) => `<a href="${escapeHtml(href)}" title="${escapeHtml(excerpt(text, 60))}">${n}</a>`);
  const more = undated.length > links.length ? ' …' : '';
  return `<p class="undated">${escapeHtml(t(locale, 'report.undated', { count: undated.length }))} ${links.join(' ')}${more}</p>\n`;
}

function stateOf({ outcome, until }: DigestedPrediction, today: string): State {
  return outcome ?? (until !== null && until < today ? 'overdue' : 'coming');
}

function stateName(state: State, locale: Locale): string {
  return state === 'overdue' || state === 'coming' ? t(locale, `report.${state}`) : outcomeName(state, locale);
}

/** A year where one begins, else a month, else a day. */
function tickLabel(tick: Date): string {
  const day = tick.toISOString().slice(0, 10);
  return day.endsWith('-01-01') ? day.slice(0, 4) : day.endsWith('-01') ? day.slice(0, 7) : day;
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
