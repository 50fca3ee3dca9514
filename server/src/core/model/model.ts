import { CODES, type Code } from '../types.ts';
import { fromBase64 } from './base64.ts';
import type { FeatureList } from './features.ts';
import data from './weights.generated.json' with { type: 'json' };

/** The clause codes share one feature pass, so their weights lie side by side. */
export const CLAUSE_CODES = ['prediction', 'causal-claim', 'analogy', 'advice'] as const satisfies readonly Code[];
export type ClauseCode = (typeof CLAUSE_CODES)[number];
export const CLAUSE_WIDTH = CLAUSE_CODES.length;

/** What training writes; see tools/train. Weights are 8-bit, times their code's scale. */
export interface Weights {
  readonly provenance: string;
  readonly clauseBits: number;
  /** Size of each phrase code's own table, as a power of two; the tables lie one after another in the order of the codes. */
  readonly phraseBits: Readonly<Partial<Record<Code, number>>>;
  readonly clause: string;
  readonly phrase: string;
  readonly scales: Readonly<Record<string, number>>;
  /** Score from which a candidate is a claim, by code. */
  readonly threshold: Readonly<Record<string, number>>;
}

/** A linear model: the sum of the weights of a candidate's features. */
export class Model {
  private readonly clause: Int8Array;
  private readonly phrase: Int8Array;
  private readonly clauseMask: number;
  private readonly phraseBits: Int32Array;
  private readonly phraseStart: Int32Array;
  private readonly clauseScales: Float64Array;
  private readonly phraseScales: Float64Array;
  private readonly thresholds: Float64Array;

  constructor(weights: Weights) {
    this.clause = fromBase64(weights.clause);
    this.phrase = fromBase64(weights.phrase);
    this.clauseMask = (1 << weights.clauseBits) - 1;
    this.phraseBits = Int32Array.from(CODES, (code) => weights.phraseBits[code] ?? 0);
    this.phraseStart = phraseStarts(weights.phraseBits);
    this.clauseScales = Float64Array.from(CLAUSE_CODES, (code) => weights.scales[code] ?? 0);
    this.phraseScales = Float64Array.from(CODES, (code) => weights.scales[code] ?? 0);
    this.thresholds = Float64Array.from(CODES, (code) => weights.threshold[code] ?? 0);
  }

  /** Adds the scores of one clause for each clause code to `into`. */
  scoreClause(features: FeatureList, into: Float64Array): void {
    const { clause, clauseMask, clauseScales } = this;
    const { items, length } = features;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = 0; i < length; i++) {
      const at = (items[i]! & clauseMask) * CLAUSE_WIDTH;
      s0 += clause[at]!;
      s1 += clause[at + 1]!;
      s2 += clause[at + 2]!;
      s3 += clause[at + 3]!;
    }
    into[0] = s0 * clauseScales[0]!;
    into[1] = s1 * clauseScales[1]!;
    into[2] = s2 * clauseScales[2]!;
    into[3] = s3 * clauseScales[3]!;
  }

  /** The score of one phrase candidate for a code; of its features from `from` on. */
  scorePhrase(code: number, features: FeatureList, from = 0): number {
    const { phrase } = this;
    const { items, length } = features;
    const start = this.phraseStart[code]!;
    const mask = (1 << this.phraseBits[code]!) - 1;
    let sum = 0;
    for (let i = from; i < length; i++) sum += phrase[start + phraseSlot(items[i]!, mask)]!;
    return sum * this.phraseScales[code]!;
  }

  /** What one feature adds to a code's score. */
  weight(code: number, feature: number): number {
    const place = CLAUSE_CODES.indexOf(CODES[code] as ClauseCode);
    if (place >= 0) return this.clause[(feature & this.clauseMask) * CLAUSE_WIDTH + place]! * this.clauseScales[place]!;
    const mask = (1 << this.phraseBits[code]!) - 1;
    return this.phrase[this.phraseStart[code]! + phraseSlot(feature, mask)]! * this.phraseScales[code]!;
  }

  threshold(code: number): number {
    return this.thresholds[code]!;
  }
}

/** Place of a phrase feature in its code's table. */
export function phraseSlot(feature: number, mask: number): number {
  return (Math.imul(feature, 0x9e3779b1) >>> 7) & mask;
}

/** Where each code's table begins among all. */
export function phraseStarts(bits: Weights['phraseBits']): Int32Array {
  let at = 0;
  return Int32Array.from(CODES, (code) => {
    const start = at;
    if (bits[code] !== undefined) at += 1 << bits[code];
    return start;
  });
}

let model: Model | undefined;

/** The shipped model, decoded at first use. */
export function shippedModel(): Model {
  if (model === undefined) {
    model = new Model(data as Weights);
    // Not needed any more, and as large again.
    for (const key of ['clause', 'phrase'] as const) data[key] = '';
  }
  return model;
}
