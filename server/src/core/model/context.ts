import type { Cue } from '../extract/cues.ts';
import { CLASS_NAMES, classNumber, WORDS, type WordClass } from '../lexicon/index.ts';
import { indexAt, type Paragraph } from '../paragraph.ts';
import { bucket, type FeatureList, mix, named } from './features.ts';

/** Classes whose presence in a clause says how it is meant. */
const SIGNALS: readonly WordClass[] = [
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
const SIGNAL_HASH = Int32Array.from(SIGNALS, named);
const WORD_HASH = Int32Array.from(WORDS, named);
/** The first so many signals are also combined in pairs. */
const PAIRED = 15;

/** What is known of each clause of a paragraph: its signals as bits, and its words of those classes. */
export interface ClauseSignals {
  readonly bits: Int32Array;
  /** Per clause, the signals of its sentence's other clauses. */
  readonly elsewhere: Int32Array;
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
  return { bits, elsewhere: elsewhereOf(p, bits), cues, kinds };
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

const T = {
  bias: named('bias'),
  gram1: named('g1'),
  gram2: named('g2'),
  gram3: named('g3'),
  gram4: named('g4'),
  word: named('word'),
  cls: named('cls'),
  pair: named('pair'),
  first: named('first'),
  last: named('last'),
  mark: named('mark'),
  sentenceMark: named('smark'),
  place: named('place'),
  size: named('size'),
  kind: named('kind'),
  before: named('before'),
  beforeEnd: named('bend'),
  beforeCls: named('bcls'),
  beforeWord: named('bword'),
  after: named('after'),
  afterStart: named('astart'),
  afterCls: named('acls'),
  afterWord: named('aword'),
  elsewhere: named('else'),
  earlier: named('earlier'),
  words: named('words'),
  wordKind: named('wordkind'),
  block: named('block'),
  quoted: named('quoted'),
  start2: named('start2'),
  end2: named('end2'),
  end3: named('end3'),
  start3: named('start3'),
  clsKind: named('clskind'),
};

// Constants of their own: the innermost loops read no object.
const GRAM1 = T.gram1;
const GRAM2 = T.gram2;
const GRAM3 = T.gram3;
const GRAM4 = T.gram4;

const BLOCK_KINDS = ['paragraph', 'heading', 'item', 'quote'];

/** The features of one clause: its own characters and words, its neighbours, its sentence. */
export function clauseFeatures(p: Paragraph, signals: ClauseSignals, index: number, out: FeatureList): void {
  const clause = p.clauses[index]!;
  const { start, end } = clause;
  const { text } = p;
  out.add(T.bias);
  let a = 0;
  let b = 0;
  let c = 0;
  const items = out.reserve(4 * (end - start));
  let { length } = out;
  for (let i = start; i < end; i++) {
    const d = text.charCodeAt(i);
    items[length++] = mix(GRAM1, d);
    items[length++] = mix(mix(GRAM2, c), d);
    if (i > start) items[length++] = mix(mix(mix(GRAM3, b), c), d);
    if (i > start + 1) items[length++] = mix(mix(mix(mix(GRAM4, a), b), c), d);
    a = b;
    b = c;
    c = d;
  }
  out.length = length;
  out.add(mix(mix(T.gram2, c), 0));
  out.add(mix(mix(mix(T.gram3, b), c), 0));
  out.add(mix(mix(T.start2, text.charCodeAt(start)), text.charCodeAt(start + 1)));
  const bits = signals.bits[index]!;
  for (const { signal, cue } of signals.cues[index]!) {
    out.add(mix(mix(T.word, SIGNAL_HASH[signal]!), WORD_HASH[cue.word]!));
    if (cue.start === start) out.add(mix(mix(T.first, SIGNAL_HASH[signal]!), WORD_HASH[cue.word]!));
    if (cue.end === end) out.add(mix(mix(T.last, SIGNAL_HASH[signal]!), WORD_HASH[cue.word]!));
  }
  const kinds = signals.kinds[index]!;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const s = lowest(rest);
    out.add(mix(T.cls, SIGNAL_HASH[s]!));
    if (s >= PAIRED) continue;
    if (kinds) out.add(mix(mix(T.clsKind, SIGNAL_HASH[s]!), kinds & 0x1f0));
    for (let t = s + 1; t < PAIRED; t++) if (bits & (1 << t)) out.add(mix(mix(T.pair, SIGNAL_HASH[s]!), SIGNAL_HASH[t]!));
  }
  for (let k = 0; k < 9; k++) if (kinds & (1 << k)) out.add(mix(T.kind, k));
  out.add(mix(T.mark, clause.mark.charCodeAt(0) | 0));
  const sentence = p.sentences[clause.sentence];
  out.add(mix(T.size, bucket(end - start)));
  out.add(mix(T.block, BLOCK_KINDS.indexOf(p.block.kind)));
  if (sentence === undefined) return;
  out.add(mix(T.sentenceMark, sentence.mark.charCodeAt(0) | 0));
  out.add(mix(T.place, (index === sentence.first ? 1 : 0) + (index === sentence.last - 1 ? 2 : 0)));
  if (index > 0) {
    const prev = p.clauses[index - 1]!;
    const same = prev.sentence === clause.sentence ? 1 : 0;
    out.add(mix(mix(T.beforeEnd, same), text.charCodeAt(prev.end - 1)));
    for (let rest = signals.bits[index - 1]!; rest !== 0; rest &= rest - 1)
      out.add(mix(mix(T.beforeCls, SIGNAL_HASH[lowest(rest)]!), same));
    if (same)
      for (const { signal, cue } of signals.cues[index - 1]!)
        if (signal < PAIRED) out.add(mix(mix(T.beforeWord, SIGNAL_HASH[signal]!), WORD_HASH[cue.word]!));
  }
  if (index + 1 < p.clauses.length) {
    const next = p.clauses[index + 1]!;
    const same = next.sentence === clause.sentence ? 1 : 0;
    out.add(mix(mix(mix(T.afterStart, same), text.charCodeAt(next.start)), text.charCodeAt(next.start + 1)));
    for (let rest = signals.bits[index + 1]!; rest !== 0; rest &= rest - 1) out.add(mix(mix(T.afterCls, SIGNAL_HASH[lowest(rest)]!), same));
  }
  addSignals(T.elsewhere, signals.elsewhere[index]!, out);
  for (let i = Math.max(sentence.first, index - 4); i < index - 1; i++)
    for (const { signal, cue } of signals.cues[i]!)
      if (signal < 4) out.add(mix(mix(T.earlier, SIGNAL_HASH[signal]!), WORD_HASH[cue.word]!));
  if (index + 1 < sentence.last)
    for (const { signal, cue } of signals.cues[index + 1]!)
      if (signal < PAIRED) out.add(mix(mix(T.afterWord, SIGNAL_HASH[signal]!), WORD_HASH[cue.word]!));
  // Cue words in pairs: 如果…就, 只要…会.
  const own = signals.cues[index]!;
  const most = Math.min(own.length, 6);
  for (let i = 0; i < most; i++)
    for (let j = i + 1; j < most; j++) out.add(mix(mix(T.words, WORD_HASH[own[i]!.cue.word]!), WORD_HASH[own[j]!.cue.word]!));
  for (let i = 0; i < most; i++) out.add(mix(mix(T.wordKind, WORD_HASH[own[i]!.cue.word]!), kinds));
}

/** Number of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function addSignals(template: number, bits: number, out: FeatureList): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) out.add(mix(template, SIGNAL_HASH[lowest(rest)]!));
}

const P = {
  cue: named('p.cue'),
  text: named('p.text'),
  left1: named('p.l1'),
  left2: named('p.l2'),
  left3: named('p.l3'),
  right1: named('p.r1'),
  right2: named('p.r2'),
  right3: named('p.r3'),
  around: named('p.around'),
  cls: named('p.cls'),
  word: named('p.word'),
  clsCue: named('p.clscue'),
  near: named('p.near'),
  after: named('p.after'),
  before: named('p.before'),
  kind: named('p.kind'),
  place: named('p.place'),
  elsewhere: named('p.else'),
  mark: named('p.mark'),
  block: named('p.block'),
  size: named('p.size'),
  bag: named('p.bag'),
  bag2: named('p.bag2'),
  group: named('p.group'),
  groupCls: named('p.gcls'),
  groupL1: named('p.gl1'),
  groupR1: named('p.gr1'),
  groupR2: named('p.gr2'),
  groupL2: named('p.gl2'),
  start: named('p.start'),
  clauseSize: named('p.csize'),
  nextCls: named('p.nextc'),
  prevCls: named('p.prevc'),
};

/** So many characters on either side count: more than clauses have, fewer than a line without punctuation may have. */
const BAG = 400;
const BAG_BEFORE = mix(P.bag, 0);
const BAG_AFTER = mix(P.bag, 2);
const BAG2_BEFORE = mix(P.bag2, 0);
const BAG2_AFTER = mix(P.bag2, 2);

/** The characters of a stretch, and their pairs. */
function bag(text: string, from: number, to: number, one: number, two: number, out: FeatureList): void {
  if (to <= from) return;
  const items = out.reserve(2 * (to - from));
  let { length } = out;
  let c = text.charCodeAt(from);
  for (let i = from; i < to; i++) {
    items[length++] = mix(one, c);
    if (i + 1 === to) break;
    const next = text.charCodeAt(i + 1);
    items[length++] = mix(mix(two, c), next);
    c = next;
  }
  out.length = length;
}

/** The features of a phrase in its clause. `cue` names what was found, `group` the kind of finding. */
export function phraseFeatures(
  p: Paragraph,
  signals: ClauseSignals,
  start: number,
  end: number,
  cue: number,
  group: number,
  out: FeatureList,
): void {
  const { text } = p;
  const at = (i: number) => (i >= 0 && i < text.length ? text.charCodeAt(i) : 0);
  out.add(T.bias);
  out.add(mix(P.group, group));
  out.add(mix(P.cue, cue));
  const l1 = at(start - 1);
  const l2 = at(start - 2);
  const l3 = at(start - 3);
  const r1 = at(end);
  const r2 = at(end + 1);
  const r3 = at(end + 2);
  out.add(mix(P.left1, l1));
  out.add(mix(mix(P.left2, l2), l1));
  out.add(mix(mix(mix(P.left3, l3), l2), l1));
  out.add(mix(P.right1, r1));
  out.add(mix(mix(P.right2, r1), r2));
  out.add(mix(mix(mix(P.right3, r1), r2), r3));
  out.add(mix(mix(P.around, l1), r1));
  out.add(mix(mix(P.groupL1, group), l1));
  out.add(mix(mix(P.groupR1, group), r1));
  out.add(mix(mix(P.groupR2, cue), mix(r1, r2)));
  out.add(mix(mix(P.groupL2, cue), mix(l2, l1)));
  out.add(mix(P.size, bucket(end - start)));
  out.add(mix(P.block, BLOCK_KINDS.indexOf(p.block.kind)));
  const index = indexAt(p.clauses, start);
  const clause = p.clauses[index];
  if (clause === undefined) return;
  const bits = signals.bits[index]!;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const s = lowest(rest);
    out.add(mix(P.cls, SIGNAL_HASH[s]!));
    out.add(mix(mix(P.clsCue, SIGNAL_HASH[s]!), cue));
    out.add(mix(mix(P.groupCls, SIGNAL_HASH[s]!), group));
  }
  for (const { signal, cue: c } of signals.cues[index]!) {
    if (c.end <= start) {
      out.add(mix(mix(P.before, SIGNAL_HASH[signal]!), WORD_HASH[c.word]!));
      if (start - c.end <= 2) out.add(mix(mix(P.near, SIGNAL_HASH[signal]!), WORD_HASH[c.word]!));
    } else if (c.start >= end) {
      out.add(mix(mix(P.after, SIGNAL_HASH[signal]!), WORD_HASH[c.word]!));
      if (c.start - end <= 2) out.add(mix(mix(P.near, ~SIGNAL_HASH[signal]!), WORD_HASH[c.word]!));
    }
  }
  bag(text, Math.max(clause.start, start - BAG), Math.min(start, clause.end), BAG_BEFORE, BAG2_BEFORE, out);
  bag(text, Math.max(end, clause.start), Math.min(clause.end, end + BAG), BAG_AFTER, BAG2_AFTER, out);
  const kinds = signals.kinds[index]!;
  for (let k = 0; k < 9; k++) if (kinds & (1 << k)) out.add(mix(mix(P.kind, k), group));
  out.add(mix(P.mark, clause.mark.charCodeAt(0) | 0));
  out.add(mix(P.clauseSize, bucket(clause.end - clause.start)));
  out.add(mix(P.start, (start === clause.start ? 1 : 0) + (end === clause.end ? 2 : 0)));
  const sentence = p.sentences[clause.sentence];
  if (sentence === undefined) return;
  out.add(mix(P.mark, 0x10000 + (sentence.mark.charCodeAt(0) | 0)));
  out.add(mix(P.place, (index === sentence.first ? 1 : 0) + (index === sentence.last - 1 ? 2 : 0)));
  addSignals(P.elsewhere, signals.elsewhere[index]!, out);
  if (index > 0) addSignals(P.prevCls, signals.bits[index - 1]!, out);
  if (index + 1 < p.clauses.length) addSignals(P.nextCls, signals.bits[index + 1]!, out);
}

export const SIGNAL_NAMES: readonly string[] = SIGNALS;
export { CLASS_NAMES };
