import type { Quantity } from '../../types.ts';
import { type ChangeClaim, changeClaimOf } from './change.ts';
import { exactly, type Interval, intervalOf, meet, minus, nominal, plus, ratio, scale } from './interval.ts';
import { type Pair, pairOf } from './pairs.ts';
import { show, span, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';
import { comparable } from './units.ts';

/** Changes that do not follow from the values they lie between. */
export function* wrongChanges(s: Sums): Generator<Mismatch> {
  for (const q of s.quantities) {
    if (q.kind !== 'percent' && q.kind !== 'multiple' && q.kind !== 'percentagePoint') continue;
    const claim = changeClaimOf(s.text, q);
    if (claim === null) continue;
    const pair = pairOf(s, claim);
    if (pair === null) {
      const calculation = stepOf(s, claim);
      if (calculation !== null) yield { start: claim.start, end: claim.end, check: 'step', calculation, quantity: q };
      continue;
    }
    const calculation = claim.points === null ? factorOf(claim, pair) : pointsOf(claim, pair);
    if (calculation !== null) yield { start: claim.start, end: claim.end, check: 'change', calculation, quantity: q };
  }
}

const STEP = /^[,(]?(?:较|比|同比|环比)[^,。;0-9]{0,12}(增加|增长|上涨|提高|上升|多|涨|减少|下降|下跌|降低|少|跌|净流出|净流入)了?$/;

/** 40000元,比上年增加3000元,增长20%: the percentage of a step up or down. */
function stepOf(s: Sums, claim: ChangeClaim): string | null {
  const at = s.quantities.indexOf(claim.quantity);
  const step = s.quantities[at - 1];
  const to = s.quantities[at - 2];
  if (step === undefined || to === undefined || claim.quantity.kind !== 'percent' || !comparable(step, to) || step.kind === 'percent')
    return null;
  if (!/^[,(]$/.test(s.text.slice(step.end, claim.start)) || step.start - to.end > 20) return null;
  const verb = STEP.exec(s.text.slice(to.end, step.start));
  if (verb === null || /-|亏|负/.test(s.text.slice(Math.max(0, to.start - 6), to.start))) return null;
  const up = /[增涨提升多入]/.test(verb[1]!);
  const [end, by] = [intervalOf(to), intervalOf(step)];
  const from = up ? minus(end, by) : plus(end, by);
  if (from.lo <= 0 || !Number.isFinite(from.hi)) return null;
  const real = ratio(by, from);
  const said = scale(intervalOf(claim.quantity), 0.01);
  if (meet(said, real)) return null;
  const start = up ? to.min - step.max : to.min + step.max;
  return `${written(step)} ÷ ${show(start)} = ${span(exactly((step.min / start) * 100))}%`;
}

function factorOf(claim: ChangeClaim, { from, to }: Pair): string | null {
  if (from.kind === 'percent' && claim.quantity.kind === 'percent') return percentOfRate(claim, from, to);
  const real = ratio(intervalOf(to), intervalOf(from));
  if (!loose(claim, from, to) && claim.factors.some((f) => meet(f, real))) return null;
  const shown = ratio(nominal(to), nominal(from));
  const by = claim.quantity.kind === 'percent' ? ` = ${signed(shown)}` : ` = ${span(shown)}倍${added(claim, shown)}`;
  return `${written(from)} → ${written(to)}${by}`;
}

/** 毛利率从35.2%提升到38.6%,提升了3.4%: a share of the rate is said, points are meant. Other slips are left: which was meant is unclear. */
function percentOfRate({ factors, quantity }: ChangeClaim, from: Quantity, to: Quantity): string | null {
  if (factors.some((f) => meet(f, ratio(intervalOf(to), intervalOf(from))))) return null;
  const points = to.min > from.min ? minus(nominal(to), nominal(from)) : minus(nominal(from), nominal(to));
  if (!meet(points, intervalOf(quantity))) return null;
  const [high, low] = to.min > from.min ? [to, from] : [from, to];
  return `${written(high)} − ${written(low)} = ${span(points)}个百分点`;
}

/** 从1亿到10亿,增长10倍: N times said of what is N times as much, which rounding would let pass. */
function loose({ factors, quantity: q }: ChangeClaim, from: Quantity, to: Quantity): boolean {
  if (q.kind !== 'multiple' || factors.length !== 1 || q.min !== q.max || factors[0]!.lo <= q.max) return false;
  if ([q, from, to].some((x) => x.approx !== 'none' || x.min !== x.max) || q.min < 2) return false;
  return Math.abs(to.min / from.min - q.min) < 0.005 * q.min;
}

/** 增长 N 倍 adds N to one. */
function added(claim: ChangeClaim, real: Interval): string {
  const plain = claim.factors.length === 1 && claim.factors[0]!.lo > claim.quantity.max && real.lo > 1;
  return plain ? `,即增长${span({ lo: real.lo - 1, hi: real.hi - 1 })}倍` : '';
}

function signed(real: Interval): string {
  const change = { lo: (real.lo - 1) * 100, hi: (real.hi - 1) * 100 };
  return change.hi < 0 ? `-${span({ lo: -change.hi, hi: -change.lo })}%` : `${change.lo > 0 ? '+' : ''}${span(change)}%`;
}

function pointsOf(claim: ChangeClaim, { from, to }: Pair): string | null {
  if (from.kind !== 'percent' || to.kind !== 'percent') return null;
  const real = minus(intervalOf(to), intervalOf(from));
  if (meet(claim.points!, real)) return null;
  return `${written(to)} − ${written(from)} = ${span(minus(nominal(to), nominal(from)))}个百分点`;
}
