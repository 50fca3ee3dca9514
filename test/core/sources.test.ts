import assert from 'node:assert/strict';
import { splitArticle } from '../../server/src/core/article/split.ts';
import { localSources, resolveSources } from '../../server/src/core/extract/sources/index.ts';
import { takeApart } from '../../server/src/core/paragraph.ts';
import { isProse } from '../../server/src/core/text/blocks.ts';

/** Each quantity of a text with the evidence for its source, in order. */
function evidence(text: string): string[] {
  const blocks = splitArticle({ text, format: 'markdown' }).split.blocks.filter(isProse);
  const paragraphs = blocks.map((block) => takeApart(block, undefined, () => {}));
  const title = blocks.find((b) => b.kind === 'heading')?.prose ?? null;
  const locals = paragraphs.map((p) => localSources(p, p.speech));
  const all = resolveSources(paragraphs, locals, title);
  return all.flatMap((list, i) => list.map((s, k) => `${paragraphs[i]!.quantities[k]!.text} ${s.covered ? s.evidence : 'none'}`));
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a provider that publishes', '国家统计局公布，粮食总产量为13908亿斤。', ['13908亿斤 same-sentence-provider']],
  ['数据显示 with nobody’s name', '数据显示，注册用户有4200万。', ['4200万 none']],
  ['an index is no provider', '标普500指数昨夜跌了1.5%。', ['1.5% none']],
  ['a provider in brackets', '前十个月销量为950万辆（乘联会）。', ['950万辆 same-sentence-provider']],
  ['a paper that shows it', '公司半年报显示，存货为7亿元。', ['7亿元 same-sentence-document']],
  ['a vague paper', '有研报称，需求会翻到80亿元。', ['80亿元 none']],
  ['what carries on', '据海关总署数据，出口1200亿元。其中，机电产品占58%。', ['1200亿元 same-sentence-provider', '58% carried']],
  ['a note at the end', '产量为300万吨。库存为41万吨。（数据来源：Wind）', ['300万吨 blanket', '41万吨 blanket']],
  ['a person’s word, vouched for', '文中数字均为受访者口述。店里的员工有300人。', ['300人 none']],
  ['a picture’s source', '图片来源：公司公告。库房里堆了3000箱货。', ['3000箱 none']],
  ['a call on results', '# 某某股份2024年度业绩说明会实录\n\n毛利率是31%。', ['31% call']],
  ['a report named in passing', '他管着60亿元（数据来源：基金二季报）。\n\n毛利率是31%。', ['60亿元 same-sentence-provider', '31% none']],
  ['a report that is the article', '以下为公司三季报。\n\n毛利率是31%。', ['31% letter']],
  ['a list that a source introduces', '据央行公布的数据：\n\n- 贷款增加9000亿元\n- 存款增加2万亿元', ['9000亿元 list', '2万亿元 list']],
  [
    'a firm’s announcement',
    '远澜股份公告，10月营收18.7亿元，月增6.2%。',
    ['18.7亿元 same-sentence-document', '6.2% same-sentence-document'],
  ],
  ['a paper that is given out', '青屿科技2月27日晚发布业绩快报，去年营收为1879万元。', ['1879万元 same-sentence-document']],
  ['a firm that nobody can look up', '某公司公告，营收30亿元。', ['30亿元 none']],
  ['what is still to be told', '明天公布10月经济数据，预计社零增长3.8%。', ['3.8% none']],
  ['a results call', '董事长在业绩说明会上称，外销占比升到37%。', ['37% same-sentence-document']],
  ['figures that a body gave out', '根据商会公布的数目，进口额为1.8亿元。', ['1.8亿元 same-sentence-document']],
  ['a firm’s own data', '云禾数据显示，机票搜索增长了56%。', ['56% same-sentence-document']],
  ['data with no name', '历史数据显示，节后上涨的有六成。', ['六成 none']],
  ['a person whose reckoning it is', '按照他的测算，平均能拿回三成。', ['三成 none']],
  ['a body that acted', '有27家已经通过证监会核准。', ['27家 none']],
  ['how it is reckoned', '按照上限测算，需要1.8亿元。', ['1.8亿元 none']],
  ['nobody', '店里的员工有6000人。', ['6000人 none']],
];

describe('sources', () => {
  for (const [name, text, expected] of CASES) it(name, () => assert.deepEqual(evidence(text), expected));
});
