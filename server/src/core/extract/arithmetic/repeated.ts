import type { Quantity } from '../../types.ts';
import { intervalOf, meet } from './interval.ts';
import { written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';
import { comparable } from './units.ts';

const LEAD =
  /(?:^|[,。;:!?\n])([^,。;:!?\n0-9]{0,8}(?:[0-9]{4}年(?:[0-9]{1,2}月|[一二三四]季度|[上下]半年|全年|前三季度)?)(?:末|底)?[^,。;:!?\n0-9]{0,12}?(?:营收|营业收入|收入|净利润|净利|销售额|销量|产量|产能|市场份额|市占率|员工人数|用户数|门店数|GMV|毛利率|净利率|营业利润|成交额|募资总额|融资额|总资产|总负债|出货量|装机量|市值))(?:为|是|达到?|约|约为|共|实现|仅|只有|已达|高达)*$/;

/** 2023年公司营收20亿元 … 2023年公司营收25亿元: one measure, one time, two values. */
export function* repeatedValues(s: Sums): Generator<Mismatch> {
  let seen: Map<string, Quantity> | null = null;
  for (const q of s.quantities) {
    if (q.min <= 0) continue;
    const lead = LEAD.exec(s.text.slice(Math.max(0, q.start - 40), q.start));
    if (lead === null || /预[计告测期]|快报|目标|计划|修正|原|此前|调整|归属|挂牌/.test(lead[1]!)) continue;
    const name = lead[1]!.replace(/^(?:但|而|另外|此外|报告显示|公告称|他说|其中)/, '').replace(/的|公司|全年/g, '');
    seen ??= new Map();
    const known = seen.get(name);
    if (known === undefined || q.start - known.end > 80) seen.set(name, q);
    else if (/此前|原先|修正|更正|调整|预|分别|其中/.test(s.text.slice(known.end, q.start))) continue;
    else if (comparable(known, q) && !meet(intervalOf(known), intervalOf(q)))
      yield { start: q.start, end: q.end, check: 'repeated', calculation: `${name}:${written(known)} ≠ ${written(q)}`, quantity: q };
  }
}
