import type { Local } from './local.ts';

const NOTHING: readonly string[] = [];

/** Of the terms of a paragraph that are explained once an article, those that an earlier one has. */
export function seenBefore(locals: readonly Local[], index: number): readonly string[] {
  const { once } = locals[index]!;
  if (once.length === 0) return NOTHING;
  const missing = new Set(once);
  for (let i = 0; i < index && missing.size > 0; i++) for (const term of locals[i]!.once) missing.delete(term);
  return once.filter((term) => !missing.has(term));
}

/** The paragraphs behind a change in which a term has become the first of the article, or ceased to be; in the numbers of the new state. */
export function turnedTerms(before: readonly Local[], now: readonly Local[], head: number, tail: number): ReadonlySet<number> {
  const turned = new Set<number>();
  const gone = termsOf(before, head, before.length - tail);
  const come = termsOf(now, head, now.length - tail);
  const moved = new Set<string>();
  for (const term of gone) if (!come.has(term)) moved.add(term);
  for (const term of come) if (!gone.has(term)) moved.add(term);
  for (let i = 0; i < head && moved.size > 0; i++) for (const term of now[i]!.once) moved.delete(term);
  for (let i = now.length - tail; i < now.length && moved.size > 0; i++) {
    for (const term of now[i]!.once) if (moved.delete(term)) turned.add(i);
  }
  return turned;
}

function termsOf(locals: readonly Local[], from: number, to: number): Set<string> {
  const terms = new Set<string>();
  for (let i = from; i < to; i++) for (const term of locals[i]!.once) terms.add(term);
  return terms;
}
