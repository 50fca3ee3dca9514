import type { Paragraph } from '../paragraph.ts';
import { codeAt } from '../text/characters.ts';
import { bucket, type FeatureList, mix, named } from './features.ts';
import { addSignals, BLOCK_KINDS, type ClauseSignals, lowest, PAIRED, SIGNAL_HASH, WORD_HASH } from './signals.ts';

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
  prevSentence: named('prevsent'),
  nextSentence: named('nextsent'),
};

// Constants of their own: the innermost loops read no object.
const GRAM1 = T.gram1;
const GRAM2 = T.gram2;
const GRAM3 = T.gram3;
const GRAM4 = T.gram4;

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
  out.add(mix(mix(T.start2, codeAt(text, start)), codeAt(text, start + 1)));
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
  addSignals(T.prevSentence, signals.sentences[clause.sentence - 1] ?? 0, out);
  addSignals(T.nextSentence, signals.sentences[clause.sentence + 1] ?? 0, out);
  if (index > 0) {
    const prev = p.clauses[index - 1]!;
    const same = prev.sentence === clause.sentence ? 1 : 0;
    out.add(mix(mix(T.beforeEnd, same), codeAt(text, prev.end - 1)));
    for (let rest = signals.bits[index - 1]!; rest !== 0; rest &= rest - 1)
      out.add(mix(mix(T.beforeCls, SIGNAL_HASH[lowest(rest)]!), same));
    if (same)
      for (const { signal, cue } of signals.cues[index - 1]!)
        if (signal < PAIRED) out.add(mix(mix(T.beforeWord, SIGNAL_HASH[signal]!), WORD_HASH[cue.word]!));
  }
  if (index + 1 < p.clauses.length) {
    const next = p.clauses[index + 1]!;
    const same = next.sentence === clause.sentence ? 1 : 0;
    out.add(mix(mix(mix(T.afterStart, same), codeAt(text, next.start)), codeAt(text, next.start + 1)));
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
