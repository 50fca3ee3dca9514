// Candidates of labelled articles, with the slots of their features and the label that each answers.
import { CLAUSE_CODES, Model, phraseSlot } from '../../server/src/core/model/model.ts';
import { collectSamples } from '../../server/src/core/training.ts';
import { CODES } from '../../server/src/core/types.ts';
import { overlap, readSet } from './data.mjs';

export const CLAUSE_BITS = 17;
/** Sizes of the phrase codes' tables, by how many labels there are to learn from. */
const FEW = ['promised-return', 'self-interest', 'anonymous-example', 'missing-baseline', 'number-mismatch', 'unattributed-quote'];
export const PHRASE_BITS = Object.fromEntries(
  CODES.filter((code) => !CLAUSE_CODES.includes(code)).map((code) => [
    code,
    code === 'unsourced-number' ? 17 : FEW.includes(code) ? 15 : 16,
  ]),
);

const untrained = new Model({ provenance: '', clauseBits: 1, phraseBits: {}, clause: '', phrase: '', scales: {}, threshold: {} });

/** Articles of `DIR` or `DIR=WEIGHT` with their samples; of the codes asked for only. */
export function readSamples(spec, codes, segmenter, labelled = true) {
  const [dir, weight] = spec.split('=');
  return readSet(dir, Number(weight ?? 1), labelled).map((doc) => ({ ...samplesOf(doc, codes, segmenter), dir }));
}

/** An article with its candidates of the codes asked for. */
export function samplesOf(doc, codes, segmenter) {
  const shared = new Map();
  const samples = [];
  for (const s of collectSamples(doc.article, untrained, segmenter)) {
    const { code } = s.candidate;
    if (!codes.includes(code) || doc.unjudged?.has(code)) continue;
    const label = labelOf(doc.labels, code, s);
    if (label === null && labelOf(doc.doubts ?? [], code, s) !== null) continue;
    if (label === null && doc.wrong && labelOf(doc.wrong, code, s) === null) continue;
    samples.push({
      candidate: s.candidate,
      code,
      start: s.start,
      end: s.end,
      paragraph: `${doc.name}#${s.paragraph}`,
      slots: slotsOf(s.features, code, shared),
      label,
      score: 0,
    });
  }
  return { ...doc, samples };
}

/** The slots of features in a code's table. The clause codes share theirs. */
function slotsOf(features, code, shared) {
  const clause = CLAUSE_CODES.includes(code);
  const mask = (1 << (clause ? CLAUSE_BITS : PHRASE_BITS[code])) - 1;
  if (!clause) return features.map((f) => phraseSlot(f, mask));
  // Candidates of one clause come one after another with features of the same length.
  const key = `${features.length} ${features[0]} ${features.at(-1)} ${features.slice(1, 40).join()}`;
  const known = shared.get(key);
  if (known?.every((x, i) => x === (features[i] & mask))) return known;
  const slots = features.map((f) => f & mask);
  shared.set(key, slots);
  return slots;
}

function labelOf(labels, code, span) {
  let found = null;
  let best = 0.5;
  for (const g of labels) {
    if (g.code !== code) continue;
    const o = overlap(code, g, span);
    if (o >= best) {
      best = o + 1e-9;
      found = g;
    }
  }
  return found;
}
