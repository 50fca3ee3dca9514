import type { Quantity, Span } from '../../types.ts';
import { changeVerb, MORE_OR_LESS } from './change.ts';
import { intervalOf, meet, minus, nominal, scale } from './interval.ts';
import { statedBetween } from './pairs.ts';
import { show, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';
import { comparable } from './units.ts';

/** What was newly opened or sold is not what there is more; what there is more than a year ago is another difference. */
const GROSS = /新$|再$|又$|另$|[同环]比$/;

/** 由200家增加到300家,增加了80家: a difference that is not the one between the two values before it. */
export function* wrongDifferences(s: Sums): Generator<Mismatch> {
  for (let i = 2; i < s.quantities.length; i++) {
    const q = s.quantities[i]!;
    const to = s.quantities[i - 1]!;
    if (!comparable(q, to) || q.kind === 'percent' || q.kind === 'percentagePoint' || q.kind === 'multiple') continue;
    const claim = differenceAt(s.text, q);
    const pair = claim === null ? null : statedBetween(s, claim);
    if (claim === null || pair === null || !comparable(q, pair.from)) continue;
    const real = minus(intervalOf(pair.to), intervalOf(pair.from));
    const by = intervalOf(q);
    if (meet(claim.up ? by : scale(by, -1), real)) continue;
    const { lo } = minus(nominal(pair.to), nominal(pair.from));
    yield {
      start: claim.start,
      end: claim.end,
      check: 'difference',
      calculation: `${written(pair.to)} − ${written(pair.from)} = ${show(lo)}`,
      quantity: q,
    };
  }
}

interface Difference extends Span {
  readonly quantity: Quantity;
  readonly up: boolean;
}

/** 增加了80家, 减少0.3亿元: how much more or less, in the unit of the values. */
function differenceAt(text: string, q: Quantity): Difference | null {
  if (!MORE_OR_LESS.has(text[q.start - 1] ?? '') || q.min !== q.max) return null;
  const before = text.slice(Math.max(0, q.start - 14), q.start);
  const verb = changeVerb(before);
  if (verb === null || /[到至为成]/.test(verb.adverbs) || GROSS.test(before.slice(0, -verb.length))) return null;
  return { start: q.start - verb.length, end: q.end, quantity: q, up: verb.up };
}
