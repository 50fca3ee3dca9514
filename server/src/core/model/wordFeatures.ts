import { indexAt, type Paragraph } from '../paragraph.ts';
import type { Word } from '../types.ts';
import { type FeatureList, mix, named } from './features.ts';

const W = {
  edges: named('w.edges'),
  tag: named('w.tag'),
  left: named('w.left'),
  right: named('w.right'),
  rightWord: named('w.rightWord'),
  leftWord: named('w.leftWord'),
  pair: named('w.pair'),
};

/**
 * What the word segmenter says about a phrase: whether it begins and ends where words do, and the parts of speech of the word
 * it stands in and of its neighbours. Adds nothing where the segmenter is not loaded.
 */
export function wordFeatures(p: Paragraph, start: number, end: number, cue: number, out: FeatureList): void {
  const clause = p.clauses[indexAt(p.clauses, start)];
  if (clause === undefined) return;
  const words = p.words(clause.start, clause.end);
  if (words === null) return;
  const first = indexAt(words, start);
  const last = indexAt(words, end - 1);
  const at = words[first];
  if (at === undefined) return;
  const edges = (at.start === start ? 1 : 0) + (words[last]?.end === end ? 2 : 0);
  const tag = tagOf(at);
  const left = tagOf(words[first - 1]);
  const right = tagOf(words[last + 1]);
  out.add(mix(W.edges, edges));
  out.add(mix(mix(W.edges, edges), cue));
  out.add(mix(mix(W.tag, tag), edges));
  out.add(mix(mix(W.left, left), edges));
  out.add(mix(mix(W.right, right), edges));
  out.add(mix(mix(W.right, right), cue));
  out.add(mix(mix(W.pair, left), right));
}

function tagOf(word: Word | undefined): number {
  if (word === undefined) return 0;
  const { tag } = word;
  return tag.charCodeAt(0) | ((tag.charCodeAt(1) || 0) << 8);
}
