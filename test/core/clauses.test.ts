import assert from 'node:assert/strict';
import { splitArticle } from '../../server/src/core/article/split.ts';
import { takeApart } from '../../server/src/core/paragraph.ts';
import { rule } from '../../server/src/core/rules/prediction.ts';

function paragraph(text: string) {
  const [block] = splitArticle({ text, format: 'plain' }).split.blocks;
  return takeApart(block!, undefined, () => {});
}

/** The clauses that may be predictions, as they would be marked. */
function marked(text: string): string[] {
  const p = paragraph(text);
  return p.clauses.flatMap((_, i) => {
    const span = rule.gate(p, i);
    return span === null ? [] : [p.text.slice(span.start, span.end)];
  });
}

const CASES: readonly (readonly [what: string, text: string, clauses: readonly string[]])[] = [
  [
    'a headline in brackets apart from what follows it',
    '【某行：预计铜价上涨】某报3月27日电，铜价上涨',
    ['某行', '预计铜价上涨', '某报3月27日电', '铜价上涨'],
  ],
  ['a long headline without marks', '【某行预计明年铜价将继续大幅上涨】某行表示', ['某行预计明年铜价将继续大幅上涨', '某行表示']],
  ['a term in brackets with its clause', '【新能源】板块有望上涨', ['【新能源】板块有望上涨']],
  ['a long title within a clause', '关于【某某股份有限公司年度报告】的说明', ['关于【某某股份有限公司年度报告】的说明']],
  ['brackets at the end of their clause', '【某行预计明年铜价将继续大幅上涨】，某行表示', ['某行预计明年铜价将继续大幅上涨', '某行表示']],
  ['the mark that opens what the clause closes', '“五一”期间收入有望增长', ['“五一”期间收入有望增长']],
  ['a title at the beginning', '《某法》将于明年实施', ['《某法》将于明年实施']],
  ['a quotation without its marks', '他说：“铜价会上涨。”', ['铜价会上涨']],
  ['not who speaks', '管理层在电话会上表示，新厂会投产', ['新厂会投产']],
  ['no numbering', '（一）行业有望见底', ['行业有望见底']],
  ['no time by itself', '未来三到五年，行业将保持增长', ['行业将保持增长']],
  ['no time with words about it', '预计到2030年前后，行业将保持增长', ['行业将保持增长']],
  ['a time that is the answer', '何时见底？明年。', ['何时见底', '明年']],
  ['a time with a forecast', '明年见底，后年反弹', ['明年见底', '后年反弹']],
  ['no speaker by itself', '某联会也预计，销量将增长', ['销量将增长']],
  ['a forecast that speaks of expectations', '净利润将超市场预期，股价上涨', ['净利润将超市场预期', '股价上涨']],
  ['a forecast that is raised', '某行上调盈利预测，股价上涨', ['某行上调盈利预测', '股价上涨']],
];

describe('what of a text may be a prediction', () => {
  for (const [what, text, clauses] of CASES) it(`is ${what}`, () => assert.deepEqual(marked(text), clauses));
});
