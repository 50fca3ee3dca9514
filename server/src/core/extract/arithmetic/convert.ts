import type { Quantity } from '../../types.ts';
import { type Interval, intervalOf, meet, nominal, ratio } from './interval.ts';
import { span, written } from './show.ts';
import type { Mismatch, Sums } from './types.ts';

/** How many of the second one of the first has been since 2000, in yuan; wide, so that only wrong magnitudes stand out. */
const YUAN: Readonly<Record<string, Interval>> = {
  USD: { lo: 5.8, hi: 8.5 },
  HKD: { lo: 0.75, hi: 1.1 },
  EUR: { lo: 6.4, hi: 11.5 },
  GBP: { lo: 7.9, hi: 16 },
  JPY: { lo: 0.04, hi: 0.09 },
  KRW: { lo: 0.0042, hi: 0.0095 },
  TWD: { lo: 0.18, hi: 0.28 },
  AUD: { lo: 3.8, hi: 7.2 },
  CAD: { lo: 4.6, hi: 7.8 },
  SGD: { lo: 4.3, hi: 5.7 },
  CHF: { lo: 4.6, hi: 9.5 },
  CNY: { lo: 1, hi: 1 },
};

/** Base sizes of units of one measure. */
const SIZES: Readonly<Record<string, readonly [string, number]>> = {
  亩: ['area', 666.67],
  公顷: ['area', 10000],
  平方米: ['area', 1],
  平米: ['area', 1],
  平方公里: ['area', 1e6],
  英亩: ['area', 4046.86],
  平方英尺: ['area', 0.092903],
  公里: ['length', 1000],
  千米: ['length', 1000],
  米: ['length', 1],
  英里: ['length', 1609.34],
  海里: ['length', 1852],
  英尺: ['length', 0.3048],
  英寸: ['length', 0.0254],
  厘米: ['length', 0.01],
  吨: ['weight', 1000],
  公斤: ['weight', 1],
  千克: ['weight', 1],
  斤: ['weight', 0.5],
  克: ['weight', 0.001],
  盎司: ['weight', 0.0311],
  磅: ['weight', 0.4536],
};

/** 10亿美元(约合7亿元人民币), 1000亩(合6.7万平方米): conversions that miss. */
export function* wrongConversions(s: Sums): Generator<Mismatch> {
  for (let i = 1; i < s.quantities.length; i++) {
    const a = s.quantities[i - 1]!;
    const b = s.quantities[i]!;
    if (a.min <= 0 || b.min <= 0 || b.start - a.end > 10) continue;
    // 约合 is the approximator of what follows it.
    const link = s.text.slice(a.end, b.start) + (/^(?:约合|折合约|折约)/.exec(b.text)?.[0] ?? '');
    if (!/^[,(]?\s?(?:约合|折合约?|折约|合计?约?|相当于|等于|换算[^,。]{0,3})(?:人民币|约)?$/.test(link)) continue;
    const allowed = rate(a, b);
    if (allowed === null) continue;
    const real = ratio(intervalOf(b), intervalOf(a));
    if (meet(real, allowed)) continue;
    yield {
      start: b.start,
      end: b.end,
      check: 'conversion',
      calculation: `${written(b)} ÷ ${written(a)} = ${span(ratio(nominal(b), nominal(a)))}`,
      quantity: b,
    };
  }
}

/** What one of `a` is in `b`, or null where the two are not of one measure. */
function rate(a: Quantity, b: Quantity): Interval | null {
  if (a.kind === 'money' && b.kind === 'money') {
    if (a.currency === null || b.currency === null || a.currency === b.currency || `${a.unit}${b.unit}`.includes('/')) return null;
    const [x, y] = [YUAN[a.currency], YUAN[b.currency]];
    return x === undefined || y === undefined ? null : ratio(x, y);
  }
  const [x, y] = [SIZES[a.unit ?? ''], SIZES[b.unit ?? '']];
  if (x === undefined || y === undefined || x[0] !== y[0] || a.unit === b.unit) return null;
  const by = x[1] / y[1];
  // Converted figures are often rounded again.
  return { lo: by * 0.97, hi: by * 1.03 };
}
