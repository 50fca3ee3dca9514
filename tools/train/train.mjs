// Trains the linear model of core/model from labelled texts.
//   npx tsx tools/train/train.mjs --train DIR[=WEIGHT] … [--test DIR] … [--codes A,B] [--folds 5] [--C 0.01] [--out FILE]
//                                 [--errors A,B [--in NAME]] [--missing] [--provenance TEXT] [--tables] [--prior FILE [--keep DIR[=WEIGHT]] …]
//                                 [--mean FILE [--match DIR] …] [--calibrate SHARE]
// --prior goes on from a weights file, which may have seen the articles: then the figures are not held back, and a --mean keeps its
// thresholds. --keep names articles (labels not needed) on which its scores shall stay.
// --mean writes the mean of what was learnt and of a weights file, thresholds too: two that err in different places err less together;
// what is not among --codes is taken over from that file. With --match (articles, labels not needed) its thresholds are those at which
// the mean finds as many there as that file did.
// --calibrate puts thresholds where SHARE of the findings judged one by one are right (calibrate.mjs), each scored by weights that
// have not seen its article.
// Prints the figures held back by cross-validation over the training articles (each scored by a model that has not seen it),
// by set, then those of each test folder. Without --codes all codes; with it nothing is written but a --mean.
import { readFileSync, writeFileSync } from 'node:fs';
import { CODES } from '../../server/src/core/types.ts';
import { calibrate } from './calibrate.mjs';
import { overlap, pairUp, table, tally } from './data.mjs';
import { exampleSamples } from './examples.mjs';
import { random } from './fit.mjs';
import { chooseThresholds, decide, learn, scoreAll } from './learn.mjs';
import { matchThresholds } from './match.mjs';
import { readSamples } from './samples.mjs';
import { loadSegmenter } from './segmenter.mjs';
import { readWeights, weightsFile } from './weights.mjs';

const args = process.argv.slice(2);
const all = (name) => args.flatMap((a, i) => (a === name ? [args[i + 1]] : []));
const one = (name, otherwise) => all(name)[0] ?? otherwise;

const codes = one('--codes')?.split(',') ?? [...CODES];
const segmenter = loadSegmenter();
const read = (spec) => readSamples(spec, codes, segmenter);
const priorFile = one('--prior');
const options = {
  C: Number(one('--C', '0.01')),
  ...(priorFile && { prior: readWeights(priorFile), keep: all('--keep').flatMap((spec) => readSamples(spec, codes, segmenter, false)) }),
};
const keep = (doc) => ({ ...doc, labels: doc.labels.filter((g) => codes.includes(g.code)) });
const docs = all('--train').flatMap(read).map(keep);
const tests = all('--test').map((dir) => [dir, read(dir).map(keep)]);
const count = (f) => docs.reduce((n, d) => n + f(d), 0);
console.log(`${docs.length} articles, ${count((d) => d.labels.length)} labels, ${count((d) => d.samples.length)} candidates`);
ceiling('training', docs);
for (const [dir, set] of tests) ceiling(dir, set);

const meanFile = one('--mean');
const shipped = meanFile === undefined ? null : readWeights(meanFile);
const share = Number(one('--calibrate', '0'));
const folds = Number(one('--folds', '5'));
const next = random(7);
const fold = new Map(docs.map((d) => [d, Math.floor(next() * folds)]));
for (let f = 0; f < folds; f++) {
  const [held, rest] = [docs.filter((d) => fold.get(d) === f), docs.filter((d) => fold.get(d) !== f)];
  const tables = learn(rest, codes, options);
  // What is calibrated is what will be shipped.
  if (share > 0 && shipped !== null) mean(tables, shipped);
  scoreAll(held, tables);
}
// What was picked to be judged does not tell how many findings are right in whole texts.
const whole = docs.filter((doc) => doc.wrong === null);
const thresholds = chooseThresholds(whole, codes);
const heldBack = whole.map((doc) => ({ labels: doc.labels, found: decide(doc, thresholds), doc }));
console.log(`\nheld back (${folds}-fold cross-validation)\n${table(tally(heldBack))}`);
for (const dir of new Set(whole.map((d) => d.dir))) {
  const lines = table(tally(heldBack.filter((x) => x.doc.dir === dir)));
  console.log(args.includes('--tables') ? `\n${dir}\n${lines}` : `${dir}: ${lines.split('\n').at(-1)}`);
}
printErrors(heldBack);

