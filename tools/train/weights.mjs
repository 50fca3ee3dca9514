// The file of weights: 8-bit, one scale for each code.
import { CLAUSE_CODES, CLAUSE_WIDTH } from '../../server/src/core/model/model.ts';
import { CLAUSE_BITS, PHRASE_BITS } from './samples.mjs';

/** @param tables weights by code @param thresholds by code @returns the text of weights.generated.json */
export function weightsFile(tables, thresholds, provenance) {
  const scales = {};
  for (const [code, w] of tables) scales[code] = Number((largest(w) / 127).toPrecision(6));
  const clause = new Int8Array((1 << CLAUSE_BITS) * CLAUSE_WIDTH);
  for (const [c, code] of CLAUSE_CODES.entries()) {
    const w = tables.get(code);
    for (let i = 0; w !== undefined && i < w.length; i++) clause[i * CLAUSE_WIDTH + c] = Math.round(w[i] / scales[code]);
  }
  // The phrase codes share one table, kept apart by their slots; where two meet, the larger weight stays.
  const phrase = new Int8Array(1 << PHRASE_BITS);
  for (const [code, w] of tables) {
    if (CLAUSE_CODES.includes(code)) continue;
    for (let i = 0; i < w.length; i++) {
      const x = Math.round(w[i] / scales[code]);
      if (Math.abs(x) > Math.abs(phrase[i])) phrase[i] = x;
    }
  }
  const text = { clause: Buffer.from(clause.buffer).toString('base64'), phrase: Buffer.from(phrase.buffer).toString('base64') };
  return `${JSON.stringify({ provenance, clauseBits: CLAUSE_BITS, phraseBits: PHRASE_BITS, scales, threshold: thresholds, ...text }, null, 1)}\n`;
}

function largest(w) {
  let most = 1e-9;
  for (const x of w) most = Math.max(most, Math.abs(x));
  return most;
}
