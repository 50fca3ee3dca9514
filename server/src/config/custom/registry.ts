import { type Claim, type Code, RULES, type RuleInfo, ruleOf as shippedRule } from '../../core/index.ts';
import type { CustomRule } from './types.ts';

const SHIPPED = new Set<string>(RULES.map(({ code }) => code));
const byCode = new Map<string, RuleInfo>();
/** What was declared, word for word: two projects may use one code for different things. */
const byDeclaration = new Map<string, RuleInfo>();

/** Makes a custom rule's words known to whatever shows its claims; returns the key under which its claims name it. */
export function register({ code, name, severity, why, advice }: CustomRule): string {
  const key = JSON.stringify([code, name, severity, why, advice]);
  const info: RuleInfo = byDeclaration.get(key) ?? {
    code: code as Code,
    severity,
    // Each claim carries its own project's message.
    text: { name, message: '{message}', why, advice },
    examples: { bad: [], good: [] },
  };
  byDeclaration.set(key, info);
  byCode.set(code, info);
  return key;
}

/** The rule of a claim: one of ours, or the one that its project declares. */
export function ruleOfClaim({ code, detail }: Pick<Claim, 'code' | 'detail'>): RuleInfo {
  const key = detail?.['rule'];
  return (key === undefined ? undefined : byDeclaration.get(key)) ?? ruleOf(code);
}

/** The rule of a code where no claim is at hand; of two projects' with one code the one met last. */
export function ruleOf(code: Code): RuleInfo {
  return byCode.get(code) ?? shippedRule(code);
}

/** Whether anything is known of a code at all. */
export function isKnown(code: string): boolean {
  return SHIPPED.has(code) || byCode.has(code);
}

/** Whether a pattern has a page in the documentation. */
export function isShipped(code: string): boolean {
  return SHIPPED.has(code);
}
