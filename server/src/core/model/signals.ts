import type { Cue } from '../extract/cues.ts';
import { classNumber, WORDS, type WordClass } from '../lexicon/index.ts';
import { indexAt, type Paragraph } from '../paragraph.ts';
import { type FeatureList, mix, named } from './features.ts';

/** Classes whose presence in a clause says how it is meant. */
export const SIGNALS: readonly WordClass[] = [
  'forecast',
  'will',
  'hedge',
  'condition',
  'advice',
  'negation',
  'past',
  'habit',
  'first',
  'second',
  'cause',
  'likeness',
  'question',
  'absolute',
  'superlative',
  'loaded',
  'many',
  'degree',
  'change',
  'speech',
  'vague',
  'document',
  'provider',
  'leadIn',
  'promise',
  'unnamedHead',
];
const SIGNAL_NUMBERS = SIGNALS.map(classNumber);
/** Words and classes count by their names, so that weights outlive a change of the lexicon's order. */
export const SIGNAL_HASH = Int32Array.from(SIGNALS, named);
export const WORD_HASH = Int32Array.from(WORDS, named);
/** The first so many signals are also combined in pairs. */
export const PAIRED = 15;

/** What is known of each clause of a paragraph: its signals as bits, and its words of those classes. */
export interface ClauseSignals {
  readonly bits: Int32Array;
  /** Per clause, the signals of its sentence's other clauses. */
  readonly elsewhere: Int32Array;
  /** Per sentence, the signals of all of its clauses. */
  readonly sentences: Int32Array;
  /** Per clause, the cues in it with their signal. */
  readonly cues: readonly (readonly SignalCue[])[];
  readonly kinds: Int32Array;
}

interface SignalCue {
  readonly signal: number;
  readonly cue: Cue;
}

const NO_CUES: readonly SignalCue[] = [];

/** Bits of `kinds`: what quantities and times stand in a clause. */
const KIND = { quantity: 1, percent: 2, money: 4, multiple: 8, relative: 16, ahead: 32, absolute: 64, partial: 128, past: 256 } as const;

export function clauseSignals(p: Paragraph): ClauseSignals {
  const n = p.clauses.length;
  const bits = new Int32Array(n);
  const kinds = new Int32Array(n);
  const cues: (readonly SignalCue[])[] = new Array<readonly SignalCue[]>(n).fill(NO_CUES);
  for (let signal = 0; signal < SIGNAL_NUMBERS.length; signal++) {
    const found = p.cues.ofNumber(SIGNAL_NUMBERS[signal]!);
    for (let i = 0; i < found.length; i++) {
      const cue = found[i]!;
      const c = indexAt(p.clauses, cue.start);
      if (c < 0 || cue.end > p.clauses[c]!.end) continue;
      bits[c]! |= 1 << signal;
      if (cues[c] === NO_CUES) cues[c] = [{ signal, cue }];
      else (cues[c] as SignalCue[]).push({ signal, cue });
    }
  }
  for (const q of p.quantities) {
    const c = indexAt(p.clauses, q.start);
    if (c < 0) continue;
    kinds[c]! |=
      KIND.quantity |
      (q.kind === 'percent' || q.kind === 'percentagePoint'
        ? KIND.percent
        : q.kind === 'money'
          ? KIND.money
          : q.kind === 'multiple'
            ? KIND.multiple
            : 0);
  }
  for (const t of p.times) {
    const c = indexAt(p.clauses, t.start);
    if (c < 0) continue;
    kinds[c]! |=
      t.kind === 'relative' ? KIND.relative : t.kind === 'ahead' ? KIND.ahead : t.kind === 'absolute' ? KIND.absolute : KIND.partial;
  }
  const sentences = new Int32Array(p.sentences.length);
  for (let i = 0; i < n; i++) sentences[p.clauses[i]!.sentence]! |= bits[i]!;
  return { bits, elsewhere: elsewhereOf(p, bits), sentences, cues, kinds };
}

/** From both ends of each sentence, so that a sentence of many clauses costs no more than its length. */
function elsewhereOf(p: Paragraph, bits: Int32Array): Int32Array {
  const out = new Int32Array(bits.length);
  for (const { first, last } of p.sentences) {
    let seen = 0;
    for (let i = first; i < last; i++) {
      out[i] = seen;
      seen |= bits[i]!;
    }
    seen = 0;
    for (let i = last - 1; i >= first; i--) {
      out[i]! |= seen;
      seen |= bits[i]!;
    }
  }
  return out;
}

/** Kinds of blocks by number. */
export const BLOCK_KINDS = ['paragraph', 'heading', 'item', 'quote'];

/** Number of the lowest bit that is set. */
export function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** A template with each signal of a set. */
export function addSignals(template: number, bits: number, out: FeatureList): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) out.add(mix(template, SIGNAL_HASH[lowest(rest)]!));
}
