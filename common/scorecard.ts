import type { PredictionItem } from './reviewProtocol.ts';

/** Overdue; the day has not come; no day is named; the outcome is known. */
export const PREDICTION_GROUPS = ['overdue', 'coming', 'undated', 'resolved'] as const;
export type PredictionGroup = (typeof PREDICTION_GROUPS)[number];

/** `today` is `YYYY-MM-DD`. */
export function groupOf({ due, outcome }: PredictionItem, today: string): PredictionGroup {
  if (outcome) return 'resolved';
  if (due === null) return 'undated';
  return due < today ? 'overdue' : 'coming';
}

/** How sure of itself a prediction sounds. */
export const CERTAINTIES = ['absolute', 'hedged', 'plain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Of the predictions whose outcome is known, how many there are and how many came true; partly counts half. */
export interface Hits {
  readonly resolved: number;
  readonly right: number;
}

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
  /** By how sure they sounded: who says `一定` should be right more often than who says `可能`. */
  readonly calibration: Readonly<Record<Certainty, Hits>>;
}

/** One row a speaker, who made most first; the author is null. `today` is `YYYY-MM-DD`. */
export function scorecard(predictions: readonly PredictionItem[], today: string): Score[] {
  const scores = new Map<string | null, { -readonly [K in keyof Score]: Score[K] }>();
  for (const { speaker, due, outcome, certainty } of predictions) {
    const score = scores.get(speaker) ?? { speaker, made: 0, due: 0, resolved: 0, right: 0, undated: 0, calibration: NO_HITS };
    scores.set(speaker, score);
    score.made++;
    if (due === null) score.undated++;
    else if (due < today) score.due++;
    if (!outcome) continue;
    const right = outcome.result === 'true' ? 1 : outcome.result === 'partly' ? 0.5 : 0;
    score.resolved++;
    score.right += right;
    const hits = score.calibration[certainty];
    score.calibration = { ...score.calibration, [certainty]: { resolved: hits.resolved + 1, right: hits.right + right } };
  }
  return [...scores.values()].sort((a, b) => b.made - a.made || compare(a.speaker ?? '', b.speaker ?? ''));
}

const NONE: Hits = { resolved: 0, right: 0 };
const NO_HITS: Score['calibration'] = { absolute: NONE, hedged: NONE, plain: NONE };

/** Within a group: by the day, by article and place. */
export function byUrgency(a: PredictionItem, b: PredictionItem): number {
  return compare(a.due ?? '', b.due ?? '') || compare(a.article, b.article) || a.range.start.line - b.range.start.line;
}

/** By code units: a locale's order would take a second for the predictions of some thousand articles. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
