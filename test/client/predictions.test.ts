import assert from 'node:assert/strict';
import { predictionNodes, Rows } from '../../client/src/review/predictionNodes.ts';
import type { PredictionItem } from '../../common/protocol.ts';

const at = { line: 0, character: 0 };
const item = (claim: string, more: Partial<PredictionItem>): PredictionItem => ({
  uri: 'file:///a.md',
  article: 'a.md',
  claim,
  text: claim,
  speaker: null,
  range: { start: at, end: at },
  date: '2024-01-01',
  due: null,
  horizon: null,
  certainty: 'plain',
  outcome: null,
  ...more,
});

describe('the nodes of the predictions view', () => {
  const predictions = [
    item('late', { due: '2024-05-31' }),
    item('today', { due: '2024-06-01' }),
    item('never', {}),
    item('known', { due: '2024-05-01', outcome: { result: 'true' } }),
  ];
  const counts = { overdue: 3, coming: 1, undated: 1, resolved: 1, speakers: 0 };

  it('stand by urgency, what is left out behind a row that asks for more, empty groups not at all', () => {
    const nodes = predictionNodes({ predictions, counts, scores: [], articles: 1, pending: 0 }, '2024-06-01');
    const shown = nodes.map((node) =>
      node.type === 'group'
        ? [node.group, node.count, ...node.children.map((child) => (child.type === 'prediction' ? child.item.claim : child))]
        : node,
    );
    assert.deepEqual(shown, [
      ['overdue', 3, 'late', { type: 'more', group: 'overdue', count: 2 }],
      ['coming', 1, 'today'],
      ['undated', 1, 'never'],
      ['resolved', 1, 'known'],
    ]);
  });

  it('are asked for page by page, group by group', () => {
    const rows = new Rows();
    rows.more('undated');
    const { undated = 0, overdue = 0 } = rows.params();
    assert.equal(undated, 2 * overdue);
  });
});
