import assert from 'node:assert/strict';
import { findQuantities } from '../../server/src/core/extract/quantity/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';

const read = (text: string) =>
  findQuantities(normalize(text)).map((q) => `${q.text} ${q.min === q.max ? q.min : `${q.min}–${q.max}`} ${q.approx} ${q.unit}`);

/** A sentence → every quantity in it. */
function all(cases: readonly (readonly [string, ...string[]])[]): void {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(read(text), expected));
}

describe('quantities: spoken spans and short ways', () => {
  all([
    ['市值3、400亿', '3、400亿 30000000000–40000000000 none null'],
    ['大概2、3个亿', '大概2、3个亿 200000000–300000000 about null'],
    ['成交量放大3、4倍', '3、4倍 3–4 none 倍'],
    ['来了2、3百人', '2、3百人 200–300 none 人'],
    ['等了4、5年', '4、5年 4–5 none 年'],
    ['分别为2、3万吨', '2 20000 none 吨', '3万吨 30000 none 吨'],
    ['产量14、15万吨', '14 140000 none 吨', '15万吨 150000 none 吨'],
    ['1、2家公司被罚', '2家 2 none 家'],
    ['第1、2名', '2名 2 none 名'],
    ['1、2号楼'],
    ['亏了十几二十亿', '十几二十亿 1100000000–2000000000 none null'],
    ['二十几三十个人', '二十几三十个人 21–30 none 个人'],
    ['花了八毛五', '八毛五 0.85 none 毛'],
    ['只卖三毛六一斤', '三毛六 0.36 none 毛', '一斤 1 none 斤'],
    ['跌了五毛三分', '五毛三分 0.53 none 毛'],
    ['五毛一个', '五毛 0.5 none 毛'],
    ['亏了五六个W', '五六个W 50000–60000 none null'],
    ['走出三个W底', '三个 3 none 个'],
    ['按千三的滑点算', '千三 0.3 none 千分之'],
    ['万2.5佣金', '万2.5 0.025 none 万分之'],
    ['手续费一般万三', '万三 0.03 none 万分之'],
    ['千三元的手机', '千三元 1300 none 元'],
    ['按七块二五卖', '七块二五 7.25 none 块'],
    ['三块一二的价', '三块 3 none 块'],
    ['按三块三五折', '三块 3 none 块', '三五折 3–5 none 折'],
    ['能省五块三毛美金', '五块三毛美金 5.3 none 美金'],
    ['押金三十块港币', '三十块港币 30 none 港币'],
    ['跌了一点三对不对', '一点三 1.3 none null'],
    ['定存一点几对吧', '一点几 1.1–1.9 none null'],
    ['收益一点一几', '一点一几 1.11–1.19 none null'],
    ['卖了三对杯子', '三对 3 none 对'],
    ['用了一年零三个月', '一年零三个月 1.25 none 年'],
    ['跑了3小时15分钟', '3小时15分钟 3.25 none 小时'],
    ['一年两个半月', '一年两个半月 1.20833333333333 none 年'],
    ['一天3小时', '一天 1 none 天', '3小时 3 none 小时'],
    ['三年两个亿', '三年 3 none 年', '两个亿 200000000 none null'],
  ]);
});

describe('quantities: 超', () => {
  all([
    ['外資買超200億元，投信賣超30億元', '200亿元 20000000000 none 元', '30亿元 3000000000 none 元'],
    ['三大法人合計賣超新台幣30億元', '新台币30亿元 3000000000 none 元'],
    ['外資期貨賣超3000口', '3000口 3000 none 口'],
    ['北向资金净流入超200亿元', '超200亿元 20000000000 above 元'],
    ['融资净买入超3亿元', '超3亿元 300000000 above 元'],
    ['营业收入超60亿元', '超60亿元 6000000000 above 元'],
    ['净流出超50亿元', '超50亿元 5000000000 above 元'],
    ['对美贸易入超200亿美元', '200亿美元 20000000000 none 美元'],
    ['商品贸易出超300亿美元', '300亿美元 30000000000 none 美元'],
    ['某品牌上半年卖超20万辆', '超20万辆 200000 above 辆'],
    ['外资车企去年卖超20万辆', '超20万辆 200000 above 辆'],
  ]);
});

describe('quantities: names and ways of speaking that hold a number', () => {
  for (const text of [
    '3.15晚会',
    '5.19行情',
    '“8.11”汇改',
    '6.18大促',
    '11.11购物节',
    '明年八成会降息',
    '他八成要走',
    '三五成群',
    '“三支箭”',
    '金融16条',
    '百亿私募',
    '百亿级私募',
    '十倍股',
    '千亿市值公司',
    '万亿公司',
  ])
    it(`nothing in ${text}`, () => assert.deepEqual(read(text), []));

  all([
    ['每股5.19元的行情', '5.19元 5.19 none 元'],
    ['客户中八成会续费', '八成 80 none 成'],
    ['明年八成会员续费', '八成 80 none 成'],
    ['新增16条产线', '16条 16 none 条'],
    ['九百亿市值', '九百亿 90000000000 none null'],
    ['发行千亿公司债', '千亿公司 100000000000 none 公司'],
    ['近百亿私募基金', '近百亿 10000000000 below null'],
    ['那只25倍大牛股', '25倍 25 none 倍'],
    ['股价涨了3倍股民才来', '3倍 3 none 倍'],
  ]);
});
