import type { Span } from '../../server/src/core/index.ts';

/** A text that knows of each unit where in the first version it came from; -1 where it was typed since. */
export interface Traced {
  readonly text: string;
  readonly from: readonly number[];
}

export type Random = () => number;

/** mulberry32: the same seed, the same script. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const int = (next: Random, below: number): number => Math.floor(next() * below);
export const pick = <T>(next: Random, from: readonly T[]): T => from[int(next, from.length)]!;

export function traced(text: string): Traced {
  return { text, from: Array.from({ length: text.length }, (_, i) => i) };
}

/** `end` null: nothing is taken out. */
export function splice({ text, from }: Traced, start: number, to: number | null, insert: Traced): Traced {
  const end = to ?? start;
  return {
    text: text.slice(0, start) + insert.text + text.slice(end),
    from: [...from.slice(0, start), ...insert.from, ...from.slice(end)],
  };
}

export const typed = (text: string): Traced => ({
  text,
  from: Array.from(text, () => -1).concat(Array(text.length - Array.from(text).length).fill(-1)),
});

export const PHRASES = [
  '这一点很重要。',
  '去年',
  '，据他回忆，',
  '3亿元',
  '，增长了30%',
  '业内人士认为，市场还会更大。',
  '的',
  '\n\n补充一段：公司当时的收入不到1000万元，利润更少。\n\n',
  '（编者注）',
  '一定',
  '另外，',
  '他又说：“再过一年，我们的收入会达到50亿元。”',
  '，',
  '近百万人',
];

/** One edit as people make them, outside the editor: typing, deleting, rewriting, moving, copying, decoys. */
export function edit(now: Traced, next: Random): Traced {
  const { text } = now;
  const at = int(next, text.length + 1);
  switch (int(next, 10)) {
    case 0:
    case 1:
      return splice(now, at, at, typed(pick(next, PHRASES)));
    case 2:
      return splice(now, at, Math.min(text.length, at + 1 + int(next, 3)), typed(pick(next, ['', '了', '2', '不', '大概'])));
    case 3:
      return splice(now, at, Math.min(text.length, at + int(next, 60)), typed(''));
    case 4:
      return splice(now, at, Math.min(text.length, at + 5 + int(next, 30)), typed(pick(next, PHRASES) + pick(next, PHRASES)));
    case 5: {
      const { start, end } = sentenceAt(text, at);
      return splice(now, start, end, typed(''));
    }
    case 6: {
      // The same sentence with other numbers, elsewhere: what a careless search would take for the original.
      const { start, end } = sentenceAt(text, at);
      const to = sentenceAt(text, int(next, text.length)).start;
      return splice(now, to, to, renumbered(now, start, end, next));
    }
    case 7: {
      const [piece, rest] = cut(now, paragraphAt(text, at));
      const to = paragraphAt(rest.text, int(next, rest.text.length)).start;
      return splice(rest, to, to, piece);
    }
    case 8: {
      const { start, end } = paragraphAt(text, at);
      const to = paragraphAt(text, int(next, text.length)).start;
      return splice(now, to, to, { text: text.slice(start, end), from: now.from.slice(start, end) });
    }
    default: {
      const { start, end } = sentenceAt(text, at);
      return splice(now, start, end, typed(pick(next, PHRASES)));
    }
  }
}

/** A copy with its numbers changed: these are typed, the rest keeps where it comes from. */
export function renumbered({ text, from }: Traced, start: number, end: number, next: Random): Traced {
  const isNumber = (c: string) => /[\d一二三四五六七八九]/.test(c);
  const units = text.slice(start, end).split('');
  return {
    text: units.map((c) => (isNumber(c) ? String(1 + int(next, 9)) : c)).join(''),
    from: units.map((c, i) => (isNumber(c) ? -1 : from[start + i]!)),
  };
}

export function cut(now: Traced, { start, end }: Span): [Traced, Traced] {
  return [{ text: now.text.slice(start, end), from: now.from.slice(start, end) }, splice(now, start, end, typed(''))];
}

function stretch(text: string, at: number, isBorder: (c: string) => boolean): Span {
  let start = at;
  while (start > 0 && !isBorder(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && !isBorder(text[end]!)) end++;
  return { start, end: Math.min(text.length, end + 1) };
}

export const sentenceAt = (text: string, at: number) => stretch(text, at, (c) => '。！？\n'.includes(c));
export const paragraphAt = (text: string, at: number) => stretch(text, at, (c) => c === '\n');

/** The clause around a span, without the marks that end it. */
export function clauseOf(text: string, { start, end }: Span): Span {
  const border = (c: string) => '，。；：！？、\n“”‘’（）—…,;:!?'.includes(c);
  const last = stretch(text, Math.max(start, end - 1), border);
  return { start: stretch(text, start, border).start, end: Math.max(end, last.end - 1) };
}

/** Where a stretch of the first version stands whole and untouched. */
export function standsAt({ from }: Traced, { start, end }: Span): number[] {
  const places: number[] = [];
  for (let i = from.indexOf(start); i >= 0; i = from.indexOf(start, i + 1)) {
    let n = 1;
    while (n < end - start && from[i + n] === start + n) n++;
    if (n === end - start) places.push(i);
  }
  return places;
}

/** Whether a place is the claim's: the claim itself where it still stands, else what is left of it or was typed in its stead. */
export function isRight(now: Traced, claim: Span, placed: Span, sameWords: boolean): boolean {
  const { from } = now;
  const whole = standsAt(now, claim);
  if (whole.length > 0) return whole.includes(placed.start) && placed.end - placed.start === claim.end - claim.start;
  let own = 0;
  for (let i = placed.start; i < placed.end; i++) if (from[i]! >= claim.start && from[i]! < claim.end) own++;
  if (own * 2 >= placed.end - placed.start) return true;
  const left = from[placed.start - 1] === claim.start - 1;
  const right = from[placed.end] === claim.end;
  return sameWords ? left || right : left && right;
}
