import assert from 'node:assert/strict';
import { findArticleDate, findTimes, resolveTime } from '../../server/src/core/extract/time/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';

const DATE = '2024-02-22'; // a Thursday

type Row = [sentence: string, text: string, kind: string, bare: string, days: string];

const rows: Row[] = [
  ['他昨天说', '昨天', 'relative', '昨天', '2024-02-21..2024-02-21'],
  ['今晚公布', '今晚', 'relative', '今晚', '2024-02-22..2024-02-22'],
  ['去年收入', '去年', 'relative', '去年', '2023-01-01..2023-12-31'],
  ['去年春天', '去年春天', 'relative', '去年', '2023-02-01..2023-04-30'],
  ['去年年底', '去年年底', 'relative', '去年', '2023-11-01..2023-12-31'],
  ['今年三季度', '今年三季度', 'relative', '今年', '2024-07-01..2024-09-30'],
  ['今年3月5日', '今年3月5日', 'relative', '今年', '2024-03-05..2024-03-05'],
  ['明后年', '明后年', 'relative', '明后年', '2025-01-01..2026-12-31'],
  ['上個月', '上个月', 'relative', '上个月', '2024-01-01..2024-01-31'],
  ['上月底', '上月底', 'relative', '上月底', '2024-01-21..2024-01-31'],
  ['下周二', '下周二', 'relative', '下周二', '2024-02-27..2024-02-27'],
  ['周五收盘', '周五', 'relative', '周五', '2024-02-23..2024-02-23'],
  ['上周五', '上周五', 'relative', '上周五', '2024-02-16..2024-02-16'],
  ['这个周末', '这个周末', 'relative', '这个周末', '2024-02-24..2024-02-25'],
  ['近日披露', '近日', 'relative', '近日', 'null'],
  ['目前有三家', '目前', 'relative', '目前', 'null'],
  ['过去三年', '过去三年', 'relative', '过去三年', '2021-02-22..2024-02-22'],
  ['近年来', '近年来', 'relative', '近年来', 'null'],
  ['三年前', '三年前', 'relative', '三年前', '2021-01-01..2021-12-31'],
  ['半年来', '半年来', 'relative', '半年来', '2023-08-22..2024-02-22'],
  ['前不久', '前不久', 'relative', '前不久', 'null'],
  ['这两年', '这两年', 'relative', '这两年', '2022-02-22..2024-02-22'],
  ['下半年', '下半年', 'partial', '下半年', '2024-07-01..2024-12-31'],
  ['一季度', '一季度', 'partial', '一季度', '2024-01-01..2024-03-31'],
  ['前三季度', '前三季度', 'partial', '前三季度', '2024-01-01..2024-09-30'],
  ['3月5日', '3月5日', 'partial', '3月5日', '2024-03-05..2024-03-05'],
  ['1-9月', '1-9月', 'partial', '1-9月', '2024-01-01..2024-09-30'],
  ['年底', '年底', 'partial', '年底', '2024-11-01..2024-12-31'],
  ['再过一年', '再过一年', 'ahead', '再过一年', 'null..2025-02-22'],
  ['未来三年', '未来三年', 'ahead', '未来三年', '2024-02-22..2027-02-22'],
  ['三年内', '三年内', 'ahead', '三年内', '2024-02-22..2027-02-22'],
  ['短期内', '短期内', 'ahead', '短期内', 'null'],
  ['未来几个月', '未来几个月', 'ahead', '未来几个月', 'null'],
  ['到2030年', '到2030年', 'ahead', '2030年', 'null..2030-12-31'],
  ['2026年前', '2026年前', 'ahead', '2026年', 'null..2025-12-31'],
  ['年底前', '年底前', 'ahead', '年底', 'null..2024-12-31'],
  ['十年后', '十年后', 'ahead', '十年后', '2034-01-01..2034-12-31'],
  ['2023年', '2023年', 'absolute', '2023年', '2023-01-01..2023-12-31'],
  ['2023年第三季度', '2023年第三季度', 'absolute', '2023年第三季度', '2023-07-01..2023-09-30'],
  ['2025Q1', '2025Q1', 'absolute', '2025Q1', '2025-01-01..2025-03-31'],
  ['2H18', '2H18', 'absolute', '2H18', '2018-07-01..2018-12-31'],
  ['1990年代', '1990年代', 'absolute', '1990年代', '1990-01-01..1999-12-31'],
  ['90年代', '90年代', 'absolute', '90年代', '1990-01-01..1999-12-31'],
  ['2018-2022年', '2018-2022年', 'absolute', '2018-2022年', '2018-01-01..2022-12-31'],
  ['二零二三年五月', '二零二三年五月', 'absolute', '二零二三年五月', '2023-05-01..2023-05-31'],
  ['去年(2023年)', '去年', 'absolute', '去年', '2023-01-01..2023-12-31'],
  ['到今年年底前', '今年年底前', 'ahead', '今年', 'null..2024-12-31'],
  ['影响将延续到明年上半年', '明年上半年', 'ahead', '明年', 'null..2025-06-30'],
  ['至2025年,公司将扩产', '至2025年', 'ahead', '2025年', 'null..2025-12-31'],
  ['截至2025年', '2025年', 'absolute', '2025年', '2025-01-01..2025-12-31'],
  ['2027年后趋于平缓', '2027年后', 'absolute', '2027年', '2028-01-01..null'],
  ['今年之后', '今年之后', 'ahead', '今年', 'null'],
  ['11月以后', '11月以后', 'ahead', '11月', 'null'],
  ['2026 年至 2030 年间', '2026 年至 2030 年间', 'absolute', '2026 年至 2030 年间', '2026-01-01..2030-12-31'],
  ['21财年', '21财年', 'absolute', '21财年', '2021-01-01..2021-12-31'],
  ['2025 全年', '2025 全年', 'absolute', '2025 全年', '2025-01-01..2025-12-31'],
  ['预计全年增长', '全年', 'partial', '全年', '2024-01-01..2024-12-31'],
  ['未来十年、二十年', '未来十年、二十年', 'ahead', '未来十年、二十年', '2024-02-22..2044-02-22'],
  ['三个月、半年后', '三个月、半年后', 'ahead', '三个月、半年后', 'null'],
  ['两个半月内', '两个半月内', 'ahead', '两个半月内', '2024-02-22..2024-05-07'],
  ['接下来一年左右的时间内', '接下来一年左右的时间内', 'ahead', '接下来一年左右的时间内', '2024-02-22..2025-02-22'],
  ['过去一年以来', '过去一年以来', 'relative', '过去一年', '2023-02-22..2024-02-22'],
  ['明年这个时候', '明年这个时候', 'relative', '明年', '2025-01-01..2025-12-31'],
  ['本月晚些时候', '本月晚些时候', 'relative', '本月', '2024-02-01..2024-02-29'],
  ['很快会加税', '很快', 'ahead', '很快', 'null'],
  ['短期市场波动', '短期', 'ahead', '短期', 'null'],
  ['五一后复工', '五一后', 'ahead', '五一后', 'null'],
  ['春节期间', '春节期间', 'partial', '春节期间', 'null'],
  ['10:30', '10:30', 'clock', '10:30', 'null'],
];

