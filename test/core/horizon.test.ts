import assert from 'node:assert/strict';
import { horizonOf } from '../../server/src/core/article/horizon.ts';
import { splitArticle } from '../../server/src/core/article/split.ts';
import { takeApart } from '../../server/src/core/paragraph.ts';

/** The horizon of a text's last clause, the text dated the 28th of December 2025 if nothing else is said. */
function horizon(text: string, date = '2025-12-28') {
  const [block] = splitArticle({ text, format: 'plain' }).split.blocks;
  const p = takeApart(block!, undefined, () => {});
  return horizonOf(p, p.clauses.length - 1, date);
}

const CASES: readonly (readonly [string, string, string | null])[] = [
  ['a time in its own clause', '明年价格会翻一番', '明年'],
  ['years with a dash between them', '2026—2028年价格会翻一番', '2026—2028年'],
  ['a time that opens its sentence', '明年新线投产，价格会翻一番', '明年'],
  ['a span of time that opens it', '未来三年，价格会翻一番', '未来三年'],
  ['an event awaited', '新线投产后，价格会翻一番', '投产后'],
  ['a day of the week just before', '周四开标，价格会翻一番', '周四'],
  ['a day of the week that dates the news', '上周四开标，价格会翻一番', null],
  ['a day of the week farther off', '周四开标，三家都去了，价格会翻一番', null],
  ['a vague word in its own clause', '价格短期内会翻一番', '短期内'],
  ['a vague word by itself', '短期内，价格会翻一番', '短期内'],
  ['a vague word of another clause', '货短期内补不上，价格会翻一番', null],
  ['a month that lies behind', '十一月那家店关门，老板会转行', null],
  ['what is told of as done', '今年签了新约，价格会翻一番', null],
  ['a condition of its own', '明年投产，一旦断货，价格会翻一番', null],
  ['a day that dates a report', '12月27日，某公司披露年报，拟派息三亿元', null],
  ['a later day that dates a report', '1月10日，某公司发布公告，拟派息三亿元', null],
  ['a day that dates what is said in its clause', '央行行长12月27日表示将降准', null],
  ['a month that is said to be', '某行12月27日表示6月将降息', '6月'],
  ['a day of what is awaited', '1月15日新车上市，销量会大增', '1月15日'],
  ['a day of a report that lies ahead', '明天公司将公布财报，股价会大涨', '明天'],
  ['a month of an event ahead', '6月球赛举行，啤酒销量将增长', '6月'],
  ['a month of another forecast', '多数人预测会在3月加息，某公司发布会后，预期会降息', '3月'],
  ['a stretch before a report', '今年，某行表示，价格会翻一番', '今年'],
  ['the day of the talk', '今天跟大家聊聊存储我认为未来三年价格会翻一番', '未来三年'],
  ['the evening’s session', '今晚美股开盘后，股价将上涨', '今晚'],
  ['a year that another is measured by', '公司明年预计收入比今年增长一成', '明年'],
  ['a year that says more than another', '明年的行情可以说会好于今年', '明年'],
  ['when it was expected', '年初公司预计明年收入将增长', '明年'],
  ['a day ahead on which something is announced', '预计央行将于1月14日宣布降息', '1月14日'],
  ['a day ahead of a house’s announcement', '央行有望在1月15日宣布降息', '1月15日'],
  ['what began before now', '今年以来股价会一直上涨', null],
  ['a year that began before now', '2025年以来股价将一直上涨', null],
  ['a part of a year of which a paper is', '今年第1季营收预估年增15%', '今年第1季'],
  ['a holiday rather than the neighbour’s time', '一季度见底，国庆节前有望反弹', '国庆节前'],
  ['a holiday in quotation marks', '“五一”期间收入有望增长', '“五一”期间'],
  ['a holiday that opens the sentence', '元旦前后，价格会翻一番', '元旦前后'],
  ['the days before a holiday', '节前市场会反弹', '节前'],
  ['what is for a holiday', '各地会制定节前供应计划', null],
  ['a number that is no holiday', '排名二十一前锋会转会', null],
  ['a five-year plan', '一季度触底，十五五末产能将达10万吨', '十五五末'],
  ['seasons', '明年翻身，今冬明春价格将上涨', '今冬明春'],
  ['what does not exceed a span', '不出三年，它必然破产', '不出三年'],
  ['what does not exceed a span, in its clause', '这家店不到两年就会倒闭', '不到两年'],
  ['how long something takes', '工期最多两年，产能将翻番', null],
  ['nothing that bounds it', '将来价格会翻一番', null],
];

describe('the horizon of a prediction', () => {
  for (const [what, text, expected] of CASES) it(what, () => assert.equal(horizon(text)?.text ?? null, expected));

  it('is told in days where they are known', () => {
    assert.deepEqual(horizon('明年价格会翻一番'), { text: '明年', from: '2026-01-01', until: '2026-12-31' });
  });

  it('is told in days where a plan or a span has them', () => {
    assert.deepEqual(horizon('十五五期间价格会翻一番'), { text: '十五五期间', from: '2026-01-01', until: '2030-12-31' });
    assert.equal(horizon('不出三年，它必然破产')?.until, '2028-12-28');
    assert.equal(horizon('十三五末价格会翻一番'), null);
  });

  const MONTHS: readonly (readonly [string, string, string])[] = [
    ['2025-11-20', '价格3月会翻一番', '2026-03-31'],
    ['2025-11-20', '价格一季度会翻一番', '2026-03-31'],
    ['2025-11-20', '价格12月会翻一番', '2025-12-31'],
    ['2025-11-20', '10月出口预计会翻一番', '2025-10-31'],
    ['2026-01-05', '12月出口预计会翻一番', '2025-12-31'],
    ['2024-02-29', '价格9月会翻一番', '2024-09-30'],
    ['2026-02-10', '价格下半年会翻一番', '2026-12-31'],
    ['2026-03-10', '12月出口预计会翻一番', '2026-12-31'],
    ['2025-11-20', '3月，价格会翻一番', '2026-03-31'],
  ];
  for (const [date, text, until] of MONTHS)
    it(`takes a month without a year for the nearest that can be foretold: ${date} ${text}`, () => {
      assert.equal(horizon(text, date)?.until, until);
    });
});
