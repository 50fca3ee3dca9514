import type { Code, RuleInfo } from '../types.ts';

/** All rules, in the order of the claims guide. */
export declare const RULES: readonly RuleInfo[];
export declare function ruleOf(code: Code): RuleInfo;
