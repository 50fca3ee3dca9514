// Weights from samples, scores from weights, and claims from scores by the same steps as the analysis.
import { withoutOverlap } from '../../server/src/core/article/judge.ts';
import { CLAUSE_CODES } from '../../server/src/core/model/model.ts';
import { tally } from './data.mjs';
import { fit } from './fit.mjs';
import { CLAUSE_BITS, PHRASE_BITS } from './samples.mjs';

/** How much recall counts beside precision when a threshold is chosen. */
const BETA = 0.9;
/** Codes whose marks are easily false: for them precision comes further before recall. */
const SOBER = {
  'anonymous-example': 0.45,
  'self-interest': 0.5,
  'promised-return': 0.5,
  analogy: 0.6,
  advice: 0.75,
  'rhetorical-question': 0.75,
  'loaded-language': 0.75,
  'unattributed-quote': 0.4,
  'missing-baseline': 0.6,
};

/**
 * One weight table per code from a set of articles. With `options.prior` (tables by code) training goes on from there, and
 * `options.keep` are articles, labelled or not, on which what those weights were unsure of shall score as it did.
 */
export function learn(docs, codes, { prior, keep = [], ...options }) {
  const tables = new Map();
  for (const code of codes) {
    const clause = CLAUSE_CODES.includes(code);
    const size = 1 << (clause ? CLAUSE_BITS : PHRASE_BITS[code]);
    let examples = [];
    for (const doc of docs)
      for (const s of doc.samples)
        if (s.code === code) examples.push({ slots: s.slots, y: s.label ? 1 : 0, weight: doc.weight, sample: s });
    if (!examples.some((e) => e.y)) continue;
    const before = prior?.get(code);
    for (const doc of before === undefined ? [] : keep)
      for (const s of doc.samples) {
        if (s.code !== code) continue;
        const target = score(s.slots, before);
        if (Math.abs(target) < 1) examples.push({ slots: s.slots, target, weight: doc.weight, sample: s });
      }
    let w = fit(examples, size, { ...options, prior: before });
    const better = bestOfEachLabel(examples, w);
    if (better !== null) {
      examples = better;
      w = fit(examples, size, { ...options, prior: before });
    }
    tables.set(code, w);
  }
  return tables;
}

/** Where several candidates answer one label, the best of them is right and the others are left out; null where none do. */
function bestOfEachLabel(examples, w) {
  const best = new Map();
  let rivals = false;
  for (const e of examples) {
    if (!e.y) continue;
    const z = score(e.slots, w);
    const known = best.get(e.sample.label);
    rivals ||= known !== undefined;
    if (known === undefined || known.z < z) best.set(e.sample.label, { z, e });
  }
  return rivals ? examples.filter((e) => !e.y || best.get(e.sample.label).e === e) : null;
}

function score(slots, w) {
  let z = 0;
  for (let k = 0; k < slots.length; k++) z += w[slots[k]];
  return z;
}

export function scoreAll(docs, tables) {
  for (const doc of docs)
    for (const s of doc.samples) {
      const w = tables.get(s.code);
      s.score = s.candidate.found.sure ? 9 : w === undefined ? -9 : score(s.slots, w);
    }
}

/** The claims of an article at given thresholds. */
export function decide(doc, thresholds) {
  const once = new Set();
  const byParagraph = new Map();
  for (const s of doc.samples) {
    const key = s.candidate.found.once;
    if (key !== undefined && once.has(key)) continue;
    const margin = s.score - (thresholds[s.code] ?? 0);
    if (margin < 0) continue;
    if (key !== undefined) once.add(key);
    const list = byParagraph.get(s.paragraph) ?? [];
    list.push({ candidate: { code: s.code, start: s.start, end: s.end }, margin });
    byParagraph.set(s.paragraph, list);
  }
  const { text } = doc.article;
  return [...byParagraph.values()].flatMap((list) =>
    withoutOverlap(list).map(({ candidate: { code, start, end } }) => ({ code, start, end, text: text.slice(start, end) })),
  );
}

/** For each code the threshold with the best F on scored articles. */
export function chooseThresholds(docs, codes) {
  const thresholds = {};
  for (const code of codes) {
    const own = docs.map((doc) => ({
      ...doc,
      labels: doc.labels.filter((g) => g.code === code),
      samples: doc.samples.filter((s) => s.code === code),
    }));
    let best = [-1, 0];
    for (let t = -1.5; t <= 1.5; t += 0.05) {
      const r = tally(own.map((doc) => ({ labels: doc.labels, found: decide(doc, { [code]: t }), weight: doc.weight }))).get(code);
      if (r === undefined) continue;
      const b2 = (SOBER[code] ?? BETA) ** 2;
      // One imaginary miss and false alarm each keep thresholds of rare codes sober.
      const f = ((1 + b2) * r.tp) / ((1 + b2) * r.tp + b2 * (r.fn + 0.5) + r.fp + 0.5);
      if (f > best[0] + 1e-9) best = [f, t];
    }
    thresholds[code] = Math.round(best[1] * 100) / 100;
  }
  return thresholds;
}
