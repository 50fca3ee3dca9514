import { resolveTime } from '../extract/time/index.ts';
import type { Paragraph } from '../paragraph.ts';
import type { DateRange, Horizon, Span, TimeExpression } from '../types.ts';
import { coming } from './comingDay.ts';
import { type NamedPeriod, namedPeriod } from './namedPeriod.ts';
import { datesReport, isAwaited, isReported, SAYS } from './reported.ts';

/** How many clauses before a prediction's own may bound it. */
const BACK = 6;
/** Words that may stand before a time that opens its clause. */
const LEAD = /^(?:而|但|不过|那么|如果|若|预计|预期|估计|展望|对于|对|到了?|至|在|从|等到?|直到|今后|有望|将|或|也许|可能|我们|我|,)*$/;
/** Openings that leave the time of the clause before behind: `长期看到130元`, `一旦强赎`. */
const ANEW = /^(?:但是?|不过|而|然而|可是?)?(?:是)?(?:后续|长期|中长期|此后|之后|以后|一旦|万一|将来)/;
/** What is told of as done: a time in such a clause dates a report, not what lies ahead. */
const TOLD = /了|已|曾|公告|披露|发布|宣布|表示|指出|签署|年报|快报|以来|低点|高点|涨停|上市[,。]|申购|收盘|高开|低开/;
const SESSION = /(?:开盘|收盘|开市|休市)之?[前后]$/;
/** Words that make a calendar year one that is looked ahead to. */
const FORECAST = /预计|预期|预测|展望|料|将|到|至|会|有望|目标/;
/** Something awaited that has no date yet: `新线投产后`, `届时`. */
const EVENT =
  /届时|到时候|接下来|(?:完成|实施|启用|建成|达产|投产|满产|落地|结束|到期|募集完成|解冻|通车|上市|下修)(?:之)?(?:前|后|以后|之后|以前)/;
/** `上半年业绩`, `2024年财报`: the period a paper is about. */
const PAPER = /^(?:度)?(?:的)?(?:业绩|净利|财报|年报|季报|中报|报告|营收|收入预测|归母|经调整|盈利预告|数据|预算|利率预期|会议|公告)/;

/** The time expression that bounds a prediction: in its clause, else one that opens a clause just before it in its sentence. */
export function horizonOf(p: Paragraph, clause: number, date: string | null): Horizon | null {
  const own = p.clauses[clause]!;
  const first = p.sentences[own.sentence]?.first ?? clause;
  const time = inClause(p, own, date) ?? namedPeriod(p.text, own, date) ?? before(p, clause, Math.max(first, clause - BACK), date);
  if (time !== undefined && !('kind' in time)) {
    return { text: p.block.prose.slice(time.start, time.end), from: time.from, until: time.until };
  }
  if (time !== undefined) {
    const range = daysAhead(p, time, own, date);
    return { text: p.block.prose.slice(time.start, time.end), from: range?.from ?? null, until: range?.until ?? null };
  }
  const event = awaited(p, own) ?? (clause > first ? awaited(p, p.clauses[clause - 1]!, true) : null);
  if (event === null) return null;
  const { start, end } = event;
  return { text: p.block.prose.slice(start, end), from: null, until: null };
}

/** So many months back a month without a year may lie of which something is still foretold: figures come later. */
const BEHIND = 3;

/** A day of the year that a month or quarter without one is of: in November 3月 is the next year's, in January 12月 the last one's. */
function yearOf({ value }: TimeExpression, date: string): string {
  const of = value.type === 'until' ? value.of : value;
  if (of.type !== 'partial' || of.year !== null) return date;
  const until = resolveTime(of, date)?.until ?? date;
  const months = Number(until.slice(5, 7)) - Number(date.slice(5, 7));
  const years = months < -BEHIND ? 1 : months === 11 && of.part.half === undefined ? -1 : 0;
  return years === 0 ? date : `${Number(date.slice(0, 4)) + years}${date.slice(4, 8)}01`;
}

/** The days that a time means to what is foretold in a clause. */
function daysAhead(p: Paragraph, t: TimeExpression, clause: Span, date: string | null): DateRange | null {
  if (date === null) return t.value.type === 'fixed' ? resolveTime(t.value, '1970-01-01') : null;
  // 周三新厂试产,估计投入3亿元: what is told in a clause before may be over.
  const own = t.start >= clause.start || /^.{0,3}[,:]/.test(p.text.slice(t.end, t.end + 4));
  return resolveTime(own ? coming(t.value, date) : t.value, yearOf(t, date));
}

/** An event without a date that a clause waits for; `ends`: only one that the clause ends with. */
function awaited(p: Paragraph, clause: Span, ends = false): Span | null {
  const text = p.text.slice(clause.start, clause.end);
  const event = EVENT.exec(text);
  if (event === null || (ends && event.index + event[0].length < text.length)) return null;
  const start = clause.start + event.index;
  return { start, end: start + event[0].length };
}

