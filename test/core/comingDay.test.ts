import assert from 'node:assert/strict';
import { daysOf } from '../../server/src/core/article/comingDay.ts';
import { findTimes } from '../../server/src/core/extract/time/index.ts';
import { createAnalyzer } from '../../server/src/core/index.ts';

/** A Friday. */
const DATE = '2025-11-07';

/** The day that the first time of a clause means. */
function dayOf(text: string): string | null | undefined {
  const range = daysOf(findTimes(text)[0]!, text, { start: 0, end: text.length }, DATE);
  return range?.from ?? range?.until;
}

describe('a weekday without a week', () => {
  const ahead: [string, string][] = [
    ['周一将开盘上涨', '2025-11-10'],
    ['周三将公布财报', '2025-11-12'],
    ['周三央行会公布数据', '2025-11-12'],
    ['星期二开盘别追', '2025-11-11'],
    ['周一开盘后股价有望反弹', '2025-11-10'],
    ['预计周三公布', '2025-11-12'],
    ['建议大家周一卖出', '2025-11-10'],
    ['周二要开董事会', '2025-11-11'],
    ['周四前将完成交割', '2025-11-13'],
    ['周五将公布财报', '2025-11-07'],
    ['周末将公布财报', '2025-11-08'],
    ['本周三将公布财报', '2025-11-05'],
  ];
  for (const [text, day] of ahead) it(`of what is to come: ${text}`, () => assert.equal(dayOf(text), day));

  const past: [string, string][] = [
    ['周一公司股价收跌', '2025-11-03'],
    ['周三会议决定回购股份', '2025-11-05'],
    ['周三股东大会通过了议案', '2025-11-05'],
    ['周三公司表示将回购股份', '2025-11-05'],
    ['周三公布的财报会让人失望', '2025-11-05'],
    ['周一将利率下调了', '2025-11-03'],
    ['周一重要指数下跌', '2025-11-03'],
    ['周二需要补交材料', '2025-11-04'],
    ['原计划周三公布', '2025-11-05'],
    ['周三央行要求银行自查', '2025-11-05'],
  ];
  for (const [text, day] of past) it(`of what was: ${text}`, () => assert.equal(dayOf(text), day));

  it('of a clause before that tells of its own bounds nothing to come', () => {
    const { claims } = createAnalyzer().analyze({
      text: `---\ndate: ${DATE}\n---\n\n周三新厂点火试产，预计投入3亿元。\n`,
      format: 'markdown',
    });
    const horizons = claims.flatMap(({ horizon }) => horizon?.from ?? []);
    assert.ok(!horizons.includes('2025-11-12'), horizons.join());
  });

  it('is resolved so in an article, and bounds what is foretold', () => {
    const { claims } = createAnalyzer().analyze({ text: `---\ndate: ${DATE}\n---\n\n周一股价将大幅上涨。\n`, format: 'markdown' });
    assert.equal(claims.find(({ code }) => code === 'relative-date')?.resolved?.from, '2025-11-10');
    assert.equal(claims.find(({ code }) => code === 'prediction')?.horizon?.from, '2025-11-10');
  });
});
