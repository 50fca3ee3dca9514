import { resolveTime } from '../extract/time/index.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Horizon, TimeExpression } from '../types.ts';

/** The time expression that bounds a prediction: in its clause, else in an earlier clause of its sentence. */
export function horizonOf(p: Paragraph, clause: number, date: string | null): Horizon | null {
  const { start, end, sentence } = p.clauses[clause]!;
  const first = p.sentences[sentence]?.start ?? start;
  const within = p.times.filter((t) => t.start >= first && t.end <= end && bounds(t, date));
  const time = within.find((t) => t.start >= start) ?? within.findLast((t) => t.end <= start);
  if (time === undefined) return null;
  const range = date === null && time.value.type !== 'fixed' ? null : resolveTime(time.value, date ?? '1970-01-01');
  return { text: p.block.prose.slice(time.start, time.end), from: range?.from ?? null, until: range?.until ?? null };
}

/** Whether a time expression can bound something ahead of the writing. */
function bounds(t: TimeExpression, date: string | null): boolean {
  if (t.kind === 'ahead' || t.kind === 'partial') return true;
  const { value } = t;
  if (t.kind === 'absolute') return value.type !== 'fixed' || value.until === null || date === null || value.until >= date;
  if (t.kind === 'relative')
    return (value.type === 'offset' && value.until >= 0 && value.from >= 0) || value.type === 'weekday' || value.type === 'partial';
  return false;
}
