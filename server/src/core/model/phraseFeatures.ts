import { indexAt, type Paragraph } from '../paragraph.ts';
import { codeAt } from '../text/characters.ts';
import { bucket, type FeatureList, mix, named } from './features.ts';
import { addSignals, BLOCK_KINDS, type ClauseSignals, lowest, SIGNAL_HASH, WORD_HASH } from './signals.ts';

const P = {
  bias: named('bias'),
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
  let c = codeAt(text, from);
  for (let i = from; i < to; i++) {
    items[length++] = mix(one, c);
    if (i + 1 === to) break;
    const next = codeAt(text, i + 1);
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
  out.add(P.bias);
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
