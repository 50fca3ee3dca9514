#!/usr/bin/env node
/**
 * Measures findQuantities on the Chinese cases of Microsoft's Recognizers-Text (https://github.com/microsoft/Recognizers-Text, MIT):
 * money, shares, measures and ages. Usage: node --import=tsx tools/measure/recognizers.mjs DIRECTORY   (holding CurrencyModel.json,
 * PercentModel.json, DimensionModel.json, AgeModel.json of the folders Specs/…/Chinese)
 * A case is met where one quantity stands at the place and has the value (and the currency). Prints how many, what is left out and
 * why, and every failure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findQuantities } from '../../server/src/core/extract/quantity/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';

/** Answers outside the guide's notion of a quantity: why, and which. */
const EXCLUDED = [
  ['no number', ({ value }) => value === undefined],
  ['spelt out with spaces, as nobody writes', ({ text }) => /[\u4e00-\u9fff\d] +[\u4e00-\u9fff\d]/.test(text)],
  ['letters or full-width separators inside a share', ({ text }) => /^百分之.*[Kk,]|[,].*百分/.test(text.normalize('NFKC'))],
  ['百分之百 and 十成, which are said for "quite"', ({ text }) => /^(?:百分之百|十成)$/.test(text)],
];

/** The suite tells discounts as shares, we as they are written (7折); its kilo units are our thousands of units. */
const SAME = [1, 0.1, 10, 1000, 0.001];
const close = (a, b) => Math.abs(a - b) < 1e-9 + Math.abs(b) * 1e-6;

function failure(input, answer) {
  const quantities = findQuantities(normalize(input));
  const q = quantities.find((x) => x.start < answer.end && answer.start < x.end);
  if (q === undefined) return 'none';
  const factors = q.unit === '折' || /^[千兆]/.test(answer.text.replace(/^[\d.一二三四五六七八九十百负]+/, '')) ? SAME : [1];
  if (!factors.some((f) => close(q.min * f, answer.value) || close(q.max * f, answer.value))) return `${q.text} = ${q.min}..${q.max}`;
  return answer.currency !== undefined && q.currency !== answer.currency ? `${q.text} in ${q.currency}` : null;
}

const directory = process.argv[2];
let [met, all] = [0, 0];
for (const name of ['CurrencyModel', 'PercentModel', 'DimensionModel', 'AgeModel']) {
  const cases = JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8').replace(/^\uFEFF/, ''));
  let [own, count] = [0, 0];
  for (const { Input: input, Results: results } of cases)
    for (const r of results) {
      const value = r.Resolution.value == null ? undefined : Number(r.Resolution.value.replace('%', ''));
      const start = r.Start ?? input.indexOf(r.Text);
      const answer = { text: r.Text, value, currency: r.Resolution.isoCurrency, start, end: start + r.Text.length };
      if (EXCLUDED.some(([, matches]) => matches(answer))) continue;
      count++;
      const wrong = failure(input, answer);
      if (wrong === null) own++;
      else console.log(`${name}: ${r.Text} is ${r.Resolution.value}, found ${wrong}`);
    }
  console.log(`${name}: ${own} of ${count}`);
  met += own;
  all += count;
}
for (const [why] of EXCLUDED) console.log(`left out: ${why}`);
console.log(`all: ${met} of ${all}, ${((100 * met) / all).toFixed(1)} %`);
