import type { PredictionItem, PredictionsParams, PredictionsResult } from '../../../common/protocol.ts';
import { groupOf, PREDICTION_GROUPS, type PredictionGroup, type Score } from '../../../common/scorecard.ts';

export type ViewGroup = PredictionGroup | 'speakers';
export const VIEW_GROUPS: readonly ViewGroup[] = [...PREDICTION_GROUPS, 'speakers'];

export type PredictionNode =
  | { readonly type: 'group'; readonly group: ViewGroup; readonly count: number; readonly children: readonly PredictionNode[] }
  | { readonly type: 'more'; readonly group: ViewGroup; readonly count: number }
  | { readonly type: 'prediction'; readonly item: PredictionItem }
  | { readonly type: 'score'; readonly score: Score };

/** So many rows a group are asked for at first: VS Code draws all of an open group at once. */
const PAGE = 200;

/** How many rows of each group are wanted. */
export class Rows {
  readonly #wanted = new Map<ViewGroup, number>();

  more(group: ViewGroup): void {
    this.#wanted.set(group, this.of(group) + PAGE);
  }

  of(group: ViewGroup): number {
    return this.#wanted.get(group) ?? PAGE;
  }

  params(): NonNullable<PredictionsParams['rows']> {
    return Object.fromEntries(VIEW_GROUPS.map((group) => [group, this.of(group)]));
  }
}

/** Overdue first, undated and resolved last, the scorecard at the end; empty groups are left out. `today` is `YYYY-MM-DD`. */
export function predictionNodes({ predictions, scores, counts }: PredictionsResult, today: string): PredictionNode[] {
  const rows: Record<ViewGroup, PredictionNode[]> = { overdue: [], coming: [], undated: [], resolved: [], speakers: [] };
  for (const item of predictions) rows[groupOf(item, today)].push({ type: 'prediction', item });
  for (const score of scores) rows.speakers.push({ type: 'score', score });
  return VIEW_GROUPS.filter((group) => counts[group] > 0).map((group) => {
    const left = counts[group] - rows[group].length;
    const children: PredictionNode[] = left > 0 ? [...rows[group], { type: 'more', group, count: left }] : rows[group];
    return { type: 'group', group, count: counts[group], children };
  });
}
