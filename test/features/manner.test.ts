import assert from 'node:assert/strict';
import { Converter } from 'opencc-js';
import { type Code, createAnalyzer } from '../../server/src/core/index.ts';
import { SOFTENED } from '../../server/src/features/fixes/absoluteWords.ts';
import { fixesFor } from '../../server/src/features/fixes/index.ts';
import { mannerOf } from '../../server/src/features/fixes/manner.ts';
import { otherNotation } from '../../server/src/features/fixes/numbers.ts';
import { toSimplified, toTraditional } from '../../server/src/features/fixes/script.ts';

const analyzer = createAnalyzer();
const DATED = '---\ndate: 2024-02-22\n---\n\n';

/** The article after the first fix of its first claim of a code. */
function mend(text: string, code: Code, format: 'markdown' | 'plain' = 'markdown') {
  const analysis = analyzer.analyze({ text, format });
  const claim = analysis.claims.find((one) => one.code === code);
  assert.ok(claim, `no ${code} in ${text}`);
  const [fix] = fixesFor({ text, analysis, claim, locale: 'zh-cn' });
  assert.ok(fix, `no fix for ${claim.text}`);
  let after = text;
  for (const { start, end, text: written } of [...fix.edits].reverse()) after = after.slice(0, start) + written + after.slice(end);
  return { after: after.replace(DATED, ''), title: fix.title };
}

describe('quick fixes write as the sentence is written', () => {
  const cases: [code: Code, before: string, after: RegExp, format?: 'plain'][] = [
    ['absolute-wording', '這家公司明年一定會贏下所有市場。', /^這家公司明年很可能會贏下/],
    ['absolute-wording', '這件事毫無意義，沒有人會買單。', /^這件事幾乎沒有意義，/],
    ['absolute-wording', '所有的對手都已經出局。', /^絕大多數對手都已經出局。/],
    ['relative-date', `${DATED}過去三年公司關掉了一半門店。`, /^2021年2月至2024年2月公司關掉/],
    ['relative-date', `${DATED}上季度這家工廠停產了，工人回了家。`, /^2023年第四季度這家工廠/],
    ['unsourced-number', '這家公司去年收入3.26億元，人手沒有增加。', /3\.26億元\[\^1\][\s\S]*\n\[\^1\]: 來源：待補\n$/],
    ['unsourced-number', '這家公司去年收入3.26億元，人手沒有增加。', /收入3\.26億元（來源：待補），/, 'plain'],
    ['missing-baseline', '這家公司換了團隊，公司的用戶數增長50%。', /用戶數較上年同期增長50%/],
    ['prediction', `${DATED}這家公司遲早要被收購。`, /^2025年底前，這家公司/],
    ['unexplained-term', '創業公司先要找到PMF。', /PMF（產品與市場契合）。/],
    ['anonymous-example', '一家做視頻面試的公司去年的收入翻倍。', /^一家叫“名稱”的做視頻面試的公司/],
    ['anonymous-example', '「這不難，」他說。一家做視頻面試的公司去年的收入翻倍。', /一家叫「名稱」的做視頻面試的公司/],
    // half width
    ['unexplained-term', '先说结论: 创业公司, 尤其是早期的, 先要找到PMF, 再谈增长.', /PMF\(产品与市场契合\), 再谈/],
    ['unsourced-number', '先说结论, 这家公司去年收入3.26亿元, 人手没有增加.', /3\.26亿元\(来源: 待补\), 人手/, 'plain'],
    ['prediction', `${DATED}大家都在看, 这家公司迟早要被收购, 没有悬念.`, /2025年底前, /],
  ];
  for (const [code, before, after, format] of cases) {
    it(`${code}: ${before.replace(DATED, '')}`, () => {
      const { after: written } = mend(before, code, format);
      assert.match(written, after);
    });
  }

  it('a number in traditional characters', () => {
    const text = '他們在這家公司裡投了1000萬元，收入12億元。';
    const { quantities } = analyzer.analyze({ text, format: 'plain' });
    const others = quantities.map((quantity) => otherNotation(quantity, mannerOf(text, quantity))?.edit.text);
    assert.deepEqual(others, ['一千萬', '十二億']);
  });

  it('every softened wording as OpenCC has it, and back again', () => {
    const convert = Converter({ from: 'cn', to: 'tw' });
    const soft = new Set([...SOFTENED.values(), '绝大多数', '大体来看', '在很大程度上', '较大', '大概率的', '相当', '一般不', '少有例外']);
    for (const words of soft) {
      assert.equal(toTraditional(words), convert(words));
      assert.equal(toSimplified(toTraditional(words)), words);
    }
    assert.ok(soft.size > 25);
  });

  it('simplified stays simplified, whatever a name is written in', () => {
    assert.match(mend('這裡的“鴻海精密”一定会赢下所有市场，这没有人能够阻挡，公司说。', 'absolute-wording').after, /很可能会赢下/);
  });
});
