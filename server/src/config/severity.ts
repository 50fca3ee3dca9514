import type { SeverityName } from '../../../common/settings.ts';
import { CODES, type Code, type Severity } from '../core/types.ts';
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

/**
 * What the profile `editor` only tints: words that ordinary commentary is full of. With these as problems, an article has
 * one for each 94 characters; without them one for each 158 (144 articles of all kinds).
 */
const TINTED: ReadonlySet<string> = new Set<Code>(['absolute-wording', 'superlative', 'loaded-language', 'vague-attribution']);

/** A rule as far as it matters here; its code may be a project's own. */
interface Ranked {
  readonly code: string;
  readonly severity: Severity;
}

export type Severities = Readonly<Record<string, SeverityName>>;

/** What decides a severity, the strongest first: `overrides` (settings or the command line), the project's file, the profile, the rule. */
export function severities(
  rules: readonly Ranked[],
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

function byProfile(rule: Ranked, profile: Profile): Severity {
  if (profile === 'compliance') return COMPLIANCE[rule.code as Code] ?? rule.severity;
  if (profile === 'editor' && TINTED.has(rule.code)) return 'hint';
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