describe('times', () => {
  for (const [sentence, text, kind, bare, days] of rows) {
    it(`${sentence} → ${kind} ${days}`, () => {
      const normal = normalize(sentence);
      const found = findTimes(normal).find((t) => t.text === text);
      assert.ok(found, `found only ${findTimes(normal).map((t) => t.text)}`);
      assert.equal(found.kind, kind);
      assert.equal(normal.slice(found.bare.start, found.bare.end), bare);
      const range = resolveTime(found.value, DATE);
      assert.equal(range === null ? 'null' : `${range.from}..${range.until}`, days);
    });
  }

  for (const text of [
    '体现在这里',
    '出现在',
    '项目前景',
    '账目前后不符',
    '应当前往',
    '说明天气',
    '每周一次',
    '成本月报',
    '未来可期',
    '当时',
    '随后',
    '此前',
    '附近日本',
    '之前年份',
    '第一',
    '今日头条',
    '三天',
    '周而复始',
    '短期借款',
    '增长很快',
    '中期报告',
    '80后',
    '短线交易',
    '连续两日',
  ]) {
    it(`nothing in ${text}`, () => {
      assert.deepEqual(
        findTimes(normalize(text)).map((t) => t.text),
        [],
      );
    });
  }

  it('resolves over the ends of months, years and weeks', () => {
    const at = (text: string, date: string) => {
      const range = resolveTime(findTimes(text)[0]!.value, date);
      return `${range?.from}..${range?.until}`;
    };
    assert.equal(at('昨天', '2024-03-01'), '2024-02-29..2024-02-29');
    assert.equal(at('上个月', '2024-01-15'), '2023-12-01..2023-12-31');
    assert.equal(at('上周', '2024-01-01'), '2023-12-25..2023-12-31');
    assert.equal(at('再过一年', '2024-02-29'), 'null..2025-02-28');
    assert.equal(at('上季度', '2024-02-22'), '2023-10-01..2023-12-31');
    assert.equal(resolveTime({ type: 'offset', unit: 'day', from: 0, until: 0 }, 'not a date'), null);
  });

  it('finds an article’s date', () => {
    assert.equal(findArticleDate('date: 2024-03-27\ntitle: 12'), '2024-03-27');
    assert.equal(findArticleDate('发布于2024年3月27日 10:00'), '2024-03-27');
    assert.equal(findArticleDate('2024/3/27 08:00 来源'), '2024-03-27');
    assert.equal(findArticleDate('3月27日,2024年'), null);
    assert.equal(findArticleDate('2024-02-31'), null);
  });

  for (const unit of ['1', '一', '万', '近1', '周一', '今天', '2024-', '三年', '前']) {
    it(`takes time that grows with the length of ${JSON.stringify(unit)} repeated`, () => {
      const took = (length: number) => {
        const text = unit.repeat(length / unit.length);
        const from = performance.now();
        findTimes(text);
        return performance.now() - from;
      };
      took(20_000);
      const small = Math.max(took(50_000), 2);
      assert.ok(took(400_000) < small * 60);
    });
  }
});
