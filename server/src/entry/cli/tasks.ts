import type { Counts } from '../../exports/format.ts';

/** One thing to check. */
export type Task =
  /** A file; `found` when it was met in a folder or by a glob and counts only when it is Chinese enough. */
  | { readonly kind: 'file'; readonly name: string; readonly found: boolean }
  | { readonly kind: 'text'; readonly name: string; readonly text: string; readonly notes: readonly string[] }
  /** A line of `--stream`; `fault`: it is too long to be read, or no UTF-8. */
  | { readonly kind: 'record'; readonly line: string; readonly fault?: 'long' | 'encoding' };

/** What became of a task. */
export interface Outcome {
  /** What the format prints for it; null when there is nothing to print. */
  readonly output: string | null;
  readonly counts: Counts | null;
  /** What the format's end has to know of it. */
  readonly digest?: unknown;
  /** Said on standard error, each sentence once a run. */
  readonly notes: readonly string[];
  /** A file that could not be read, or a broken config: exit code 2. */
  readonly failed: boolean;
  /** Of a record: it was answered with an error, or its date is none and was left aside. */
  readonly trouble?: 'error' | 'date';
}
