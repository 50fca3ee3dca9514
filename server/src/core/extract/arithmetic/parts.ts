import type { Quantity } from '../../types.ts';
import { type Interval, intervalOf, meet, nominal, plus, ratio, scale } from './interval.ts';
import { between, found, overshare, shares } from './shares.ts';
import { show, span, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';
import { comparable } from './units.ts';

/** Parts against their wholes: shares beyond the whole, a part larger than it, parts that do not make the total. */
export function* wrongParts(s: Sums): Generator<Mismatch> {
  for (let i = 0; i < s.quantities.length; i++) {
    const q = s.quantities[i]!;
    if (q.kind === 'percent') {
      const bad = shareOfTotal(s, i) ?? shares(s, i) ?? overshare(s, i);
      if (bad !== null) yield bad;
    } else {
      const bad = total(s, i) ?? largerPart(s, i) ?? tooManyParts(s, i);
      if (bad !== null) yield bad;
    }
  }
}

/** 卖出20亿,占总额100亿的30% */
function shareOfTotal(s: Sums, i: number): Mismatch | null {
  const part = s.quantities[i - 2];
  const whole = s.quantities[i - 1];
  const share = s.quantities[i]!;
  if (part === undefined || whole === undefined || !comparable(part, whole)) return null;
  if (!/^[,(]?(?:约|共|大约)?占(?:到|了)?[^,。;0-9占]{0,14}$/.test(between(s, part, whole))) return null;
  if (!/^[^,。;0-9占]{0,8}的(?:约|比例为|比重为|近|比例约为)?$/.test(between(s, whole, share))) return null;
  const real = scale(ratio(intervalOf(part), intervalOf(whole)), 100);
  if (meet(real, intervalOf(share))) return null;
  return found(share, 'share', `${written(part)} ÷ ${written(whole)} = ${span(scale(ratio(nominal(part), nominal(whole)), 100))}%`);
}

const TOTAL =
  /(?:[两二三四五六七八](?:年|个?月|个?季度|轮|者|家|项|地|次)累计|合计|共计|总计|加起来|总共|一共|加总|合共)(?:为|是|达到?|约|就是|有|才|高达|[^,。;0-9]{1,4}(?:为|达)?)?$/;

/** A、B和C,合计T; 共T,其中A、B,其余C; 共T,分别为A、B、C */
function total(s: Sums, i: number): Mismatch | null {
  const whole = s.quantities[i]!;
  if (TOTAL.test(s.text.slice(Math.max(0, whole.start - 12), whole.start))) {
    const first = rowBefore(s, i);
    const bad = first < 0 ? null : sumAgainst(s, first, i, whole, false);
    if (bad !== null) return bad;
  }
  const next = s.quantities[i + 1];
  if (next === undefined || !comparable(whole, next)) return null;
  const lead = between(s, whole, next, 22);
  const told =
    /^[^,。;0-9]{0,6}[,:(]?[^,。;0-9]{0,4}分别(?:为|是|投入|达)?[^,。;0-9]{0,4}$/.test(lead) &&
    /共|总|合计/.test(s.text.slice(Math.max(0, whole.start - 8), whole.start));
  if (!told) return null;
  const last = rowAfter(s, i + 1);
  return last < i + 2 ? null : sumAgainst(s, i + 1, last + 1, whole, true);
}

/** The first of the parts in a row that ends before the total at `i`; −1 where there is no row. */
function rowBefore(s: Sums, i: number): number {
  const whole = s.quantities[i]!;
  const near = s.quantities[i - 1];
  if (
    near === undefined ||
    !comparable(near, whole) ||
    !/^(?:左右)?[,、;(]/.test(between(s, near, whole, 16)) ||
    /[。!?\n]/.test(between(s, near, whole, 16))
  )
    return -1;
  let first = i - 1;
  while (first > 0) {
    const a = s.quantities[first - 1]!;
    const gap = between(s, a, s.quantities[first]!, 18);
    if (
      !comparable(a, s.quantities[first]!) ||
      !sameUnit(a, near) ||
      !/^[、,和及与]/.test(gap) ||
      /[。;!?\n(]|其中|共|总|合计|累计|增|减|同比|还有/.test(gap)
    )
      break;
    first--;
  }
  const head = s.text.slice(
    Math.max(first === 0 ? 0 : s.quantities[first - 1]!.end, s.quantities[first]!.start - 16),
    s.quantities[first]!.start,
  );
  // An earlier part with other numbers in between: the row is longer than what was read of it.
  for (let k = first - 1; k >= 0 && k >= first - 4; k--) {
    const q = s.quantities[k]!;
    if (/[。!?\n]/.test(s.text.slice(q.end, s.quantities[first]!.start))) break;
    if (q.unit === near.unit || comparable(q, near)) return -1;
  }
  return i - first < 2 || /其中|共|总|合计|累计|另|还/.test(head) || !sameUnit(near, whole) ? -1 : first;
}

/** 2.1亿、3.3亿和4.2亿元: the parts before may leave the unit to the last. */
function sameUnit(part: Quantity, later: Quantity): boolean {
  return part.unit === null || part.unit === later.unit;
}

function rowAfter(s: Sums, i: number): number {
  let last = i;
  for (;;) {
    const b = s.quantities[last + 1];
    if (
      b === undefined ||
      b.unit !== s.quantities[i]!.unit ||
      !/^[、,和及与][^,。;!?0-9]{0,3}$/.test(between(s, s.quantities[last]!, b, 8))
    )
      return last;
    last++;
  }
}

function sumAgainst(s: Sums, first: number, end: number, whole: Quantity, after: boolean): Mismatch | null {
  const parts = s.quantities.slice(first, end);
  if (parts.some((q) => q.min <= 0 || q.approx === 'atLeast' || q.approx === 'atMost')) return null;
  const sum: Interval = parts.map(intervalOf).reduce(plus);
  if (meet(sum, intervalOf(whole))) return null;
  const middle = parts.reduce((all, q) => all + (q.min + q.max) / 2, 0);
  // Ten times as much or more is another measure rather than a slip.
  if (middle > whole.max * 4 || middle < whole.min / 4) return null;
  return found(after ? parts.at(-1)! : whole, 'sum', `${parts.map(written).join(' + ')} = ${show(middle)}`);
}

/** 共有200家,其中300家… */
function largerPart(s: Sums, i: number): Mismatch | null {
  const whole = s.quantities[i - 1];
  const part = s.quantities[i]!;
  if (
    whole === undefined ||
    !comparable(whole, part) ||
    whole.unit !== part.unit ||
    whole.kind === 'duration' ||
    whole.approx === 'atLeast'
  )
    return null;
  if (!/^[^,。;0-9]{0,8}[,(][^,。;0-9]{0,2}其中[^,。;0-9]{0,8}$/.test(between(s, whole, part))) return null;
  if (!/(?:共|总|合计|有|的)[^,。;0-9]{0,8}$/.test(s.text.slice(Math.max(0, whole.start - 12), whole.start))) return null;
  const [a, b] = [intervalOf(part), intervalOf(whole)];
  return a.lo <= b.hi ? null : found(part, 'part', `${written(part)} > ${written(whole)}`);
}

/** 共开店120家,其中华东80家,华南60家 */
function tooManyParts(s: Sums, i: number): Mismatch | null {
  const whole = s.quantities[i]!;
  const first = s.quantities[i + 1];
  if (first === undefined || !comparable(whole, first) || whole.approx === 'atLeast' || whole.approx === 'above') return null;
  if (!/^[^,。;0-9]{0,8}[,(:]其中[,:]?[^,。;0-9]{0,10}$/.test(between(s, whole, first))) return null;
  let last = i + 1;
  for (let next = s.quantities[last + 1]; next !== undefined; next = s.quantities[last + 1]) {
    if (
      next.unit !== first.unit ||
      next.kind !== first.kind ||
      !/^[、,和及与][^,。;!?0-9]{1,10}$/.test(between(s, s.quantities[last]!, next, 14))
    )
      break;
    if (/含|包括|其中|共|总|合计|同比|增|减|较|分别|累计|为|给|向|对|全国|有|另|超|每/.test(between(s, s.quantities[last]!, next))) break;
    last++;
  }
  const parts = s.quantities.slice(i + 1, last + 1);
  if (parts.length < 2) return null;
  const sum = parts.map(intervalOf).reduce(plus);
  if (sum.lo <= intervalOf(whole).hi || parts.some((q) => q.max > whole.max)) return null;
  return found(
    parts.at(-1)!,
    'sum',
    `${parts.map(written).join(' + ')} = ${show(parts.reduce((all, q) => all + q.min, 0))} > ${written(whole)}`,
  );
}
