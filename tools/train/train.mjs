// Trains the linear model of core/model from labelled texts.
//   npx tsx tools/train/train.mjs --train DIR[=WEIGHT] … [--test DIR] … [--folds 5] [--out FILE] [--errors CODE] [--provenance TEXT]
// Prints the figures held back by cross-validation over the training articles, then those of each test folder.
import { writeFileSync } from 'node:fs';
import { withoutOverlap } from '../../server/src/core/article/judge.ts';
import { CLAUSE_CODES, CLAUSE_WIDTH, Model, phraseSlot } from '../../server/src/core/model/model.ts';
import { collectSamples } from '../../server/src/core/training.ts';
import { CODES } from '../../server/src/core/types.ts';
import { f1, overlap, pairUp, readSet, table, tally } from './data.mjs';
import { fit, random } from './fit.mjs';
import { loadSegmenter } from './segmenter.mjs';

const CLAUSE_BITS = 15;
const PHRASE_BITS = 17;
/** By code: fewer labels want a stronger pull to zero. */
const L2 = { default: Number(process.env.L2 ?? 0.02) };
/** How much precision counts beside recall when a threshold is chosen: below 1, precision counts more. */
const BETA = 0.85;

const args = process.argv.slice(2);
const all = (name) => args.flatMap((a, i) => (a === name ? [args[i + 1]] : []));
const one = (name, otherwise) => all(name)[0] ?? otherwise;

const segmenter = await loadSegmenter();
const untrained = new Model({ provenance: '', clauseBits: 1, phraseBits: 1, clause: '', phrase: '', scale: 1, threshold: {} });
const read = (spec) => {
  const [dir, weight] = spec.split('=');
  return readSet(dir, Number(weight ?? 1)).map((doc) => ({
    ...doc,
    samples: collectSamples(doc.article, untrained, segmenter).map((s) => ({
      ...s,
      code: s.candidate.code,
      paragraph: `${doc.name}#${s.paragraph}`,
    })),
  }));
};
const docs = all('--train').flatMap(read);
const tests = all('--test').map((dir) => [dir, read(dir)]);
console.log(
  `${docs.length} articles, ${docs.reduce((n, d) => n + d.labels.length, 0)} labels, ${docs.reduce((n, d) => n + d.samples.length, 0)} candidates`,
);

for (const doc of [...docs, ...tests.flatMap(([, t]) => t)]) prepare(doc);
ceiling('training', docs);
for (const [dir, set] of tests) ceiling(dir, set);

/** Slots of each sample's features in its code's table, and which label it answers. */
function prepare(doc) {
  for (const s of doc.samples) {
    const clause = CLAUSE_CODES.indexOf(s.code);
    const code = CODES.indexOf(s.code);
    s.slots = slotsOf(s.features, clause, code);
    s.label = null;
    let best = 0.5;
    for (const g of doc.labels) {
      if (g.code !== s.code) continue;
      const o = overlap(s.code, g, s);
      if (o >= best) {
        best = o + 1e-9;
        s.label = g;
      }
    }
  }
}

function slotsOf(features, clause, code) {
  const mask = clause >= 0 ? (1 << CLAUSE_BITS) - 1 : (1 << PHRASE_BITS) - 1;
  const slots = new Set();
  // The runtime adds a weight as often as its feature stands: so does training.
  const out = new Int32Array(features.length);
  for (let i = 0; i < features.length; i++) out[i] = clause >= 0 ? features[i] & mask : phraseSlot(features[i], code, mask);
  void slots;
  return out;
}

function ceiling(name, set) {
  let found = 0;
  let total = 0;
  const missing = new Map();
  for (const doc of set) {
    for (const g of doc.labels) {
      total++;
      if (doc.samples.some((s) => s.code === g.code && overlap(g.code, g, s) >= 0.5)) found++;
      else missing.set(g.code, [...(missing.get(g.code) ?? []), g.quote]);
    }
  }
  console.log(`${name}: candidates cover ${((100 * found) / total).toFixed(1)}% of labels`);
  if (args.includes('--missing'))
    for (const [code, quotes] of missing) console.log(`  ${code} ${quotes.length}: ${quotes.slice(0, 60).join(' | ')}`);
}

