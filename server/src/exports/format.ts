import type { Locale } from '../../../common/locale.ts';
import type { Severity, Format as TextFormat } from '../core/index.ts';
import type { Report } from '../features/report.ts';
import type { PlacedEntry } from '../review/apply.ts';

export const FAIL_LEVELS = ['error', 'warning', 'information', 'hint', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

const RANK: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Whether a severity is at or above the level from which claims count as failures. */
export function reaches(severity: Severity, level: FailLevel): boolean {
  return level !== 'never' && RANK.indexOf(severity) >= RANK.indexOf(level);
}

/** Claims that stand, by severity. */
export type Counts = Readonly<Record<Severity, number>>;
export const NO_CLAIMS: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, information: a.information + b.information, hint: a.hint + b.hint };
}

export function countsOf({ claims }: Report): Counts {
  const counts = { ...NO_CLAIMS };
  for (const { severity, suppressed } of claims) if (!suppressed) counts[severity]++;
  return counts;
}

/** One checked article; `text` is what its offsets count in. */
export interface FileResult {
  /** Its name as given, or its path in the folder. */
  readonly file: string;
  readonly text: string;
  readonly format: TextFormat;
  readonly report: Report;
  /** What was decided about it, with its place; orphans among it. */
  readonly placed: readonly PlacedEntry[];
}

export interface FormatContext {
  readonly locale: Locale;
  readonly color: boolean;
  /** From which severity a claim counts as a failure. */
  readonly failOn: FailLevel;
  /** True when one article was asked for by its name. */
  readonly single: boolean;
  readonly version: string;
  /** The day on which the export is made, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Summary {
  readonly files: number;
  readonly counts: Counts;
  /** What `digest` made of each file, in their order. */
  readonly digests: readonly unknown[];
}

/**
 * How results are written. Each file's part is made where the file was checked, maybe in a worker thread, from that
 * file alone; the parts are joined in the order given. No part, separator or frame brings its own last line break
 * except where it says so.
 */
export interface Format {
  /** Before all parts. */
  begin?(context: FormatContext): string;
  /** Between two parts that are not empty. */
  readonly separator?: string;
  file(result: FileResult, context: FormatContext): string;
  /** What `end` has to know of a file: small and plain, for it may come from another thread. */
  digest?(result: FileResult, context: FormatContext): unknown;
  /** After all parts. */
  end?(summary: Summary, context: FormatContext): string;
}
