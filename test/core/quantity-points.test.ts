import assert from 'node:assert/strict';
import { findQuantities, settleYuan } from '../../server/src/core/extract/quantity/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';

describe('quantities: points of rates of exchange and of interest', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['中间价报7.1012，较上一交易日调升23个基点', '23个基点 23 other'],
    ['人民币升值200个基点', '200个基点 200 other'],
    ['欧元兑美元跌30个点', '30个点 30 other'],
    ['10年期国债收益率下行3个基点', '3个基点 0.03 percentagePoint'],
    ['人民币走强，美债收益率下行3个基点', '3个基点 0.03 percentagePoint'],
    ['人民币走弱，央行降准50个基点', '50个基点 0.5 percentagePoint'],
    ['人民币走弱，公司利润率下降50个基点', '50个基点 0.5 percentagePoint'],
    ['人民币走弱，中美利差扩大50个基点', '50个基点 0.5 percentagePoint'],
    ['加息75个基点，人民币贬值200个基点', '75个基点 0.75 percentagePoint', '200个基点 200 other'],
    ['人民币升值3个百分点', '3个百分点 3 percentagePoint'],
    ['央行降息2碼', '2码 0.5 percentagePoint'],
    ['聯準會升息半碼，市場預期再升2至3碼', '半码 0.125 percentagePoint', '2至3码 0.5–0.75 percentagePoint'],
    ['降息一碼半', '一码半 0.375 percentagePoint'],
    ['穿38码的鞋'],
    ['健康一码通'],
    ['全年3亿码洋', '3亿 300000000 other'],
  ];
  for (const [text, ...expected] of cases)
    it(text, () => {
      const found = findQuantities(normalize(text)).filter((q) => !/[.]/.test(q.text));
      assert.deepEqual(
        found.map((q) => `${q.text} ${q.min === q.max ? q.min : `${q.min}–${q.max}`} ${q.kind}`),
        expected,
      );
    });
});

describe('quantities: whose 元', () => {
  const cases: readonly (readonly [string, ...(string | null)[]])[] = [
    ['銀行去年純益新台幣509億元，每股盈餘3.24元', 'TWD', 'TWD'],
    ['騰訊報290港元，每股盈利3元', 'HKD', 'HKD'],
    ['騰訊挫2%，報290元', null],
    ['A股成交1.2萬億元（人民幣，下同），基金佔500億元', 'CNY', 'CNY'],
    ['騰訊報290港元，內地人民幣收入增5億元', 'HKD', null],
    ['港股报290港元，A股报15元', 'HKD', 'CNY'],
    ['收入3亿元，他说「可以」', 'CNY'],
  ];
  for (const [raw, ...currencies] of cases)
    it(raw, () => {
      const text = normalize(raw);
      const money = settleYuan(findQuantities(text), text, raw).filter((q) => q.kind === 'money');
      assert.deepEqual(
        money.map((q) => q.currency),
        currencies,
      );
    });
});
