import { wrongChanges } from './changes.ts';
import { wrongConversions } from './convert.ts';
import { wrongDifferences } from './differences.ts';
import { wrongDiscounts } from './discount.ts';
import { wrongFalls } from './falls.ts';
import { wrongParts } from './parts.ts';
import { wrongRanges } from './ranges.ts';
import { wrongRates } from './rates.ts';
import { repeatedValues } from './repeated.ts';
import type { Mismatch, Sums } from './types.ts';

export type { Mismatch } from './types.ts';

/** What one value can have wrong by itself. */
const ALONE = [wrongParts, wrongRanges, wrongFalls];
const CHECKS = [
  wrongChanges,
  wrongDifferences,
  wrongFalls,
  wrongParts,
  wrongRanges,
  wrongConversions,
  wrongDiscounts,
  wrongRates,
  repeatedValues,
];

/**
 * Statements of a paragraph whose own arithmetic does not hold, in text order. Only what the wording ties together is
 * reckoned with, each value within what its rounding and its approximator allow: silence where anything is unclear.
 */
export function findMismatches(s: Sums): Mismatch[] {
  const out: Mismatch[] = [];
  // How long a change took stands between its values and is none of them.
  const values: Sums = { text: s.text, times: s.times, quantities: s.quantities.filter((q) => q.kind !== 'duration') };
  if (values.quantities.length === 0) return out;
  for (const check of values.quantities.length === 1 ? ALONE : CHECKS) for (const found of check(values)) out.push(found);
  return out.length > 1 ? out.sort((a, b) => a.start - b.start || a.end - b.end) : out;
}
