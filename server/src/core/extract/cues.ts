import { CLASS_NAMES, classNumber, lexiconTrie, WORD_CLASSES, WORDS, type WordClass } from '../lexicon/index.ts';
import type { Span } from '../types.ts';

/** A word of a lexicon where it stands in a paragraph. */
export interface Cue extends Span {
  /** Word number; see lexicon/index.ts. */
  readonly word: number;
}

const INERT = classNumber('inert');
const CLASS_COUNT = CLASS_NAMES.length;
const NONE: readonly Cue[] = [];
/** By word number: whether it is inert, and whether it is anything else. */
const IS_INERT = Uint8Array.from(WORD_CLASSES, (classes) => (classes.includes(INERT) ? 1 : 0));
const IS_CUE = Uint8Array.from(WORD_CLASSES, (classes) => (classes.some((c) => c !== INERT) ? 1 : 0));

/** The cues of one paragraph, by class, in text order; within a class the longest word at a place, none inside another. */
export class Cues {
  private readonly byClass: (Cue[] | undefined)[] = new Array<undefined>(CLASS_COUNT).fill(undefined);

  constructor(text: string) {
    const all: Cue[] = [];
    const inert: Cue[] = [];
    const found = lexiconTrie().scan(text);
    for (let i = 0; i < found.length; i += 3) {
      const word = found.items[i]!;
      const cue = { start: found.items[i + 1]!, end: found.items[i + 2]!, word };
      if (IS_INERT[word]) inert.push(cue);
      if (IS_CUE[word]) all.push(cue);
    }
    let from = 0;
    for (let i = 0; i < all.length; i++) {
      const cue = all[i]!;
      // Inert words begin at most a few characters before what they cover.
      while (from < inert.length && inert[from]!.start < cue.start - 8) from++;
      if (from < inert.length && covered(cue, inert, from)) continue;
      const classes = WORD_CLASSES[cue.word]!;
      for (let k = 0; k < classes.length; k++) this.add(classes[k]!, cue);
    }
  }

  private add(cls: number, cue: Cue): void {
    if (cls === INERT) return;
    const list = this.byClass[cls];
    if (list === undefined) {
      this.byClass[cls] = [cue];
      return;
    }
    let n = list.length;
    // The scan reports shorter words first at one place: the longer one takes their place.
    while (n > 0 && list[n - 1]!.start === cue.start) {
      list.pop();
      n--;
    }
    if (n > 0 && list[n - 1]!.end >= cue.end) return;
    list.push(cue);
  }

  of(name: WordClass): readonly Cue[] {
    return this.byClass[classNumber(name)] ?? NONE;
  }

  ofNumber(cls: number): readonly Cue[] {
    return this.byClass[cls] ?? NONE;
  }
}

function covered(cue: Cue, inert: readonly Cue[], from: number): boolean {
  const length = cue.end - cue.start;
  for (let i = from; i < inert.length && inert[i]!.start <= cue.start; i++) {
    const other = inert[i]!;
    if (other.end >= cue.end && other.end - other.start > length) return true;
  }
  return false;
}

/** Whether the list has a cue that lies within `[start, end)`. */
export function hasCue(list: readonly Cue[], start: number, end: number): boolean {
  return firstCue(list, start, end) !== undefined;
}

/** The first cue of the list that lies within `[start, end)`. */
export function firstCue(list: readonly Cue[], start: number, end: number): Cue | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const cue = list[low];
  return cue !== undefined && cue.end <= end ? cue : undefined;
}

export function wordOf(cue: Cue): string {
  return WORDS[cue.word]!;
}
