import type { SeverityName } from '../../../common/settings.ts';
import { CODES, type Code, type RuleInfo, type Severity } from '../core/types.ts';
import type { ProjectConfig } from './project.ts';

export type Profile = 'editor' | 'compliance' | 'everything';

/** Where a profile departs from the rules' own severities. */
const COMPLIANCE: Partial<Record<Code, Severity>> = {
  'promised-return': 'error',
  'number-mismatch': 'error',
  'unsourced-number': 'warning',
  superlative: 'warning',
  'absolute-wording': 'warning',
  'self-interest': 'warning',
  'vague-attribution': 'warning',
  prediction: 'information',
  advice: 'warning',
  'loaded-language': 'information',
};

export type Severities = Readonly<Record<string, SeverityName>>;

/** What decides a severity, the strongest first: `overrides` (settings or the command line), the project's file, the profile, the rule. */
export function severities(
  rules: readonly RuleInfo[],
  overrides: Readonly<Record<string, unknown>>,
  project: ProjectConfig,
  profile: Profile,
): Severities {
  const chosen = project.profile ?? profile;
  return Object.fromEntries(
    rules.map((rule) => {
      const own = byProfile(rule, chosen);
      const override = overrides[rule.code];
      return [rule.code, isSeverity(override) ? override : (project.rules[rule.code] ?? own)];
    }),
  );
}

function byProfile(rule: RuleInfo, profile: Profile): Severity {
  if (profile === 'compliance') return COMPLIANCE[rule.code] ?? rule.severity;
  if (profile === 'everything' && rule.severity === 'hint') return 'information';
  return rule.severity;
}

export function isSeverity(value: unknown): value is SeverityName {
  return value === 'off' || value === 'hint' || value === 'information' || value === 'warning' || value === 'error';
}

export function isCode(value: string): value is Code {
  return (CODES as readonly string[]).includes(value);
}

/** The codes that need not be looked for at all. */
export function switchedOff(all: Severities): Set<Code> {
  return new Set(CODES.filter((code) => all[code] === 'off'));
}
