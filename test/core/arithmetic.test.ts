import assert from 'node:assert/strict';
import { findMismatches } from '../../server/src/core/extract/arithmetic/index.ts';
import { findQuantities } from '../../server/src/core/extract/quantity/index.ts';
import { findTimes } from '../../server/src/core/extract/time/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';

function mismatches(raw: string) {
  const text = normalize(raw);
  return findMismatches({ text, quantities: findQuantities(text), times: findTimes(text) }).map((m) => ({
    text: text.slice(m.start, m.end),
    calculation: m.calculation,
  }));
}

/** ⟦…⟧ marks the statement at fault; after → the calculation that the hover shows. */
const BAD: [string, string][] = [
  ['收入从2019年的12亿元增长到2023年的30亿元，⟦增幅达到250%⟧。', '12亿元 → 30亿元 = +150%'],
  ['收入由8000万元提高至2.4亿元，⟦增长了三倍⟧。', '8000万元 → 2.4亿元 = 3倍,即增长2倍'],
  ['用户数从500万增加到1500万，足足⟦涨了三倍⟧。', '500万 → 1500万 = 3倍,即增长2倍'],
  ['股价从18元一路涨到54元，三年⟦涨了三倍⟧。', '18元 → 54元 = 3倍,即增长2倍'],
  ['净利润从3亿元降到2亿元，⟦下滑了50%⟧。', '3亿元 → 2亿元 = -33.33%'],
  ['员工从1200人裁到800人，⟦裁掉了一半⟧。', '1200人 → 800人 = -33.33%'],
  ['市场规模由100亿元扩大至250亿元，五年⟦翻了两番⟧。', '100亿元 → 250亿元 = 2.5倍'],
  ['产能从5万吨提升到20万吨，⟦是原来的三倍⟧。', '5万吨 → 20万吨 = 4倍'],
  ['去年营收10亿元，今年营收15亿元，⟦增长了80%⟧。', '10亿元 → 15亿元 = +50%'],
  ['2022年公司卖出20万辆，2023年卖出30万辆，⟦翻了一番⟧。', '20万辆 → 30万辆 = 1.5倍'],
  ['公司营收36亿元，上年同期为30亿元，同比⟦增长30%⟧。', '30亿元 → 36亿元 = +20%'],
  ['公司营收36亿元，同比⟦增长30%⟧（上年同期30亿元）。', '30亿元 → 36亿元 = +20%'],
  ['余额为3300亿元，较上周增加300亿元，⟦增长20%⟧。', '300亿元 ÷ 3000亿 = 10%'],
  ['毛利率从20%降到15%，⟦下降了10个百分点⟧。', '15% − 20% = -5个百分点'],
  ['今年投了⟦120%⟧的市场份额。', '120% > 100%'],
  ['北美占45%，欧洲占35%，亚太占⟦30%⟧。', '45% + 35% + 30% = 110%'],
  ['他持有30%股份，妻子持有40%，剩余⟦50%⟧由持股平台持有。', '30% + 40% + 50% = 120%'],
  ['公司共有员工500人，其中研发人员⟦600人⟧。', '600人 > 500人'],
  ['全年共开店120家，其中华东80家，华南⟦60家⟧。', '80家 + 60家 = 140 > 120家'],
  ['三个季度分别实现收入1.2亿元、1.5亿元、1.8亿元，合计⟦5.5亿元⟧。', '1.2亿元 + 1.5亿元 + 1.8亿元 = 4.5亿'],
  ['研发投入4亿元，占营收20亿元的⟦15%⟧。', '4亿元 ÷ 20亿元 = 20%'],
  ['年薪⟦50万-30万⟧不等。', '50万 > 30万'],
  ['厂区占地300亩，⟦约合2万平方米⟧。', '约合2万平方米 ÷ 300亩 = 66.67'],
  ['这台机器原价2000元，打七折只要⟦1600元⟧。', '1600元 ÷ 2000元 = 8折'],
  ['营收從1000萬增至5000萬，⟦涨了五倍⟧。', '1000万 → 5000万 = 5倍,即增长4倍'],
  ['2023年公司营收20亿元。2023年公司营收⟦25亿元⟧。', '2023年营收:20亿元 ≠ 25亿元'],
];

const GOOD = [
  '收入从2019年的12亿元增长到2023年的30亿元，增幅达到150%。',
  '收入从12亿元增长到近36亿元，接近三倍。',
  '用户数从500万增加到1500多万，涨了两倍多。',
  '股价从18元涨到54元，年均上涨44%。',
  '净利润从3亿元降到2亿元，下滑了三分之一。',
  '市值从300亿跌到140多亿，腰斩。',
  '营收从3.2亿元增至4.1亿元，增长近三成。',
  '价格从100元跌至80元，其中三季度下降30%。',
  '营收从20亿增至50亿，毛利增长30%。',
  '营收从20亿增至50亿，负债翻了三倍。',
  '营收从2021年的20亿元增至2022年的50亿元，2023年增长30%。',
  '净利润为-10.9亿元，较2017年的5513.93万元下滑2077.65%。',
  '收入40659元，比上年增加3457元，增长9.3%。',
  '清洁能源装机占比90%，新能源装机占比61%。',
  '2015年和2016年，该公司营收分别占总营收的76%和64%。',
  '共有合伙人300人，其中女性占40%，博士占70%。',
  '全年共开店120家，其中华东60家，华南60家。',
  '全年亏损2500万元至2000万元。',
  '目标价从60元下调到50元。',
  '指数盘中交投于48690-45695美元区间。',
  '投资10亿美元（约合72亿元人民币）。',
  '2023年甲公司营收20亿元，2023年乙公司营收25亿元。',
  '销量从5万台涨到6万台，单价降了两成。',
  '毛利率从20%升到25%，提升了25%。',
];

describe('arithmetic', () => {
  for (const [marked, calculation] of BAD) {
    it(marked, () => {
      const from = marked.indexOf('⟦');
      const text = normalize(marked.slice(from + 1, marked.indexOf('⟧')));
      assert.deepEqual(mismatches(marked.replace(/[⟦⟧]/g, '')), [{ text, calculation }]);
    });
  }
  for (const text of GOOD) {
    it(`lets pass: ${text}`, () => {
      assert.deepEqual(mismatches(text), []);
    });
  }

  for (const unit of ['1', '一', '从1万到2万,', '占3%,', '共3家,其中1家,', '涨了3倍', '3万到2万', '2023年营收1亿,', '100万、']) {
    it(`takes time that grows with the length of ${JSON.stringify(unit)} repeated`, () => {
      const took = (length: number) => {
        const text = unit.repeat(length / unit.length);
        const read = { text, quantities: findQuantities(text), times: [] };
        const from = performance.now();
        findMismatches(read);
        return performance.now() - from;
      };
      took(10_000);
      const small = Math.max(took(20_000), 4);
      assert.ok(took(160_000) < small * 60, 'eight times the text took more than sixty times as long');
    });
  }
});
