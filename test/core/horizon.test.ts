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
  ['nothing that bounds it', '将来价格会翻一番', null],
];

describe('the horizon of a prediction', () => {
  for (const [what, text, expected] of CASES) it(what, () => assert.equal(horizon(text)?.text ?? null, expected));

  it('is told in days where they are known', () => {
    assert.deepEqual(horizon('明年价格会翻一番'), { text: '明年', from: '2026-01-01', until: '2026-12-31' });
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
