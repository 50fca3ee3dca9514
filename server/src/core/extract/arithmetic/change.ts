import type { Quantity, Span } from '../../types.ts';
import { exactly, type Interval, intervalOf, plus, scale } from './interval.ts';

/** What a text says of a change: `增长50%`, `翻了三倍`, `是原来的三倍`, `降了一半`. */
export interface ChangeClaim extends Span {
  /** End value over starting value; any of these is honest use. */
  readonly factors: readonly Interval[];
  /** End minus starting value in percentage points, for changes of rates; factors are then empty. */
  readonly points: Interval | null;
  readonly quantity: Quantity;
}

const UP = '增长|增加|增添|增幅|增|上涨|涨幅|涨|上升|升幅|升|提升|提高|攀升|飙升|激增|扩大|扩张|扩容|多|抬升|走高|上调|反弹|放大';
const DOWN =
  '下降|下跌|下滑|减少|减幅|降低|降幅|跌幅|跌|降|减|缩减|缩水|萎缩|缩小|回落|少|走低|下调|回撤|蒸发|腰斩|压缩|缩短|滑落|裁|跌去|砍';
const ADVERB = '了|去|约|近|超过?|逾|达到?|高达|为|有|将近|大约|接近|整整|足足|至少|不到|不足|幅度?|率|已|出|掉|:|共|是| ';
const VERB = new RegExp(`(?:(${UP})|(${DOWN}))(?:幅|幅度)?((?:${ADVERB})*)$`);
/** The last characters of VERB: a cheap look before it. */
export const MORE_OR_LESS: ReadonlySet<string> = new Set(
  `${UP}|${DOWN}|${ADVERB}`
    .split('|')
    .flatMap((word) => word.at(-1) ?? [])
    .concat('过', '度', '幅', '达'),
);

/** The verb of a change at the end of `before`, with what stands between it and the number. */
export function changeVerb(before: string): { readonly length: number; readonly up: boolean; readonly adverbs: string } | null {
  const verb = VERB.exec(before);
  return verb === null ? null : { length: verb[0].length, up: verb[1] !== undefined, adverbs: verb[3] ?? '' };
}

/** Up to a level: the multiple is the end value itself. */
const LEVEL = /(?:到|至|为|成|达|达到)(?:了|约|近|原来的|原先的|之前的|此前的|当初的|过去的| )*$/;
const TIMES_OF =
  /(?:是|为|达到?|相当于|等于|到|至)(?:了|约|近)?(?:原来|原先|此前|之前|当初|当年|最初|起初|前者|过去|上年|去年|前一年|上一年|同期|上年同期|去年同期|年初|期初)的?(?:约|近)?$/;
const AVERAGE = /年均|复合|平均|每年|年化|CAGR|月均|日均|季均|每月|均/;

/** The change that the percentage or multiple `q` states where it stands, or null. */
export function changeClaimOf(text: string, q: Quantity): ChangeClaim | null {
  const before = text.slice(Math.max(0, q.start - 14), q.start);
  const after = text.slice(q.end, q.end + 8);
  if (/^(?:的)?(?:年均|年复合|复合|年化|CAGR)/.test(after) || AVERAGE.test(before.slice(-10))) return null;
  if (q.kind === 'percentagePoint') return pointsClaim(q, before);
  if (q.kind === 'multiple') return multipleClaim(q, before, after);
  return q.kind === 'percent' ? percentClaim(q, before, after) : null;
}

function pointsClaim(q: Quantity, before: string): ChangeClaim | null {
  const verb = VERB.exec(before);
  if (verb === null || LEVEL.test(before) || q.min < 0) return null;
  const by = intervalOf(q);
  return { ...startAt(q, verb), factors: [], points: verb[1] === undefined ? scale(by, -1) : by };
}

function multipleClaim(q: Quantity, before: string, after: string): ChangeClaim | null {
  const value = intervalOf(q);
  // 翻番, 翻倍, 翻两番 say the factor reached.
  if (/翻/.test(q.text)) {
    const half = /两|二|2|三|3/.test(q.text) ? 0 : 0.15;
    return { start: q.start, end: q.end, factors: [{ lo: q.min - half, hi: q.max + half }], points: null, quantity: q };
  }
  const space = /^(?:的)?(?:上涨|增长|上行|成长|涨幅|升值)?空间/.exec(after);
  if (space !== null)
    return { start: q.start, end: q.end + space[0].length, factors: [plus(value, exactly(1))], points: null, quantity: q };
  const turned = /翻(?:了|上|出|近|约|将近|差不多|不止)*$/.exec(before);
  if (turned !== null) {
    // 翻了一倍 is ×2; of 翻了三倍 both ×3 and ×4 are meant.
    const more = plus(value, exactly(1));
    const factors = q.max < 2 ? [more] : [value, more];
    return { start: q.start - turned[0].length, end: q.end, factors, points: null, quantity: q };
  }
  const times = TIMES_OF.exec(before);
  if (times !== null) return { start: q.start - times[0].length, end: q.end, factors: [value], points: null, quantity: q };
  const verb = VERB.exec(before);
  if (verb === null) {
    const level = /(?:增|涨|升|提高|扩大|扩张)(?:长|加)?(?:到|至|为|成)(?:了|约|近)*$/.exec(before);
    return level === null ? null : { start: q.start - level[0].length, end: q.end, factors: [value], points: null, quantity: q };
  }
  if (/(?:到|至|为|成)/.test(verb[3] ?? '')) return { ...startAt(q, verb), factors: [value], points: null };
  if (verb[1] === undefined || /^(?:多)$/.test(verb[1])) return null; // 下降三倍 has no agreed sense
  return { ...startAt(q, verb), factors: [plus(value, exactly(1))], points: null };
}

function percentClaim(q: Quantity, before: string, after: string): ChangeClaim | null {
  if (q.text.includes('斩')) return { start: q.start, end: q.end, factors: [{ lo: 0.42, hi: 0.58 }], points: null, quantity: q };
  const verb = VERB.exec(before);
  if (verb === null || /^[的]?(?:股份|股权|仓位|[至到](?!约?[0-9]))/.test(after) || q.min < 0) return null;
  const by = scale(intervalOf(q), 0.01);
  if (/为|是/.test(verb[3] ?? '') && !/幅/.test(verb[0])) return null;
  const factor = verb[1] === undefined ? { lo: 1 - by.hi, hi: 1 - by.lo } : plus(by, exactly(1));
  return { ...startAt(q, verb), factors: [factor], points: null };
}

function startAt(q: Quantity, verb: RegExpExecArray): { start: number; end: number; quantity: Quantity } {
  return { start: q.start - verb[0].length, end: q.end, quantity: q };
}
