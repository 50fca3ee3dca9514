import { CODES, type Code } from '../core/index.ts';

/** The families of patterns, as the claims guide groups them: one colour each. */
export const KINDS = ['number', 'time', 'strength', 'source', 'reasoning'] as const;
export type Kind = (typeof KINDS)[number];

const LAST_OF: readonly (readonly [Code, Kind])[] = [
  ['vague-quantity', 'number'],
  ['relative-date', 'time'],
  ['loaded-language', 'strength'],
  ['unattributed-quote', 'source'],
  ['unexplained-term', 'reasoning'],
];

/** Codes stand in the order of the guide, so the last of each family bounds it. */
export function kindOf(code: Code): Kind {
  const at = CODES.indexOf(code);
  // A project's own rule.
  if (at < 0) return 'reasoning';
  return LAST_OF.find(([last]) => at <= CODES.indexOf(last))?.[1] ?? 'reasoning';
}
