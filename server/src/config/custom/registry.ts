import { type Code, RULES, type RuleInfo, ruleOf as shippedRule } from '../../core/index.ts';
import type { CustomRule } from './types.ts';

const SHIPPED = new Set<string>(RULES.map(({ code }) => code));
const custom = new Map<string, RuleInfo>();

/** Makes a custom rule's words known to whatever shows its claims; of two projects with one code the last is shown. */
export function register({ code, name, severity, why, advice }: CustomRule): void {
  custom.set(code, {
    code: code as Code,
    severity,
    // Each claim carries its own project's message.
    text: { name, message: '{message}', why, advice },
    examples: { bad: [], good: [] },
  });
}

/** The rule of a claim: one of ours, or one that a project declares. */
export function ruleOf(code: Code): RuleInfo {
  return custom.get(code) ?? shippedRule(code);
}

/** Whether anything is known of a code at all. */
export function isKnown(code: string): boolean {
  return SHIPPED.has(code) || custom.has(code);
}

/** Whether a pattern has a page in the documentation. */
export function isShipped(code: string): boolean {
  return SHIPPED.has(code);
}