/** One weight table per code from a set of articles. */
function trainAll(set) {
  const tables = new Map();
  for (const code of CODES) {
    const clause = CLAUSE_CODES.includes(code);
    const size = 1 << (clause ? CLAUSE_BITS : PHRASE_BITS);
    let examples = [];
    for (const doc of set) {
      const mine = doc.samples.filter((s) => s.code === code);
      const answers = new Map();
      for (const s of mine) if (s.label) answers.set(s.label, [...(answers.get(s.label) ?? []), s]);
      for (const s of mine) {
        const rivals = s.label ? answers.get(s.label).length : 1;
        examples.push({ slots: s.slots, y: s.label ? 1 : 0, weight: doc.weight / (s.label && clause ? rivals : 1), sample: s, rivals });
      }
    }
    if (!examples.some((e) => e.y)) continue;
    let w = fit(examples, size, { l2: L2[code] ?? L2.default });
    if (clause && examples.some((e) => e.rivals > 1)) {
      // A label over several clauses is answered by the best of them; the others are left out.
      const score = (e) => e.slots.reduce((z, k) => z + w[k], 0);
      const best = new Map();
      for (const e of examples)
        if (e.y && e.rivals > 1) {
          const z = score(e);
          if (!best.has(e.sample.label) || best.get(e.sample.label)[0] < z) best.set(e.sample.label, [z, e]);
        }
      examples = examples
        .filter((e) => !e.y || e.rivals === 1 || best.get(e.sample.label)[1] === e)
        .map((e) => (e.y ? { ...e, weight: e.weight * e.rivals } : e));
      w = fit(examples, size, { l2: L2[code] ?? L2.default });
    }
    tables.set(code, w);
  }
  return tables;
}

function scoreAll(set, tables) {
  for (const doc of set)
    for (const s of doc.samples) {
      const w = tables.get(s.code);
      if (w === undefined) s.score = -9;
      else {
        let z = 0;
        for (let k = 0; k < s.slots.length; k++) z += w[s.slots[k]];
        s.score = s.candidate.found.sure ? 9 : z;
      }
    }
}

/** The claims of an article at given thresholds, by the same steps as the analysis. */
function decide(doc, thresholds) {
  const once = new Set();
  const byParagraph = new Map();
  for (const s of doc.samples) {
    const margin = s.score - (thresholds[s.code] ?? 0);
    const key = s.candidate.found.once;
    if (key !== undefined && once.has(key)) continue;
    if (key !== undefined) once.add(key);
    if (margin < 0) continue;
    byParagraph.set(s.paragraph, [
      ...(byParagraph.get(s.paragraph) ?? []),
      { candidate: { code: s.code, start: s.start, end: s.end, sample: s }, margin },
    ]);
  }
  return [...byParagraph.values()].flatMap((list) =>
    withoutOverlap(list).map((a) => ({
      code: a.candidate.code,
      start: a.candidate.start,
      end: a.candidate.end,
      text: doc.article.text.slice(a.candidate.start, a.candidate.end),
    })),
  );
}

/** For each code the threshold with the best F on scored articles. */
function chooseThresholds(set) {
  const thresholds = {};
  for (const code of CODES) {
    let best = [-1, 0];
    for (let t = -2; t <= 3; t += 0.1) {
      const by = tally(
        set.map((doc) => ({
          labels: doc.labels.filter((g) => g.code === code),
          found: decide({ ...doc, samples: doc.samples.filter((s) => s.code === code) }, { [code]: t }),
        })),
      );
      const r = by.get(code);
      if (r === undefined) continue;
      const b2 = BETA * BETA;
      // One imaginary miss and false alarm each keep thresholds of rare codes sober.
      const f = ((1 + b2) * r.tp) / ((1 + b2) * r.tp + b2 * (r.fn + 0.5) + r.fp + 0.5);
      if (f > best[0] + 1e-9) best = [f, t];
    }
    thresholds[code] = Math.round(best[1] * 100) / 100;
  }
  return thresholds;
}

