import type { Locale } from '../../../../common/locale.ts';
import type { SeverityName } from '../../../../common/settings.ts';
import type { Severity } from '../../core/index.ts';
import type { FormatName } from './formats/index.ts';

export const FAIL_LEVELS = ['error', 'warning', 'information', 'hint', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

const RANK: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Whether a severity is at or above the level from which claims count as failures. */
export function reaches(severity: Severity, level: FailLevel): boolean {
  return level !== 'never' && RANK.indexOf(severity) >= RANK.indexOf(level);
}

/** What the command line asked for; plain, so that it can be handed to worker threads. */
export interface CheckOptions {
  readonly format: FormatName;
  readonly config: string | null;
  readonly rules: Readonly<Record<string, SeverityName>>;
  readonly failOn: FailLevel;
  readonly jobs: number;
  readonly date: string | null;
  readonly locale: Locale;
  readonly color: boolean;
  readonly verbose: boolean;
}

/** Wrong usage: said on standard error, exit code 2. */
export class UsageError extends Error {}
