import type { Quantity } from '../../types.ts';
import { intervalOf, meet, nominal, ratio, scale } from './interval.ts';
import { span, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';
import { comparable } from './units.ts';

/** 共500人,其中研发200人,占比50%; 营收50亿元,净利润5亿元,净利率20%: a rate of the two values just before it. */
export function* wrongRates(s: Sums): Generator<Mismatch> {
  for (let i = 2; i < s.quantities.length; i++) {
    const rate = s.quantities[i]!;
    if (rate.kind !== 'percent' || rate.min < 0) continue;
    const part = s.quantities[i - 1]!;
    const whole = s.quantities[i - 2]!;
    if (!comparable(part, whole) || (whole.unit !== part.unit && whole.kind !== 'count') || rate.start - whole.end > 50) continue;
    const between = s.text.slice(whole.end, part.start);
    const link = s.text.slice(part.end, rate.start);
    if (/[。;!?\n]/.test(between + link)) continue;
    if (!shareOf(s, whole, between, link) && !margin(s, whole, between, link)) continue;
    const real = scale(ratio(intervalOf(part), intervalOf(whole)), 100);
    if (meet(real, intervalOf(rate))) continue;
    const shown = span(scale(ratio(nominal(part), nominal(whole)), 100));
    yield {
      start: rate.start,
      end: rate.end,
      check: 'rate',
      calculation: `${written(part)} ÷ ${written(whole)} = ${shown}%`,
      quantity: rate,
    };
  }
}

function shareOf(s: Sums, whole: Quantity, between: string, link: string): boolean {
  if (
    !/^(?:[^,。;0-9占]{0,8}[,(]|左右)?(?:约|大约)?占(?:比|了|到|总数的?|全部的?|总量的?|总人数的?)?(?:约|近|为|达到?|约为|高达|超过?)*$/.test(
      link,
    )
  )
    return false;
  const lead = s.text.slice(Math.max(0, whole.start - 10), whole.start);
  // 5000家公司中,有1200家亏损: the whole begins the clause.
  if (/(?:^|[,。;:!?\n])$/.test(lead)) return /^[^,。;0-9]{0,10}[中里],?有?$/.test(between);
  return (
    /(?:其中|里有?|中有?)[^,。;0-9]{0,8}$/.test(between) &&
    between.length <= 16 &&
    /共|总|全|有|的|在/.test(lead) &&
    !/增|减|较|比/.test(between + lead)
  );
}

function margin(s: Sums, whole: Quantity, between: string, link: string): boolean {
  if (!/^[,(]?(?:对应的?)?净利率(?:约|为|达到?|约为|高达|有|是)*$/.test(link)) return false;
  return (
    /^[,、](?:归母|实现)?净利润?(?:为|约|达|是)*$/.test(between) &&
    /(?:营收|营业收入|收入|销售额)(?:为|约|达到?|是)*$/.test(s.text.slice(Math.max(0, whole.start - 10), whole.start))
  );
}
