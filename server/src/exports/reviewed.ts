import type { PlacedEntry } from '../review/apply.ts';
import type { FileResult } from './format.ts';

/** Decisions that stand at no claim: the text has lost their words (`at` is null), or the analysis finds no such claim there. */
export function apart({ placed, report }: Pick<FileResult, 'placed' | 'report'>): PlacedEntry[] {
  const shown = new Set(report.claims.flatMap(({ review }) => (review ? [review.entry, ...review.others.map(({ entry }) => entry)] : [])));
  return placed.filter(({ entry, at }) => at === null || !shown.has(entry.id));
}
