import assert from 'node:assert/strict';
import type { PredictionItem } from '../../common/protocol.ts';
import { type Certainty, scorecard } from '../../common/scorecard.ts';

const at = { line: 0, character: 0 };
const made = (certainty: Certainty, result?: 'true' | 'partly' | 'false'): PredictionItem => ({
  uri: 'file:///a.md',
  article: 'a.md',
  claim: `${certainty}-${result}`,
  text: '会涨',
  speaker: '周屹',
  range: { start: at, end: at },
  date: '2024-01-01',
  due: '2024-05-01',
  horizon: null,
  certainty,
  outcome: result ? { result } : null,
});

describe('the scorecard', () => {
  it('tells how often a speaker was right by how sure the predictions sounded', () => {
    const [score] = scorecard(
      [made('absolute', 'true'), made('absolute', 'false'), made('absolute'), made('hedged', 'partly'), made('plain')],
      '2024-06-01',
    );
    assert.deepEqual(score, {
      speaker: '周屹',
      made: 5,
      due: 5,
      resolved: 3,
      right: 1.5,
      undated: 0,
      calibration: { absolute: { resolved: 2, right: 1 }, hedged: { resolved: 1, right: 0.5 }, plain: { resolved: 0, right: 0 } },
    });
  });
});
