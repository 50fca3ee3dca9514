import { parseNumeral } from '../quantity/numeral.ts';
import type { Mismatch, Sums } from './types.ts';

/** Ranges upside down: 300万到200万. */
export function* wrongRanges(s: Sums): Generator<Mismatch> {
  for (let i = 0; i < s.quantities.length; i++) {
    const q = s.quantities[i]!;
    if (q.min < 0 || q.kind === 'duration') continue;
    const inner = q.min < q.max ? INSIDE.exec(q.text.replaceAll(' ', '')) : null;
    if (inner === null || moves(s.text, q.start)) continue;
    const left = parseNumeral(inner[1]!, 0);
    const right = parseNumeral(inner[2]!, 0);
    if (left === null || right === null || left.min <= right.max) continue;
    // A loss may be told from the greater one on, unless it is out of all proportion.
    if (left.min < right.max * 20 && /亏/.test(s.text.slice(Math.max(0, q.start - 30), q.start))) continue;
    yield { start: q.start, end: q.end, check: 'range', calculation: `${inner[1]} > ${inner[2]}`, quantity: q };
  }
}

/** Both ends say their whole number, so that nothing is inherited from the other: 300万到200万, 60%-40%. */
const INSIDE =
  /([0-9][0-9,.]*[万亿]{0,2})(?:(?:%|[\u4e00-\u9fff]{0,3})(?:到|至|~)|(?:%|[\u4e00-\u9fff]{1,3}|(?<=[万亿]))-)([0-9][0-9,.]*[万亿]{0,2})/;

/** 从300万降到200万 and its like: two values of one measure. */
function moves(text: string, start: number): boolean {
  return /[从由自降跌减缩升涨增调落回撤高低]|目标价|支撑|压力|交投|波动|[(=]$|滑/.test(text.slice(Math.max(0, start - 10), start));
}
