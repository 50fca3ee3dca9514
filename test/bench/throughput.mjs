// The whole analysis on one thread beside autocorrect (Rust), nodejieba (C++) and zhlint on the same documents, round by round.
import { createRequire } from 'node:module';
import { loadCore } from './lib/core.mjs';
import { median, medianRatio, row } from './lib/numbers.mjs';
import { documentsOf } from './lib/texts.mjs';

const ROUNDS = 7;
const BYTES = 1_500_000;
/** zhlint is slow: it reads a part of the documents, and its speed is reckoned on that part. */
const PART = 0.1;

export async function throughput() {
  const require = createRequire(import.meta.url);
  const autocorrect = require('autocorrect-node');
  const nodejieba = require('nodejieba');
  const zhlint = require('zhlint');
  nodejieba.load();
  const core = await loadCore();
  const all = documentsOf(BYTES);
  const part = documentsOf(BYTES * PART);
  const tools = {
    claimlens: () => run(all, core.read),
    autocorrect: () =>
      run(all, (text) => {
        const answer = autocorrect.lintFor(text, 'text');
        if (answer.error) throw new Error(`autocorrect refused a text: ${answer.error}`);
        return answer.lines.length;
      }),
    nodejieba: () =>
      run(all, (text) => {
        let words = 0;
        for (const line of text.split('\n')) if (line !== '') words += nodejieba.tag(line).length;
        return words;
      }),
    zhlint: () => run(part, (text) => zhlint.run(text, { rules: { preset: 'default' } }).validations.length),
  };
  const speeds = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  // A first round for the compilers, not counted.
  for (const tool of Object.values(tools)) tool();
  for (let round = 0; round < ROUNDS; round++) for (const [name, tool] of Object.entries(tools)) speeds[name].push(tool());
  const says = (peer) => `${median(speeds.claimlens).toFixed(2)} against ${median(speeds[peer]).toFixed(2)} MB/s`;
  const against = (peer) => medianRatio(speeds.claimlens, speeds[peer]);
  return [
    row('whole analysis / autocorrect lintFor, MB/s', against('autocorrect'), 1.5, 'higher', says('autocorrect')),
    row('whole analysis / nodejieba tag, MB/s', against('nodejieba'), 3, 'higher', says('nodejieba')),
    row('whole analysis / zhlint, MB/s', against('zhlint'), 2, 'higher', says('zhlint')),
  ];
}

/** Megabytes per second. */
function run({ texts, bytes }, read) {
  const started = performance.now();
  let found = 0;
  for (const text of texts) found += read(text);
  const seconds = (performance.now() - started) / 1000;
  if (found === 0) throw new Error('a tool found nothing at all: it cannot have read the text');
  return bytes / 1e6 / seconds;
}
