import type { Code } from '../../core/index.ts';
import { softenFix } from './absolute.ts';
import { dateFix } from './dates.ts';
import { mannerOf } from './manner.ts';
import { sourceFixes } from './source.ts';
import { baselineFix, horizonFix, nameFix, termFix } from './statements.ts';
import type { Fix, FixContext, FixInput } from './types.ts';

const FIXES: Partial<Record<Code, (context: FixContext) => Fix[]>> = {
  'absolute-wording': softenFix,
  'relative-date': dateFix,
  'unsourced-number': sourceFixes,
  'missing-baseline': baselineFix,
  prediction: horizonFix,
  'unexplained-term': termFix,
  'anonymous-example': nameFix,
};

/** What can be done about a claim in its words, the likeliest first. */
export function fixesFor(input: FixInput): Fix[] {
  const fixes = FIXES[input.claim.code];
  return fixes ? fixes({ ...input, write: mannerOf(input.text, input.claim) }) : [];
}

/** Patterns whose complete fixes need no judgement: for `source.fixAll`, which editors run on save. */
export const SAFE: readonly Code[] = ['relative-date', 'unexplained-term'];
