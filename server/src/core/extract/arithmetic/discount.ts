import { intervalOf, meet, nominal, ratio, scale } from './interval.ts';
import { span, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';
import { comparable } from './units.ts';

/** 原价100元,打八折,现价70元 */
export function* wrongDiscounts(s: Sums): Generator<Mismatch> {
  for (let i = 1; i + 1 < s.quantities.length; i++) {
    const [full, off, paid] = [s.quantities[i - 1]!, s.quantities[i]!, s.quantities[i + 1]!];
    if (off.unit !== '折' || full.kind !== 'money' || !comparable(full, paid)) continue;
    if (!/原价[^,。;0-9]{0,6}$/.test(s.text.slice(Math.max(0, full.start - 10), full.start))) continue;
    if (!/^[^。;0-9]{0,4}打?$/.test(s.text.slice(full.end, off.start))) continue;
    if (!/^(?:后|之后|下来|,|优惠|现价|到手|只要|只需|仅需?|售价|就是|等于|实付|是|为)*$/.test(s.text.slice(off.end, paid.start))) continue;
    const real = scale(ratio(intervalOf(paid), intervalOf(full)), 10);
    if (meet(real, intervalOf(off))) continue;
    yield {
      start: paid.start,
      end: paid.end,
      check: 'discount',
      calculation: `${written(paid)} ÷ ${written(full)} = ${span(scale(ratio(nominal(paid), nominal(full)), 10))}折`,
      quantity: paid,
    };
  }
}
