import { resolveTime } from '../extract/time/index.ts';
import type { DateRange, Span, TimeExpression, TimeValue } from '../types.ts';
import { datesReport } from './reported.ts';

/** What comes, said behind its day: 周一将开盘上涨, 周三央行会公布, 周一开盘别追. No 大会, 会议, 需要, 要求, 将其. */
const AHEAD =
  /^[^,了过的称说表]{0,8}?(?:将(?![其此该军])|(?<![大机社协学工晚年峰集聚总商例事东布委展开酒宴盛博监证明绩话理上])会(?![议员计展谈见长场上后所诊同期中晤面师])|(?<![主重需概纪摘必只])要(?![求闻点约素么是不])|预计|有望|即将|拟|别|不要|建议)/;
/** What comes, said before its day: 预计周三, 建议大家周一. */
const FORESEEN = /(?:预计|预期|料|有望|计划|建议|即将|定于|拟于?|将于?|会在|要在|等到?|不妨)[^,了过的]{0,6}$/;
/** What was ahead once, and what is done: 原计划周三, 周一将利率下调了. */
const DONE = /了(?!解)|已经?|曾|此前|原[本先定计拟]|本来|之前/;

/** A weekday without a week as what lies ahead means it: the coming one where that of the article's week is over. */
export function coming(value: TimeValue, date: string): TimeValue {
  if (value.type === 'until') {
    const of = coming(value.of, date);
    return of === value.of ? value : { ...value, of };
  }
  if (value.type !== 'weekday' || value.week !== null) return value;
  const until = resolveTime(value, date)?.until ?? date;
  return until < date ? { ...value, week: 1 } : value;
}

/** The days of a time where it stands: a weekday of what is foretold or advised in its clause is the coming one. */
export function daysOf(t: TimeExpression, text: string, clause: Span | undefined, date: string): DateRange | null {
  const ahead = coming(t.value, date);
  return resolveTime(ahead !== t.value && clause !== undefined && isAhead(t, text, clause) ? ahead : t.value, date);
}

function isAhead(t: TimeExpression, text: string, clause: Span): boolean {
  const before = text.slice(clause.start, t.start);
  const rest = text.slice(t.end, clause.end);
  if (DONE.test(before) || DONE.test(rest) || datesReport(t, rest, false)) return false;
  return AHEAD.test(rest) || FORESEEN.test(before);
}
