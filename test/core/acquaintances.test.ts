import assert from 'node:assert/strict';
import { acquaintances } from '../../server/src/core/extract/acquaintances.ts';

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['我表弟去年开了店', ['kin 我表弟 表弟']],
  ['他孩子同学的父亲也买了', ['kin 他孩子同学的父亲 父亲']],
  ['隔壁卖早餐的两口子关了门', ['nearby 隔壁卖早餐的两口子 两口子']],
  ['涨得最多的，是做双抗的那家。', ['the-one 做双抗的那家 家']],
  ['我们说的那个道理', []],
  ['老师们都知道', []],
];

describe('cases known without a name', () => {
  it('are looked for in time', () => {
    const started = performance.now();
    acquaintances(`我${'身边的'.repeat(2000)}。`);
    assert.ok(performance.now() - started < 2000);
  });

  for (const [text, expected] of CASES)
    it(text, () => {
      assert.deepEqual(
        acquaintances(text).map(({ kind, start, end, head }) => `${kind} ${text.slice(start, end)} ${head}`),
        expected,
      );
    });
});