const tables = learn([...docs, ...exampleSamples(codes, segmenter)], codes, options);
if (meanFile !== undefined) {
  const others = JSON.parse(readFileSync(meanFile, 'utf8')).threshold;
  for (const code of CODES) {
    const theirs = others[code] ?? 0;
    // Never lower than it was: a false alarm costs more than a miss. What --prior has seen says nothing of thresholds.
    thresholds[code] =
      codes.includes(code) && !options.prior ? Math.max(theirs, Math.round(50 * ((thresholds[code] ?? 0) + theirs)) / 100) : theirs;
  }
  mean(tables, shipped);
  const sets = all('--match').map((spec) => readSamples(spec, codes, segmenter, false));
  if (sets.length > 0) Object.assign(thresholds, matchThresholds(sets, codes, { tables: shipped, thresholds: others }, tables));
}
if (share > 0) {
  const moved = calibrate(
    docs.filter((doc) => doc.wrong !== null),
    codes,
    thresholds,
    share,
  );
  for (const code of codes) if (moved[code] !== thresholds[code]) console.log(`${code}: threshold ${thresholds[code]} → ${moved[code]}`);
  Object.assign(thresholds, moved);
}
for (const [dir, set] of tests) {
  scoreAll(set, tables);
  const found = set.map((doc) => ({ labels: doc.labels, found: decide(doc, thresholds), doc }));
  console.log(`\n${dir}\n${table(tally(found))}`);
  printErrors(found);
}

const out = one('--out');
if (out !== undefined && (codes.length === CODES.length || meanFile !== undefined)) {
  writeFileSync(out, weightsFile(tables, thresholds, one('--provenance', '')));
  console.log(`\nwrote ${out}`);
}

function mean(tables, others) {
  for (const [code, theirs] of others) {
    const own = tables.get(code);
    tables.set(code, own === undefined ? theirs : theirs.map((w, i) => (own[i] + w) / 2));
  }
}

/** How many labels any candidate answers: what no threshold can better. */
function ceiling(name, set) {
  const missing = new Map();
  let total = 0;
  for (const doc of set)
    for (const g of doc.labels) {
      total++;
      if (doc.samples.some((s) => s.code === g.code && overlap(g.code, g, s) >= 0.5)) continue;
      missing.set(g.code, [...(missing.get(g.code) ?? []), g.quote]);
    }
  const lost = [...missing.values()].reduce((n, list) => n + list.length, 0);
  console.log(`${name}: candidates cover ${((100 * (total - lost)) / (total || 1)).toFixed(1)}% of labels`);
  if (args.includes('--missing')) for (const [code, quotes] of missing) console.log(`  ${code} ${quotes.length}: ${quotes.join(' | ')}`);
}

function printErrors(list) {
  const only = one('--in');
  for (const code of all('--errors').flatMap((c) => c.split(',')))
    for (const { labels, found, doc } of list) {
      if (only !== undefined && !doc.dir.endsWith(only)) continue;
      const seen = new Set(pairUp(labels, found).flat());
      const at = ({ start, end }) => {
        const around = (a, b) => doc.article.text.slice(Math.max(0, a), b).replace(/\n/g, '⏎');
        return `${around(start - 30, start)}【${around(start, end)}】${around(end, end + 30)}`;
      };
      for (const g of labels) if (g.code === code && !seen.has(g)) console.log(`  MISS  ${doc.name} ${code}: ${at(g)}`);
      for (const f of found) if (f.code === code && !seen.has(f)) console.log(`  EXTRA ${doc.name} ${code}: ${at(f)}`);
    }
}
