import assert from 'node:assert/strict';
import {
  explainNumber,
  findQuantities,
  toArabicNumber,
  toChineseNumber,
  writeNumber,
} from '../../server/src/core/extract/quantity/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';
import { check, none, type Row } from './quantityRows.ts';

describe('quantities: numerals', () => {
  const rows: Row[] = [
    ['1.2万亿', '1.2万亿', 1.2e12, 1.2e12, 'none', 'other', null, null],
    ['壹佰万元整', '壹佰万元整', 1e6, 1e6, 'none', 'money', '元整', 'CNY'],
    ['估值5億6,800萬', '5亿6,800万', 568e6, 568e6, 'none', 'money', null, null],
    ['两三百亿', '两三百亿', 200e8, 300e8, 'none', 'other', null, null],
    ['几千万', '几千万', 2e7, 9e7, 'none', 'other', null, null],
    ['1000多万', '1000多万', 1e7, 19_999_999, 'above', 'other', null, null],
    ['十几亿', '十几亿', 11e8, 19e8, 'none', 'other', null, null],
    ['数十万', '数十万', 20e4, 90e4, 'none', 'other', null, null],
    ['一个半亿', '一个半亿', 1.5e8, 1.5e8, 'none', 'other', null, null],
    ['小两百亿', '小两百亿', 200e8, 200e8, 'below', 'other', null, null],
    ['一点几', '一点几', 1.1, 1.9, 'none', 'other', null, null],
    ['八点几', '八点几', 8.1, 8.9, 'none', 'other', null, null],
    ['他们有四百来万', '四百来万', 4e6, 4e6, 'about', 'other', null, null],
    ['三万五的车', '三万五', 35000, 35000, 'none', 'other', null, null],
    ['六十四万零三百人', '六十四万零三百人', 640300, 640300, 'none', 'count', '人', null],
  ];
  rows.forEach(check);
});

describe('quantities: shares, multiples, points', () => {
  const rows: Row[] = [
    ['三成五', '三成五', 35, 35, 'none', 'percent', '成', null],
    ['七八成', '七八成', 70, 80, 'none', 'percent', '成', null],
    ['不到一成', '不到一成', 10, 10, 'below', 'percent', '成', null],
    ['百分之三十五点六', '百分之三十五点六', 35.6, 35.6, 'none', 'percent', '百分之', null],
    ['千分之三', '千分之三', 0.3, 0.3, 'none', 'percent', '千分之', null],
    ['万分之五', '万分之五', 0.05, 0.05, 'none', 'percent', '万分之', null],
    ['四分之一的店', '四分之一', 25, 25, 'none', 'percent', null, null],
    ['十五六个百分点', '十五六个百分点', 15, 16, 'none', 'percentagePoint', '个百分点', null],
    ['降25个BP', '25个BP', 0.25, 0.25, 'none', 'percentagePoint', '个BP', null],
    ['30-40%', '30-40%', 30, 40, 'none', 'percent', '%', null],
    ['６０％～７０％', '60%~70%', 60, 70, 'none', 'percent', '%', null],
    ['同比-5.2%', '-5.2%', -5.2, -5.2, 'none', 'percent', '%', null],
    ['五六倍', '五六倍', 5, 6, 'none', 'multiple', '倍', null],
    ['翻两番', '翻两番', 4, 4, 'none', 'multiple', '番', null],
    ['收入翻番', '翻番', 2, 2, 'none', 'multiple', '番', null],
    ['价格翻了一倍', '一倍', 1, 1, 'none', 'multiple', '倍', null],
    ['价格翻了一番', '翻了一番', 2, 2, 'none', 'multiple', '番', null],
    ['股价腰斩', '腰斩', 50, 50, 'none', 'percent', null, null],
    ['半数股东', '半数', 50, 50, 'none', 'percent', null, null],
    ['一半以上的店', '一半以上', 50, 50, 'atLeast', 'percent', null, null],
    ['差一个数量级', '一个数量级', 1, 1, 'none', 'other', '个数量级', null],
    ['两位数增长', '两位数', 10, 99, 'none', 'other', '位数', null],
  ];
  rows.forEach(check);
});

describe('quantities: money', () => {
  const rows: Row[] = [
    ['近700万元', '近700万元', 7e6, 7e6, 'below', 'money', '元', 'CNY'],
    ['US$1.2bn', 'US$1.2bn', 1.2e9, 1.2e9, 'none', 'money', 'US$', 'USD'],
    ['約新台幣50億元', '约新台币50亿元', 50e8, 50e8, 'about', 'money', '元', 'TWD'],
    ['花了41块3', '41块3', 41.3, 41.3, 'none', 'money', '块', 'CNY'],
    ['两块三毛钱', '两块三毛钱', 2.3, 2.3, 'none', 'money', '块', 'CNY'],
    ['每股1.2元', '1.2元', 1.2, 1.2, 'none', 'money', '元', 'CNY'],
    ['售价2900元/吨', '2900元/吨', 2900, 2900, 'none', 'money', '元/吨', 'CNY'],
    ['约 1.54 万亿美元', '约 1.54 万亿美元', 1.54e12, 1.54e12, 'about', 'money', '美元', 'USD'],
    ['500-1000万欧元', '500-1000万欧元', 5e6, 1e7, 'none', 'money', '欧元', 'EUR'],
    ['至少九百块钱以上', '至少九百块钱以上', 900, 900, 'atLeast', 'money', '块钱', 'CNY'],
    ['融资三百万', '三百万', 3e6, 3e6, 'none', 'money', null, null],
  ];
  rows.forEach(check);
});

