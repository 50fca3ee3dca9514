import type { PredictionItem } from './reviewProtocol.ts';

/** How a speaker's predictions have turned out. */
export interface Score {
  readonly speaker: string | null;
  readonly made: number;
  /** The day has come. */
  readonly due: number;
  readonly resolved: number;
  /** Came true; partly counts half. */
  readonly right: number;
  /** No day by which it must have come true. */
  readonly undated: number;
}

/** One row a speaker, who made most first; the author is null. `today` is `YYYY-MM-DD`. */
export function scorecard(predictions: readonly PredictionItem[], today: string): Score[] {
  const scores = new Map<string | null, { -readonly [K in keyof Score]: Score[K] }>();
  for (const { speaker, due, outcome } of predictions) {
    const score = scores.get(speaker) ?? { speaker, made: 0, due: 0, resolved: 0, right: 0, undated: 0 };
    scores.set(speaker, score);
    score.made++;
    if (due === null) score.undated++;
    else if (due < today) score.due++;
    if (!outcome) continue;
    score.resolved++;
    score.right += outcome.result === 'true' ? 1 : outcome.result === 'partly' ? 0.5 : 0;
  }
  return [...scores.values()].sort((a, b) => b.made - a.made || (a.speaker ?? '').localeCompare(b.speaker ?? ''));
}

/** Whether the day has come and nobody has said what became of it. */
export function isOverdue({ due, outcome }: PredictionItem, today: string): boolean {
  return due !== null && due < today && !outcome;
}

/** Overdue first, then open by the day, then undated, then those whose outcome is known. */
export function byUrgency(today: string) {
  const rank = (item: PredictionItem) => (item.outcome ? 3 : item.due === null ? 2 : item.due < today ? 0 : 1);
  return (a: PredictionItem, b: PredictionItem): number =>
    rank(a) - rank(b) ||
    (a.due ?? '').localeCompare(b.due ?? '') ||
    a.article.localeCompare(b.article) ||
    a.range.start.line - b.range.start.line;
}