function inClause(p: Paragraph, clause: Span, date: string | null): TimeExpression | undefined {
  let found: TimeExpression | undefined;
  for (const t of p.times) {
    if (t.start >= clause.end) break;
    if (t.start < clause.start || t.end > clause.end || !(bounds(t, date) || t.text === '近期') || !fits(p, t)) continue;
    // 今天跟大家聊聊…我认为未来三年: what stands before the word of saying dates the saying.
    if (
      found === undefined ||
      (maySay(found, date) && !THAN.test(p.text.slice(clause.start, t.start)) && SAYS.test(p.text.slice(found.end, t.start)))
    )
      found = t;
    else break;
  }
  if (found === undefined || isAwaited(p.text.slice(clause.start, found.start))) return found;
  return datesReport(found, p.text.slice(found.end, clause.end), isLater(found, date)) ? undefined : found;
}

/** What a forecast is measured by: 明年预计比今年好. */
const THAN = /(?:比|较|于|超过?|[和与同跟])$/;

/** Whether something may have been said at a time: 明年预计… is of next year, 今天预计…, 年初预计… only said then. */
function maySay(t: TimeExpression, date: string | null): boolean {
  if (t.kind === 'ahead' || (t.value.type === 'offset' && t.value.from > 0)) return false;
  return date === null ? t.kind !== 'absolute' : !isLater(t, date);
}

function before(p: Paragraph, clause: number, first: number, date: string | null): TimeExpression | NamedPeriod | undefined {
  for (let i = clause - 1; i >= first; i--) {
    const { start, end } = p.clauses[i]!;
    // What comes later, or on a condition of its own, has not the time of what was said before it.
    const later = p.clauses[i + 1]!;
    if (ANEW.test(p.text.slice(later.start, Math.min(later.end, later.start + 10)))) return undefined;
    const time = p.times.find((t) => t.start >= start && t.end <= end && bounds(t, date) && fits(p, t));
    if (time === undefined) {
      const named = namedPeriod(p.text, p.clauses[i]!, date);
      if (named !== null && LEAD.test(p.text.slice(start, named.start)) && !TOLD.test(p.text.slice(named.end, end))) return named;
      continue;
    }
    const lead = p.text.slice(start, time.start);
    const rest = p.text.slice(time.end, end);
    const { value } = time;
    // A vague word belongs to what its own clause says, unless it is a clause by itself.
    if (value.type === 'vague' && rest !== '') continue;
    if (value.type === 'partial' && date !== null && isPast(time, date)) continue;
    // 今晚美股开盘后, 今日收盘后
    if (SESSION.test(rest) && time.kind === 'relative') return time;
    if (TOLD.test(rest) || /截[至止]到?$/.test(lead)) continue;
    if (isReported(p, i, clause, time, isLater(time, date))) continue;
    if (time.kind === 'ahead' || (value.type === 'offset' && value.from > 0)) return time;
    // A day of the week mostly dates the news itself.
    if (value.type === 'weekday' && (i < clause - 1 || (value.week ?? 0) < 0)) continue;
    if (/^(?:今天|今日|今晚|本周|近期|目前|今夜)$/.test(time.text)) continue;
    if (time.kind === 'absolute' && date === null && rest !== '' && !FORECAST.test(lead) && !FORECAST.test(rest)) continue;
    if (!LEAD.test(lead) && !FORECAST.test(lead)) continue;
    return time;
  }
  return undefined;
}

function isLater(t: TimeExpression, date: string | null): boolean {
  const from = date === null ? null : (resolveTime(t.value, yearOf(t, date))?.from ?? null);
  return from !== null && date !== null && from > date;
}

function isPast(t: TimeExpression, date: string): boolean {
  const until = resolveTime(t.value, yearOf(t, date))?.until ?? null;
  return until !== null && until < date;
}

/** A time that says when something happens rather than which period a paper covers, or how long something is seen. */
function fits(p: Paragraph, t: TimeExpression): boolean {
  if (/^(?:中长期|长期|长线|即将)/.test(t.text)) return false;
  const rest = p.text.slice(t.end, t.end + 6);
  // 2023年以来: up to now
  if (/^(?:以来|至今|迄今)/.test(rest)) return false;
  if (t.kind !== 'ahead' && /^(?:晚间|日讯)/.test(rest)) return false;
  const told = p.text.slice(Math.max(0, t.start - 8), t.start);
  if (t.kind !== 'ahead' && PAPER.test(rest) && !FORECAST.test(told) && !/将|会|有望|预[计估]/.test(p.text.slice(t.end, t.end + 16)))
    return false;
  return !(/^(?:短期|短线)/.test(t.text) && /^的?(?:基本面|资金|借款|债|指标|均线|贷款|融资)/.test(rest));
}

/** Whether a time expression can bound something ahead of the writing. */
function bounds(t: TimeExpression, date: string | null): boolean {
  const { value } = t;
  if (value.type === 'since' || value.type === 'mirror') return false;
  if (t.kind === 'ahead' || t.kind === 'partial') return true;
  if (t.kind === 'absolute') return value.type !== 'fixed' || value.until === null || date === null || value.until >= date;
  if (t.kind !== 'relative') return false;
  return (value.type === 'offset' && value.until >= 0 && value.from >= 0) || value.type === 'weekday' || value.type === 'partial';
}
