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
  private readonly byClass: (Cue[] | undefined)[] = new Array(CLASS_COUNT);

  constructor(text: string) {
    const all: Cue[] = [];
    const inert: Cue[] = [];
    lexiconTrie().scan(text, (word, start, end) => {
      const cue = { start, end, word };
      if (IS_INERT[word]) inert.push(cue);
      if (IS_CUE[word]) all.push(cue);
    });
    let from = 0;
    for (const cue of all) {
      // Inert words begin at most a few characters before what they cover.
      while (from < inert.length && inert[from]!.start < cue.start - 8) from++;
      if (covered(cue, inert, from)) continue;
      for (const cls of WORD_CLASSES[cue.word]!) this.add(cls, cue);
    }
  }

  private add(cls: number, cue: Cue): void {
    if (cls === INERT) return;
    const list = this.byClass[cls];
    if (list === undefined) {
      this.byClass[cls] = [cue];
      return;
    }
    let last = list.at(-1);
    // The scan reports shorter words first at one place: the longer one takes their place.
    while (last !== undefined && last.start === cue.start) {
      list.pop();
      last = list.at(-1);
    }
    if (last !== undefined && last.end >= cue.end) return;
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
