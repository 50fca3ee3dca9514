import { lengthAhead } from '../extract/time/counted.ts';
import { resolveTime } from '../extract/time/index.ts';
import type { Span } from '../types.ts';

/** A stretch ahead that goes by a name or by what it does not exceed, and its days where they are known. */
export interface NamedPeriod extends Span {
  readonly from: string | null;
  readonly until: string | null;
}

/** 国庆节前, “五一”期间, 双11前后, 节前. */
const HOLIDAY =
  /[“"]?(?:(?:春节|国庆节?|中秋节?|元旦|(?<![十三])五一|(?<![双第二三四五六七八九十年月])十一|端午节?|清明节?|劳动节|双节|两会|双(?:11|十一|12|十二)|(?<!\d)618|圣诞节?|感恩节|暑期|暑假)[”"]?(?:小?长假|假期|黄金周)?|(?<=^|[在到于])节)(?:期间|之?前后|前夕|之?前(?![景期沿列端])|之?后(?![续来面方台]))/;
/** “十五五”期间, 十四五末. */
const PLAN = /[“"]?十([二三四五六])五[”"]?(?:规划|计划)?(期间|末期?|期末|初期?|时期|中后期|后期|之?前|内|收官)/;
const SEASON = /今冬明春|(?<![说声证表透查文])[今明来][春夏秋冬](?![晚奥])/;
/** Before a length of time that something takes at most: 不出三年, 用不了五年. */
const WITHIN = /(?:不出|[用要]不了|不消|不用|最多|至多|顶多|不到|不超过)(?=[\d一二两三四五六七八九十几半])/;
/** After it the outcome: a length that something merely has is no time by which something comes. */
const OUTCOME = /^(?:之?内)?(?:[,就会将便必可能也还]|$)/;
const MONTHS: Readonly<Record<string, readonly [string, string]>> = {
  春: ['02-01', '04-30'],
  夏: ['05-01', '07-31'],
  秋: ['08-01', '10-31'],
  冬: ['11-01', '12-31'],
};

/** The named period in a clause, or null; none that is over by the article's date. */
export function namedPeriod(text: string, clause: Span, date: string | null): NamedPeriod | null {
  // Marks at a clause's edge are not its own: “五一”期间.
  const start = text[clause.start - 1] === '“' || text[clause.start - 1] === '"' ? clause.start - 1 : clause.start;
  const own = text.slice(start, clause.end);
  const found = holiday(own) ?? plan(own) ?? season(own, date) ?? within(own, date);
  if (found === null || (date !== null && found.until !== null && found.until < date)) return null;
  return { ...found, start: start + found.start, end: start + found.end };
}

const OPEN = { from: null, until: null };

function holiday(text: string): NamedPeriod | null {
  const found = HOLIDAY.exec(text);
  return found && { start: found.index, end: found.index + found[0].length, ...OPEN };
}

function plan(text: string): NamedPeriod | null {
  const found = PLAN.exec(text);
  if (found === null) return null;
  // The twelfth plan's years are 2011 to 2015.
  const first = 2011 + 5 * '二三四五六'.indexOf(found[1]!);
  const stage = found[2]!;
  const early = stage.startsWith('初');
  const before = stage.endsWith('前');
  const last = before ? first - 1 : early ? first : first + 4;
  const from = before || stage.includes('末') || stage === '收官' || stage.endsWith('后期') ? null : `${first}-01-01`;
  return { start: found.index, end: found.index + found[0].length, from, until: `${last}-12-31` };
}

function season(text: string, date: string | null): NamedPeriod | null {
  const found = SEASON.exec(text);
  if (found === null) return null;
  const span = { start: found.index, end: found.index + found[0].length };
  if (date === null) return { ...span, ...OPEN };
  const year = Number(date.slice(0, 4));
  const [which, name] = found[0];
  const ahead = which === '今' ? year : year + 1;
  if (found[0].length === 2) return { ...span, from: `${ahead}-${MONTHS[name!]![0]}`, until: `${ahead}-${MONTHS[name!]![1]}` };
  return { ...span, from: `${year}-11-01`, until: `${year + 1}-04-30` };
}

function within(text: string, date: string | null): NamedPeriod | null {
  const found = WITHIN.exec(text);
  if (found === null) return null;
  const time = lengthAhead(text, found.index + found[0].length);
  if (time === null || !OUTCOME.test(text.slice(time.end, time.end + 4))) return null;
  // 工期最多两年 is how long it takes; a clause by itself or one whose outcome follows is when.
  if (time.end === text.length && found.index > 0) return null;
  const days = date === null ? null : resolveTime(time.value, date);
  return { start: found.index, end: time.end, from: days?.from ?? null, until: days?.until ?? null };
}
