import type { Quantity } from '../../types.ts';
import { exactly, intervalOf, meet, nominal, plus } from './interval.ts';
import { span, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';

/** What stands between two quantities; a full stop where they are too far apart to belong together. */
export function between(s: Sums, a: Quantity, b: Quantity, limit = 30): string {
  return b.start - a.end > limit ? '。' : s.text.slice(a.end, b.start);
}

export function found(q: Quantity, check: string, calculation: string): Mismatch {
  return { start: q.start, end: q.end, check, calculation, quantity: q };
}

/** A占40%,B占35%,其余占30%: the last one of a row of shares that is told to be whole, or goes beyond it. */
export function shares(s: Sums, last: number): Mismatch | null {
  const end = s.quantities[last]!;
  if (!isShare(s, end)) return null;
  const next = s.quantities[last + 1];
  if (next !== undefined && next.kind === 'percent' && joined(s, end, next)) return null;
  let first = last;
  while (first > 0 && s.quantities[first - 1]!.kind === 'percent' && joined(s, s.quantities[first - 1]!, s.quantities[first]!)) first--;
  const row = s.quantities.slice(first, last + 1);
  if (row.length < 2 || row.some((q) => q.min < 0)) return null;
  const head = s.text.slice(Math.max(0, row[0]!.start - 24), row[0]!.start);
  const all = s.text.slice(row[0]!.start, end.start);
  if (MIXED.test(all) || MIXED.test(catchAll(s, row) ? head.slice(-12).replace(/其中[,:]?/, '') : head.slice(-12))) return null;
  const sum = row.map(intervalOf).reduce(plus);
  const rest = /(?:其余|剩余|剩下|余下)[^,。;]{0,10}$/.test(s.text.slice(row.at(-2)!.end, end.start));
  const whole = exactly(100);
  if (rest ? meet(sum, whole) : sum.lo <= 100.5 || !exhaustive(s, row, sum.lo)) return null;
  return found(end, 'shares', `${row.map(written).join(' + ')} = ${span(row.map(nominal).reduce(plus))}%`);
}

const MIXED = /累计|合计|其中|增|降|涨|跌|同比|达到|且|同时|毛利|渗透|率|以下/;

/** 白酒收入占比65%,啤酒收入占比25%,其他收入占比15%: what is left for 其他 makes the row a whole. */
function catchAll(s: Sums, row: readonly Quantity[]): boolean {
  if (row.length < 3 || !/[,、](?:而)?其[他它][^,。;0-9]{0,6}占比?(?:约|为|达|近)*$/.test(before(s, row.at(-1)!))) return false;
  return row.every((q) => /占比?(?:约|为|达|近)*$/.test(before(s, q)));
}

/** 甲持股45%,乙持股40%,丙持股20%: shareholders by name. Groups of them (前十大股东, 机构) overlap. */
function holders(s: Sums, row: readonly Quantity[]): boolean {
  return row.length >= 3 && row.every((q) => HOLDER.test(before(s, q)) && !GROUP.test(before(s, q)));
}

const HOLDER = /(?:^|[,、;:。和])[^,、;:。和0-9]{1,10}持股(?:比例)?(?:约|为|达|近)*$/;
const GROUP = /前|机构|外资|北向|合计|共|流通|质押|基金|国资|高管|管理层|社保|控股|公众|散户|间接|通过|[对在于]|[年月日季]|曾|股东/;

function before(s: Sums, q: Quantity): string {
  return s.text.slice(Math.max(0, q.start - 18), q.start);
}

/** 占 before every share, or 分别占 before the first: parts of one whole. */
function exhaustive(s: Sums, row: readonly Quantity[], sum: number): boolean {
  // 2015年和2016年分别占76%、64.7%: each is a share of its own year.
  const lead = s.text.slice(Math.max(0, row[0]!.start - 70), row[0]!.start);
  if (/[0-9]{4}[年~-][^。]*[0-9]{4}年|当期|各期|期末|当年|逐年/.test(lead)) return false;
  if (
    /分别占|(?:结构|构成|组成|分布)(?:为|是|如下|中)?[:,][^,。;0-9]{0,6}$/.test(
      s.text.slice(Math.max(0, row[0]!.start - 16), row[0]!.start),
    )
  )
    return true;
  // 女性占60%,一二线城市占55%,90后占70%: of divisions that have nothing to do with each other.
  if (sum > 130) return false;
  if (catchAll(s, row) || holders(s, row)) return true;
  if (row.length < 3 || s.text.slice(row[0]!.end, row.at(-1)!.start).length > 12 * row.length) return false;
  return row.every((q) => /占(?:到|了|据|约|近|去|掉)*$/.test(s.text.slice(Math.max(0, q.start - 10), q.start)));
}

/** 拿下120%的市场份额 */
export function overshare(s: Sums, i: number): Mismatch | null {
  const q = s.quantities[i]!;
  if (q.min <= 100 || q.approx === 'atMost') return null;
  const head = s.text.slice(Math.max(0, q.start - 10), q.start);
  const share =
    /(?:市场份额|市占率)(?:合计|已)?(?:为|达到?|高达|约)?$/.test(head) || /^的(?:市场)?份额/.test(s.text.slice(q.end, q.end + 5));
  return share && !/增|涨|提|升/.test(head) ? found(q, 'shares', `${written(q)} > 100%`) : null;
}

function isShare(s: Sums, q: Quantity): boolean {
  return q.min >= 0 && q.max <= 100 && !/^的?(?:股|至|到)/.test(s.text.slice(q.end, q.end + 3));
}

function joined(s: Sums, a: Quantity, b: Quantity): boolean {
  return !/[。;!?\n]/.test(between(s, a, b, 24));
}
