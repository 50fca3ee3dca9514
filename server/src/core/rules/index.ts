import { CODES, type Code } from '../types.ts';
import { ALL } from './index.generated.ts';
import type { Rule } from './rule.ts';

/** All rules, in the order of the claims guide. */
export const RULES: readonly Rule[] = ALL;

const BY_CODE = new Map(ALL.map((rule) => [rule.code, rule]));

/** The rule of a code; throws for a code without one. */
export function ruleOf(code: Code): Rule {
  const rule = BY_CODE.get(code);
  if (rule === undefined) throw new Error(`no rule for ${code}`);
  return rule;
}

/** Place of a code in the guide's order. */
export function codeNumber(code: Code): number {
  return CODES.indexOf(code);
}
