import type { Locale } from '../../../../../common/locale.ts';
import type { Report } from '../../../features/report.ts';
import type { FailLevel } from '../options.ts';
import type { Counts } from '../tasks.ts';

/** One checked file; `text` is what its offsets count in. */
export interface FileResult {
  readonly file: string;
  readonly text: string;
  readonly report: Report;
}

export interface FormatContext {
  readonly locale: Locale;
  readonly color: boolean;
  /** From which severity a claim counts as a failure. */
  readonly failOn: FailLevel;
}

export interface Summary {
  readonly files: number;
  readonly counts: Counts;
}

/**
 * How results are printed. Each file's part is made where the file was checked, maybe in a worker thread, from that
 * file alone; the parts are joined in the order given. No part, separator or frame brings its own last line break
 * except where it says so.
 */
export interface Format {
  /** Before all parts; `single` when one file was asked for by its name. */
  begin?(single: boolean, context: FormatContext): string;
  /** Between two parts that are not empty. */
  readonly separator?: string;
  file(result: FileResult, context: FormatContext): string;
  /** After all parts. */
  end?(single: boolean, summary: Summary, context: FormatContext): string;
}
