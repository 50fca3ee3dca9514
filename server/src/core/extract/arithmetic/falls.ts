import { sinceMark } from '../../text/characters.ts';
import { intervalOf, nominal, ratio } from './interval.ts';
import { statedBetween } from './pairs.ts';
import { span, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';

const FALL =
  /(?:下降|下跌|下滑|减少|降低|缩减|缩水|缩小|缩短|萎缩|回落|压缩|[降跌减])(?:幅度?)?(?:了|约|超过?|逾|达到?|整整|足足|将近|接近|近)*$/;
const LOOSE: ReadonlySet<string> = new Set(['below', 'atMost', 'about']);
/** These may fall below zero. */
const SIGNED = /利润|净利|盈利|盈余|亏|收益|业绩|EPS|现金流|增速|增长|增幅|利差|顺差|逆差|净流/;
/** These are themselves told in 倍: 市盈率下降了5倍. */
const IN_TIMES = /估值|市盈|市净|市销|市现|PE|PB|PS|杠杆|倍数|覆盖|比率|换手|溢价|倍.{0,12}$/;
/** 下跌2倍标准差, 减少3倍杠杆产品 */
const OF_THINGS = /^ ?(?:标准差|杠杆|做[多空]|ETF|市盈|市净|PE|PB|的|于|[a-zA-Z])/;

/** 从300家减少到100家,减少了两倍; 价格下跌了两倍: a fall by all there was, or by more. */
export function* wrongFalls(s: Sums): Generator<Mismatch> {
  for (const q of s.quantities) {
    // 数倍, 近一倍: too loose to hold against anybody.
    if (q.kind !== 'multiple' || q.unit !== '倍' || q.min < 1 || (q.min !== q.max && q.approx !== 'above') || LOOSE.has(q.approx)) continue;
    const verb = FALL.exec(s.text.slice(Math.max(0, q.start - 14), q.start));
    if (verb === null || OF_THINGS.test(s.text.slice(q.end, q.end + 4))) continue;
    const start = q.start - verb[0].length;
    const pair = statedBetween(s, { start, end: q.end, quantity: q });
    if (pair !== null) {
      // 从30倍降到10倍,下降了20倍: what is told in 倍 itself falls by so many of them.
      if (pair.to.kind === 'multiple' || intervalOf(pair.to).lo <= 0) continue;
      const calculation = `${written(pair.from)} → ${written(pair.to)} = ${span(ratio(nominal(pair.to), nominal(pair.from)))}倍`;
      yield { start, end: q.end, check: 'fall', calculation, quantity: q };
      continue;
    }
    // The sentence so far as its subject may be.
    const said = sinceMark(s.text, start, 40, '。;\n');
    if (SIGNED.test(said) || IN_TIMES.test(said)) continue;
    yield { start, end: q.end, check: 'fall', calculation: '降1倍即降到0', quantity: q };
  }
}