describe('quantities: counts, lengths of time, measures', () => {
  const rows: Row[] = [
    ['接近100万人次', '接近100万人次', 1e6, 1e6, 'below', 'count', '人次', null],
    ['200万-300万人次', '200万-300万人次', 2e6, 3e6, 'none', 'count', '人次', null],
    ['上百家', '上百家', 100, 100, 'atLeast', 'count', '家', null],
    ['两百八十多家', '两百八十多家', 280, 289, 'above', 'count', '家', null],
    ['两三个月就够', '两三个月', 2, 3, 'none', 'duration', '个月', null],
    ['只用了半年', '半年', 0.5, 0.5, 'none', 'duration', '年', null],
    ['一年半的工夫', '一年半', 1.5, 1.5, 'none', 'duration', '年', null],
    ['12个多小时', '12个多小时', 12, 13, 'above', 'duration', '个小时', null],
    ['指数到了3300点附近', '3300点附近', 3300, 3300, 'about', 'other', '点', null],
    ['约30万吨', '约30万吨', 3e5, 3e5, 'about', 'weight', '吨', null],
    ['超过420万亩', '超过420万亩', 4.2e6, 4.2e6, 'above', 'area', '亩', null],
    ['三到五公里', '三到五公里', 3, 5, 'none', 'length', '公里', null],
    ['两、三年', '两、三年', 2, 3, 'none', 'duration', '年', null],
    ['20亿消费者', '20亿消费者', 2e9, 2e9, 'none', 'count', '消费者', null],
    ['不超过5家', '不超过5家', 5, 5, 'atMost', 'count', '家', null],
  ];
  rows.forEach(check);

  it('keeps from and to apart', () => {
    const found = findQuantities('从1000万到5000万').map((q) => q.text);
    assert.deepEqual(found, ['1000万', '5000万']);
  });
});

describe('quantities: what is none', () => {
  const nothing =
    `GPT-4 · A100 · H800和5G · 沪深300 · 36氪 · 360公司 · 600519 · 300750.SZ · 三一重工 · 九号公司 · 中证1000指数 · 科创50 · 2023年 · 三季度 · 2H18 · Q3
    · 3月5日 · 90年代 · 2024-03-05 · FY2023 · 10:30开会 · 三番五次 · 一心一意 · 乱七八糟 · 万一 · 一直 · 十分高兴 · 千万不要 · 四大行 · 十四五 · 双十一 · 五一 · 三农 · 二线城市
    · 第一 · 第3章 · 一家公司 · 一个例子 · 一种 · 统一 · 之一 · 周五 · 指数 · 数据 · v2.3.1 · iPhone 15 · 010-12345678 · 百分之百放心 · 几乎 · 过去三年 · 三年前 · 十年后 · 五年之内
    · 接二连三 · 七上八下 · 两会 · 一带一路 · 10年期国债 · 星期三 · 百度 · 万科 · 工业4.0 · 有一天 · 新三板 · 唯一 · 在数钱 · 成千上万个程序 · 冰山一角 · 一毛不拔 · 7天期逆回购 · 3个月期央行票据 · 24-26年净利润 · 沪深300年初以来 · 标普500年内 · 中证1000月内 · 上证50年底`.split(
      '·',
    );
  for (const text of nothing) none(text.trim());
});

describe('quantities: read out and written', () => {
  const read = (text: string) => explainNumber(findQuantities(normalize(text))[0]!);
  it('reads out', () => {
    assert.equal(read('一千万'), '10,000,000');
    assert.equal(read('200万-300万'), '2,000,000–3,000,000');
    assert.equal(read('三成五'), '35%');
    assert.equal(read('五六倍'), '5–6×');
  });
  it('writes', () => {
    assert.equal(toChineseNumber(1e7), '一千万');
    assert.equal(toChineseNumber(100_000_305), '一亿零三百零五');
    assert.equal(writeNumber(1e7, 'mixed'), '1000万');
    assert.equal(writeNumber(1e7, 'grouped'), '10,000,000');
    assert.equal(writeNumber(1.2e12, 'mixed'), '1.2万亿');
    assert.equal(toArabicNumber('六十四万零一百四十三'), 640143);
    assert.equal(toArabicNumber('几千万'), null);
  });
});

describe('quantities: time taken', () => {
  for (const unit of ['1', '一', '万', '1,', '几', '5亿', '1-', '上百', '近1', '百分之', '三年']) {
    it(`grows with the length of ${JSON.stringify(unit)} repeated`, () => {
      const took = (length: number) => {
        const text = unit.repeat(length / unit.length);
        const from = performance.now();
        findQuantities(text);
        return performance.now() - from;
      };
      took(20_000);
      const small = Math.max(took(50_000), 2);
      assert.ok(took(400_000) < small * 60, 'eight times the text took more than sixty times as long');
    });
  }
});
