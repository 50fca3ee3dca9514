import type { Quantity } from '../../types.ts';

/** Whether two quantities measure in one unit, so that they can be set against one another. */
export function comparable(a: Quantity, b: Quantity): boolean {
  if (a.min <= 0 || b.min <= 0) return false;
  if (a.kind === 'money' || b.kind === 'money') {
    const one = a.kind === 'money' && b.kind === 'money';
    if (one) return per(a) === per(b) && (a.currency === b.currency || a.unit === null || b.unit === null);
    // 从20亿增至50亿元: one of them says no unit.
    const plain = a.kind === 'money' ? b : a;
    const money = a.kind === 'money' ? a : b;
    return plain.kind === 'other' && plain.unit === null && per(money) === '' && plain.min >= 1000;
  }
  if (a.kind !== b.kind) {
    const bare = a.unit === null ? a : b;
    const other = bare === a ? b : a;
    return bare.kind === 'other' && bare.unit === null && other.kind === 'count' && bare.min >= 10;
  }
  if (a.kind === 'percent' || a.kind === 'percentagePoint' || a.kind === 'multiple') return true;
  return plainUnit(a) === plainUnit(b);
}

/** 元/吨 → /吨 */
function per(q: Quantity): string {
  const slash = q.unit?.indexOf('/') ?? -1;
  return slash < 0 ? '' : q.unit!.slice(slash);
}

const SAME: Readonly<Record<string, string>> = { 人: '名', 位: '名', 千克: '公斤', 平米: '平方米', 平: '平方米' };

function plainUnit(q: Quantity): string {
  return q.unit === null ? '' : (SAME[q.unit] ?? q.unit);
}
