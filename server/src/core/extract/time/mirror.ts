import type { TimeExpression, TimeValue } from '../../types.ts';
import { among } from '../quantity/characters.ts';

type Offset = Extract<TimeValue, { readonly type: 'offset' }>;

/** So far back, and so many times back, the period that a comparison is with is looked for. */
const BACK = 100;
const TIMES_BACK = 4;

/** What 去年 of 去年同期, 上月 of 较上月 mean: the same stretch of the period that was named before them, else their own. */
export function mirrored(text: string, start: number, end: number, own: Offset, out: readonly TimeExpression[]): TimeValue {
  if (own.from >= 0 || out.length === 0) return own;
  if (own.unit === 'year' ? text[end] !== '同' || !among('期月季', text, end + 1) : !among('较比与和同于跟', text, start - 1)) return own;
  for (let i = out.length - 1; i >= Math.max(0, out.length - TIMES_BACK); i--) {
    const time = out[i]!;
    if (!near(text, time.end, start)) break;
    const period = own.unit === 'year' ? stretchOf(time.value) : like(own.unit, time.value);
    if (period !== null) return { type: 'mirror', of: own, period };
  }
  return own;
}

/** In the same sentence or the one before it. */
function near(text: string, from: number, to: number): boolean {
  if (to - from > BACK) return false;
  let ends = 0;
  for (let i = from; i < to; i++) {
    if (text[i] === '\n') return false;
    if (among('。!?', text, i)) ends++;
  }
  return ends <= 1;
}

/** A stretch that another year has, too: no single day, no span that is counted back from today. */
function stretchOf(value: TimeValue): TimeValue | null {
  switch (value.type) {
    case 'mirror':
      return value.period;
    case 'since':
      return value;
    case 'partial':
      return value.part.day === undefined || value.part.lastDay !== undefined ? value : null;
    case 'offset':
      return value.unit !== 'day' && value.part?.day === undefined ? value : null;
    case 'fixed':
      return value.from !== null && value.until !== null && value.from !== value.until ? value : null;
    default:
      return null;
  }
}

/** A month before 上月, a quarter before 上季度. */
function like(unit: Offset['unit'], value: TimeValue): TimeValue | null {
  if (value.type === 'partial') {
    const { month, lastMonth, day, quarter, lastQuarter } = value.part;
    if (unit === 'month') return month !== undefined && lastMonth === undefined && day === undefined ? value : null;
    return unit === 'quarter' && quarter !== undefined && lastQuarter === undefined ? value : null;
  }
  if (value.type !== 'fixed' || value.from === null || value.until === null || value.from === value.until) return null;
  const months = Number(value.until.slice(5, 7)) - Number(value.from.slice(5, 7));
  const one = value.from.slice(0, 4) === value.until.slice(0, 4) && months === (unit === 'month' ? 0 : 2);
  return one && (unit === 'month' || unit === 'quarter') ? value : null;
}
