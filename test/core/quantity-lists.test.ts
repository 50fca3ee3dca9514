import assert from 'node:assert/strict';
import { findQuantities } from '../../server/src/core/extract/quantity/index.ts';

const read = (text: string) => findQuantities(text).map((q) => `${q.text} ${q.min} ${q.unit} ${q.kind} ${q.approx}`);

describe('quantities: numbers that leave their unit to the last', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['净利润为5.02/6.31亿元', ['5.02 502000000 元 money none', '6.31亿元 631000000 元 money none']],
    ['对应PE为71/53/37倍', ['71 71 倍 multiple none', '53 53 倍 multiple none', '37倍 37 倍 multiple none']],
    ['销量约16.2/14.7万辆', ['约16.2 162000 辆 count about', '14.7万辆 147000 辆 count about']],
    ['分红0.91、0.97、0.79亿元', ['0.91 91000000 元 money none', '0.97 97000000 元 money none', '0.79亿元 79000000 元 money none']],
    ['营收:5.02/6.31亿元', ['5.02 502000000 元 money none', '6.31亿元 631000000 元 money none']],
    ['产量14、15万吨', ['14 140000 吨 weight none', '15万吨 150000 吨 weight none']],
    ['流量500/600万左右', ['500 5000000 null other about', '600万左右 6000000 null other about']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(read(text), expected));

  for (const text of ['2024/2025年报', '第一类;2、年满', '代码00700/09988', '见2018/05/28数据', '5/10/20日均线', '比例为60/40'])
    it(`not in ${text}`, () => assert.deepEqual(read(text), []));

  it('not across what a full-width comma parts', () => {
    assert.deepEqual(read('跌至7.0、13.35亿元流出'), ['13.35亿元 1335000000 元 money none']);
  });
});
