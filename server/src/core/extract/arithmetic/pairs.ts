import type { Quantity, Span } from '../../types.ts';
import { type ChangeClaim, changeVerb } from './change.ts';
import type { Sums } from './types.ts';
import { comparable } from './units.ts';
import { follows, isEarlier } from './years.ts';

/** The two values between which a change is said to lie. */
export interface Pair {
  readonly from: Quantity;
  readonly to: Quantity;
}

/** Nothing between a value and the statement about its change but words that name no other measure. */
const FILL =
  /^[,、;:(—了\s]{0,3}(?:左右|以上|同比|环比|累计|整整|足足|一共|总共|共|也就是|相当于|等于|即|就是|短短|几乎|差不多|大约|约|期间|区间|大幅|实际|名义|直接|已经?|足|暴|狂|这|那|就|整体|总体|合计|时间|内|里|的|元|等于说|[一二两三四五六七八九十几0-9]{1,2}(?:年|个月|天|周|个季度)|,)*$/;

const FROM = /(?:从|由|自)([^,。;:!?]{0,16})$/;
const TO =
  /(?:至|到|为|成|达|达到)(?:了|约|近|超|超过|逾|如今的?|现在的?|目前的?|今年的?|当前的?|[0-9]{4}年(?:底|末|初)?的?|[^,。;0-9]{0,6}的)?$/;

/** The pair that the change at `c` is about, or null where the text does not say so plainly. */
export function pairOf(s: Sums, c: ChangeClaim): Pair | null {
  if (/^的(?!空间)/.test(s.text.slice(c.end, c.end + 3))) return null;
  const at = s.quantities.indexOf(c.quantity);
  return positive(
    s,
    before(s, c, at) ??
      behindStep(s, c, at) ??
      after(s, c, at) ??
      base(s, c, at) ??
      sameLastYear(s, c, at) ??
      risenTo(s, c, at) ??
      afterLastYear(s, c, at) ??
      told(s, c, at) ??
      room(s, c, at),
  );
}

/** What is said of a value or of a change in it, and the number in that. */
interface Statement extends Span {
  readonly quantity: Quantity;
}

/** The pair right before the statement `c`: 从A增至B, and then `c`. */
export function statedBetween(s: Sums, c: Statement): Pair | null {
  return positive(s, before(s, c, s.quantities.indexOf(c.quantity)));
}

/** Profit and loss have no ratio. */
function positive(s: Sums, pair: Pair | null): Pair | null {
  const loss = /亏|负|-$/;
  const signed = pair !== null && [pair.from, pair.to].some((q) => loss.test(s.text.slice(Math.max(0, q.start - 8), q.start)));
  return signed ? null : pair;
}

function gap(s: Sums, a: { readonly end: number }, b: { readonly start: number }): string {
  return b.start - a.end > 60 ? '。' : s.text.slice(a.end, b.start);
}

/** 从A增至B, as a pair of the quantities at `i` and `i + 1`. */
function fromTo(s: Sums, i: number): (Pair & { readonly named: string }) | null {
  const from = s.quantities[i];
  const to = s.quantities[i + 1];
  if (from === undefined || to === undefined || !comparable(from, to)) return null;
  const lead = FROM.exec(s.text.slice(Math.max(i === 0 ? 0 : s.quantities[i - 1]!.end, from.start - 18), from.start));
  if (lead === null) return null;
  const between = gap(s, from, to);
  if (between.length > 26 || /[。;!?\n]/.test(between) || !TO.test(between)) return null;
  // 从A到B再到C, 从A到B之间
  const next = s.text.slice(to.end, to.end + 4);
  if (/^(?:之间|不等|区间|,?再|又|,?最后|,?然后|,?而后|,?进而|、|跌|的区间)/.test(next)) return null;
  return { from, to, named: lead[1]! };
}

/** 同比 and 环比 measure from another day than 从 unless that is the same day a year or a month before. */
function sameBase(s: Sums, { from, to, named }: Pair & { readonly named: string }, words: string): boolean {
  if (words.includes('同比')) {
    // 从2020年的10亿元增至2023年的25亿元,同比: from the year before the last, which is not told.
    if (yearIn(gap(s, from, to)) - yearIn(named) > 1) return false;
    return /去年|上年|同期|[0-9]{4}年/.test(named) || named === '';
  }
  return !words.includes('环比') || /上月|上季|上个|上一/.test(named);
}

function yearIn(text: string): number {
  return Number(/([0-9]{4})年/.exec(text)?.[1] ?? Number.NaN);
}

/** 从A增至B,增加D,增幅C */
function behindStep(s: Sums, c: ChangeClaim, at: number): Pair | null {
  const step = s.quantities[at - 1];
  const to = s.quantities[at - 2];
  if (step === undefined || to === undefined || !comparable(step, to) || !/^[,(、](?:同比)?$/.test(gap(s, step, c))) return null;
  const verb = changeVerb(s.text.slice(Math.max(to.end, step.start - 14), step.start));
  if (verb === null || /[到至为成]/.test(verb.adverbs)) return null;
  return before(s, { start: step.start - verb.length, end: step.end, quantity: step }, at - 1);
}

/** 从A增至B,翻了三倍 */
function before(s: Sums, c: Statement, at: number): Pair | null {
  const to = s.quantities[at - 1];
  const pair = to === undefined ? null : fromTo(s, at - 2);
  if (pair === null || to === undefined) return null;
  const words = gap(s, to, c);
  return FILL.test(words) && sameBase(s, pair, words) ? pair : null;
}

/** 翻了三倍,从A增至B */
function after(s: Sums, c: ChangeClaim, at: number): Pair | null {
  const pair = fromTo(s, at + 1);
  if (pair === null) return null;
  const lead = s.text.slice(Math.max(0, c.start - 4), c.start);
  return /^[,:(]?(?:从|由|自)/.test(gap(s, c, pair.from)) && sameBase(s, pair, lead) ? pair : null;
}

const THAN = /(?:较|比|相比|相较于?|对比)(?:[0-9]{4}年)?[^,。;:0-9]{0,12}$/;

/** B,较去年的A增长C and 较A增长C至B */
function base(s: Sums, c: ChangeClaim, at: number): Pair | null {
  const from = s.quantities[at - 1];
  if (from === undefined || !/^(?:相比)?[,了]?(?:大幅|共)?$/.test(gap(s, from, c))) return null;
  const floor = s.quantities[at - 2]?.end ?? 0;
  const lead = THAN.exec(s.text.slice(Math.max(floor, from.start - 20), from.start));
  if (lead === null || /增|减|涨|跌|升|降|提高|多|少|流[出入]|回落|扩|缩|下滑|超/.test(lead[0])) return null;
  const next = s.quantities[at + 1];
  if (next !== undefined && comparable(from, next) && /^,?(?:至|到|达到?|增至|升至|降至|涨至|跌至)(?:了|约)?$/.test(gap(s, c, next)))
    return { from, to: next };
  const to = s.quantities[at - 2];
  if (to === undefined || !comparable(from, to)) return null;
  const than = from.start - lead[0].length;
  return /^(?:左右)?[,(]?$/.test(s.text.slice(to.end, Math.max(to.end, than))) && than - to.end <= 4 ? { from, to } : null;
}

const LAST_YEAR = /^[,;(。]?(?:而|公司)?(?:上年同期|去年同期|上一年同期)[^,。;0-9]{0,10}(?:为|是|:|实现|仅|约)?$/;

/** B,同比增长C,上年同期为A */
function sameLastYear(s: Sums, c: ChangeClaim, at: number): Pair | null {
  const to = s.quantities[at - 1];
  const from = s.quantities[at + 1];
  if (to === undefined || from === undefined || !comparable(from, to)) return null;
  const words = gap(s, to, c);
  if (!/^[,(]?同比(?:大幅)?$/.test(words)) return null;
  if (!LAST_YEAR.test(gap(s, c, from))) return null;
  return /亏|损|负|减/.test(s.text.slice(Math.max(0, to.start - 20), from.start)) ? null : { from, to };
}

/** 同比增长C至B,上年同期为A */
function risenTo(s: Sums, c: ChangeClaim, at: number): Pair | null {
  const to = s.quantities[at + 1];
  const from = s.quantities[at + 2];
  if (to === undefined || from === undefined || !comparable(from, to)) return null;
  if (!/同比(?:大幅)?$/.test(s.text.slice(Math.max(0, c.start - 4), c.start))) return null;
  if (!/^,?(?:至|到|达到?)(?:了|约)?$/.test(gap(s, c, to)) || !LAST_YEAR.test(gap(s, to, from))) return null;
  return /亏|损|负/.test(s.text.slice(Math.max(0, c.start - 20), from.start)) ? null : { from, to };
}

/** B,上年同期为A,同比增长C */
function afterLastYear(s: Sums, c: ChangeClaim, at: number): Pair | null {
  const from = s.quantities[at - 1];
  const to = s.quantities[at - 2];
  if (to === undefined || from === undefined || !comparable(from, to) || !FILL.test(gap(s, from, c).replace(/^\)/, ''))) return null;
  const link = /^[,;(](?:而)?(?:上年同期|去年同期|上一年同期|上年|去年|前一年|上一年)[^,。;0-9]{0,8}$/;
  const between = gap(s, to, from);
  if (!link.test(between) || isEarlier(s, to, between)) return null;
  return /亏|损|负|减|增|涨|跌|降/.test(s.text.slice(Math.max(0, to.start - 12), from.start)) ? null : { from, to };
}

const YEAR = /(大前年|去年|上年|前年|今年|[0-9]{4}年)(?:全年|同期|度|底|末)?([^,。;0-9]{0,12})$/;
/** 年初规模A,年末规模B */
const OPENING = /(?:[年期季月])初([^,。;0-9]{0,12})$/;
const CLOSING = /(?:[年期季月][末底])([^,。;0-9]{0,12})$/;
const LINK = /^(?:的时候|时|它|他们|我们|公司|才|只有|仅|就|已|已经|为|是|达到?|约|实现|有|的|到了?|投的)*$/;

/** 2022年收入A,2023年B,涨了五六倍 */
function told(s: Sums, c: ChangeClaim, at: number): Pair | null {
  const to = s.quantities[at - 1];
  const from = s.quantities[at - 2];
  if (to === undefined || from === undefined || !comparable(from, to) || !FILL.test(gap(s, to, c))) return null;
  const between = gap(s, from, to);
  // 去年卖了1000台。今年卖了1500台,翻了一番
  if (between.length > 30 || /[;!?\n]|。.*。/.test(between)) return null;
  const head = s.text.slice(Math.max(s.quantities[at - 3]?.end ?? 0, from.start - 22), from.start);
  const opening = OPENING.exec(head);
  const closing = opening === null ? null : CLOSING.exec(between);
  const lead = YEAR.exec(head);
  const then = YEAR.exec(between);
  let [noun, again] = [opening?.[1] ?? '', closing?.[1] ?? ''];
  if (closing === null) {
    if (lead === null || then === null || !follows(lead[1]!, then[1]!)) return null;
    [noun, again] = [lead[2]!, then[2]!];
  }
  return LINK.test(again) || noun === again || (again.length > 1 && (noun.endsWith(again) || again.endsWith(noun))) ? { from, to } : null;
}

/** 值A!现在才B,妥妥的六倍空间 */
function room(s: Sums, c: ChangeClaim, at: number): Pair | null {
  if (!s.text.slice(c.quantity.end, c.end).endsWith('空间')) return null;
  const b = s.quantities[at - 1];
  const a = s.quantities[at - 2];
  if (a === undefined || b === undefined || !comparable(a, b)) return null;
  if (gap(s, b, c.quantity).length > 10 || gap(s, a, b).length > 24) return null;
  const now = /(?:现在|目前|当前|如今|眼下|今天)[^,。;!]{0,8}$/;
  if (now.test(gap(s, a, b))) return { from: b, to: a };
  return now.test(s.text.slice(Math.max(0, a.start - 14), a.start)) ? { from: a, to: b } : null;
}
