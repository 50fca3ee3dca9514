import { named } from '../model/features.ts';

const CONTEXT = 12;

/** A claim's id but for its ordinal: from code, words and neighbourhood, so that it stays while these stay. */
export function identity(code: string, text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  const a = named(`${code}\u0000${text.slice(start, end)}\u0000${before}`) >>> 0;
  const b = named(`${after}\u0000${text.slice(start, end)}\u0000${code}`) >>> 0;
  return a.toString(36).padStart(7, '0') + b.toString(36).padStart(7, '0');
}
