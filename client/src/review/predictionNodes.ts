import type { PredictionItem } from '../../../common/protocol.ts';
import { isOverdue, type Score, scorecard } from '../../../common/scorecard.ts';

export type PredictionGroup = 'overdue' | 'coming' | 'undated' | 'resolved' | 'speakers';

export type PredictionNode =
  | { readonly type: 'group'; readonly group: PredictionGroup; readonly children: readonly PredictionNode[] }
  | { readonly type: 'prediction'; readonly item: PredictionItem }
  | { readonly type: 'score'; readonly score: Score };

/** Overdue first, undated and resolved last, the scorecard at the end; empty groups are left out. `today` is `YYYY-MM-DD`. */
export function predictionNodes(predictions: readonly PredictionItem[], today: string): PredictionNode[] {
  const groups: Record<Exclude<PredictionGroup, 'speakers'>, PredictionItem[]> = { overdue: [], coming: [], undated: [], resolved: [] };
  for (const item of predictions) {
    if (item.outcome) groups.resolved.push(item);
    else if (item.due === null) groups.undated.push(item);
    else groups[isOverdue(item, today) ? 'overdue' : 'coming'].push(item);
  }
  const nodes = (['overdue', 'coming', 'undated', 'resolved'] as const).map(
    (group): PredictionNode => ({ type: 'group', group, children: groups[group].map((item) => ({ type: 'prediction', item })) }),
  );
  const scores = scorecard(predictions, today).map((score): PredictionNode => ({ type: 'score', score }));
  return [...nodes, { type: 'group', group: 'speakers', children: scores } as const].filter(
    (node) => node.type !== 'group' || node.children.length > 0,
  );
}
