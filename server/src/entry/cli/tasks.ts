import type { Severity } from '../../core/index.ts';

/** One thing to check. */
export type Task =
  /** A file; `found` when it was met in a folder or by a glob and counts only when it is Chinese enough. */
  | { readonly kind: 'file'; readonly name: string; readonly found: boolean }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** A line of `--stream`. */
  | { readonly kind: 'record'; readonly line: string; readonly tooLong?: true };

export type Counts = Readonly<Record<Severity, number>>;

/** What became of a task. */
export interface Outcome {
  /** What the format prints for it; null when there is nothing to print. */
  readonly output: string | null;
  readonly counts: Counts | null;
  /** Said on standard error, each sentence once a run. */
  readonly notes: readonly string[];
  /** A file that could not be read, or a broken config: exit code 2. */
  readonly failed: boolean;
}

export const NO_CLAIMS: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, information: a.information + b.information, hint: a.hint + b.hint };
}
