import type { Approx, Quantity } from '../../types.ts';
import { combine, leadBefore, tailAfter } from './approx.ts';
import type { FixedAmount } from './fixed.ts';

/** The position after what stands at `i`; a quantity found there is put on `out`. */
export type Step = (text: string, i: number, out: Quantity[]) => number;

/** Puts a fixed amount on `out`; returns where it ends. */
export function emitFixed(text: string, i: number, fixed: FixedAmount, out: Quantity[]): number {
  emit(text, i, fixed.end, fixed.min, fixed.max, fixed.approx, fixed.kind, fixed.unit, null, out);
  return out.at(-1)!.end;
}

export function floorOf(out: readonly Quantity[]): number {
  return out.length === 0 ? 0 : out[out.length - 1]!.end;
}

/** Puts an amount with the approximators around it on `out`. */
export function emit(
  text: string,
  start: number,
  end: number,
  min: number,
  max: number,
  inner: Approx,
  kind: Quantity['kind'],
  unit: string | null,
  currency: string | null,
  out: Quantity[],
): void {
  const lead = leadBefore(text, start, floorOf(out), leadAllowed(text, start));
  const tail = tailAfter(text, end);
  const approx = combine(lead.approx, inner, tail.approx);
  out.push({ start: lead.start, end: tail.end, text: text.slice(lead.start, tail.end), min, max, approx, kind, unit, currency });
}

/** 过 only before 半, 百, 亿 and the like; 小 only before 百 and more; */
export function leadAllowed(text: string, start: number): (word: string) => boolean {
  return (word) => {
    if (word === '破') return /^[百千万亿]/.test(text[start] ?? '');
    if (word === '过') return /^[百千万亿]|^[一二三四五六七八九]成/.test(text.slice(start, start + 2));
    if (word === '小') return /^[一两二三四五六七八九][百千万]/.test(text.slice(start, start + 2));
    return true;
  };
}