// --- held back: each fold is scored by a model that has not seen it
const folds = Number(one('--folds', '5'));
const next = random(7);
const fold = new Map(docs.map((d) => [d, Math.floor(next() * folds)]));
for (let f = 0; f < folds; f++) {
  const tables = trainAll(docs.filter((d) => fold.get(d) !== f));
  scoreAll(
    docs.filter((d) => fold.get(d) === f),
    tables,
  );
}
const thresholds = chooseThresholds(docs);
const heldBack = docs.map((doc) => ({ labels: doc.labels, found: decide(doc, thresholds), doc }));
console.log('\nheld back (cross-validation)');
console.log(table(tally(heldBack)));
for (const dir of all('--train').map((s) => s.split('=')[0])) {
  const name = dir.replace(/\/$/, '').split('/').at(-1);
  const part = heldBack.filter((x) => x.doc.name.startsWith(`${name}/`));
  console.log(`${name}: ${table(tally(part)).split('\n').at(-1)}`);
}
printErrors(heldBack);

const tables = trainAll(docs);
for (const [dir, set] of tests) {
  scoreAll(set, tables);
  const found = set.map((doc) => ({ labels: doc.labels, found: decide(doc, thresholds), doc }));
  console.log(`\n${dir}`);
  console.log(table(tally(found)));
  printErrors(found);
}

function printErrors(list) {
  for (const code of all('--errors').flatMap((c) => c.split(','))) {
    for (const { labels, found, doc } of list) {
      const pairs = pairUp(labels, found);
      const seen = new Set(pairs.flat());
      const at = (x) =>
        doc.article.text.slice(Math.max(0, x.start - 25), x.start).replace(/\n/g, '⏎') +
        '【' +
        doc.article.text.slice(x.start, x.end) +
        '】' +
        doc.article.text.slice(x.end, x.end + 25).replace(/\n/g, '⏎');
      for (const g of labels) if (g.code === code && !seen.has(g)) console.log(`  MISS  ${doc.name} ${code}: ${at(g)}`);
      for (const f of found) if (f.code === code && !seen.has(f)) console.log(`  EXTRA ${doc.name} ${code}: ${at(f)}`);
    }
  }
}

const out = one('--out');
if (out !== undefined) {
  let most = 0;
  for (const w of tables.values()) for (const x of w) most = Math.max(most, Math.abs(x));
  const scale = most / 127;
  const clause = new Int8Array((1 << CLAUSE_BITS) * CLAUSE_WIDTH);
  const phrase = new Float64Array(1 << PHRASE_BITS);
  for (const [c, code] of CLAUSE_CODES.entries()) {
    const w = tables.get(code);
    for (let i = 0; w !== undefined && i < w.length; i++) clause[i * CLAUSE_WIDTH + c] = Math.round(w[i] / scale);
  }
  // The phrase codes share one table, kept apart by their slots; where two meet, the weights add up.
  for (const [code, w] of tables) if (!CLAUSE_CODES.includes(code)) for (let i = 0; i < w.length; i++) phrase[i] += w[i];
  const bytes = Int8Array.from(phrase, (x) => Math.max(-127, Math.min(127, Math.round(x / scale))));
  writeFileSync(
    out,
    `${JSON.stringify({ provenance: one('--provenance', ''), clauseBits: CLAUSE_BITS, phraseBits: PHRASE_BITS, scale, threshold: thresholds, clause: Buffer.from(clause.buffer).toString('base64'), phrase: Buffer.from(bytes.buffer).toString('base64') }, null, 1)}\n`,
  );
  console.log(`\nwrote ${out}`);
}
void f1;
