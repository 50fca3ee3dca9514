// The file of weights: 8-bit, one scale for each code.
import { readFileSync } from 'node:fs';
import { fromBase64 } from '../../server/src/core/model/base64.ts';
import { CLAUSE_CODES, CLAUSE_WIDTH, phraseStarts } from '../../server/src/core/model/model.ts';
import { CODES } from '../../server/src/core/types.ts';
import { CLAUSE_BITS, PHRASE_BITS } from './samples.mjs';

/** @param tables weights by code @param thresholds by code @returns the text of weights.generated.json */
export function weightsFile(tables, thresholds, provenance) {
  const scales = {};
  for (const [code, w] of tables) scales[code] = Number((largest(w) / 127).toPrecision(6));
  const clause = new Int8Array((1 << CLAUSE_BITS) * CLAUSE_WIDTH);
  for (const [c, code] of CLAUSE_CODES.entries()) {
    const w = tables.get(code);
    for (let i = 0; w !== undefined && i < w.length; i++) clause[i * CLAUSE_WIDTH + c] = byteOf(w[i] / scales[code]);
  }
  const starts = phraseStarts(PHRASE_BITS);
  const phrase = new Int8Array(CODES.reduce((sum, code) => sum + (PHRASE_BITS[code] === undefined ? 0 : 1 << PHRASE_BITS[code]), 0));
  for (const [code, w] of tables) {
    if (CLAUSE_CODES.includes(code)) continue;
    const start = starts[CODES.indexOf(code)];
    for (let i = 0; i < w.length; i++) phrase[start + i] = byteOf(w[i] / scales[code]);
  }
  const text = { clause: Buffer.from(clause.buffer).toString('base64'), phrase: Buffer.from(phrase.buffer).toString('base64') };
  return `${JSON.stringify({ provenance, clauseBits: CLAUSE_BITS, phraseBits: PHRASE_BITS, scales, threshold: thresholds, ...text }, null, 1)}\n`;
}

/** Weights by code of a file that training wrote; throws where its tables have other sizes than those of today. */
export function readWeights(file) {
  const { clauseBits, phraseBits, scales, clause, phrase } = JSON.parse(readFileSync(file, 'utf8'));
  if (clauseBits !== CLAUSE_BITS || JSON.stringify(phraseBits) !== JSON.stringify(PHRASE_BITS))
    throw new Error(`${file}: tables of other sizes`);
  const [clauseWeights, phraseWeights] = [fromBase64(clause), fromBase64(phrase)];
  const starts = phraseStarts(PHRASE_BITS);
  const tables = new Map();
  for (const [i, code] of CODES.entries()) {
    const c = CLAUSE_CODES.indexOf(code);
    const size = 1 << (c < 0 ? PHRASE_BITS[code] : CLAUSE_BITS);
    const at = c < 0 ? (k) => phraseWeights[starts[i] + k] : (k) => clauseWeights[k * CLAUSE_WIDTH + c];
    tables.set(
      code,
      Float64Array.from({ length: size }, (_, k) => at(k) * (scales[code] ?? 0)),
    );
  }
  return tables;
}

/** The smallest weights say nothing, and a fifth of all are such: without them the package is 0.1 MB smaller. */
function byteOf(w) {
  const byte = Math.round(w);
  return Math.abs(byte) > 1 ? byte : 0;
}

function largest(w) {
  let most = 1e-9;
  for (const x of w) most = Math.max(most, Math.abs(x));
  return most;
}
