import type { Locale } from '../../../../common/locale.ts';
import type { SeverityName } from '../../../../common/settings.ts';
import type { FailLevel } from '../../exports/format.ts';
import type { FormatName } from './formats.ts';

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
  /** Exactly one file was asked for by its name. */
  readonly single: boolean;
  /** The file that the report is written to; null: standard output. */
  readonly output: string | null;
}

/** Wrong usage: said on standard error, exit code 2. */
export class UsageError extends Error {}
