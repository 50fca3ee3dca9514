import type { Locale } from '../../../../common/locale.ts';
import type { SeverityName } from '../../../../common/settings.ts';
import type { FormatName } from './formats/index.ts';

export const FAIL_LEVELS = ['error', 'warning', 'information', 'hint', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

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
