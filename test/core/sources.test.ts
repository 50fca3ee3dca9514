import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/core/analyze.ts';
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
  ['two names after a comma', '产量为300万吨。\n\n资料来源：Wind，远澜证券研究所', ['300万吨 blanket']],
  ['names, and the author who put them together', '产量为300万吨。\n\n数据来源：Wind；作者整理', ['300万吨 blanket']],
  ['names, and the author’s own reckoning', '产量为300万吨。\n\n数据来源：Wind，我们测算', ['300万吨 none']],
  ['of a figure below', '产量为300万吨。\n\n下图数据来源于Wind，去掉了停产的厂：', ['300万吨 none']],
  ['the author alone', '产量为300万吨。\n\n资料来源：网络，笔者整理', ['300万吨 none']],
  ['a source in brackets', '公司有3000家门店（数据来自公司年报）。', ['3000家 same-sentence-provider']],
  ['a paper in brackets', '公司有3000家门店（见公司年报）。', ['3000家 same-sentence-provider']],
  ['a paper’s bare name in brackets', '公司有3000家门店（2023年年报数据）。', ['3000家 same-sentence-provider']],
  ['a person in brackets', '公司有3000家门店（据一位朋友）。', ['3000家 none']],
  ['data that come from a paper', '公司有3000家门店，数据来自公司年报。', ['3000家 same-sentence-provider']],
  ['data that come from friends', '公司有3000家门店，数据来自我的朋友。', ['3000家 none']],
  ['income that comes from somewhere', '收入来源于海外市场，占比60%。', ['60% none']],
  ['a statement about the article', '本文所有数据均来自公司年报。\n\n公司有3000家门店。', ['3000家 blanket']],
  ['a statement with its date', '产量为300万吨。\n\n注：以上数据截至2023年底，来自Wind。', ['300万吨 blanket']],
  ['what the data show, no statement', '存货为7亿元。上述数据显示，公司来自海外的收入在增加。', ['7亿元 none']],
  ['what the data are, no statement', '存货为7亿元。以上数据为2023年数据。', ['7亿元 none']],
  ['above a number, no statement', '去年有20家以上公司的数据来自手工填报，差错率为5%。', ['20家以上 none', '5% none']],
  [
    'figures made up for explanation',
    '文中的数字都是为了演示计算而假设的。\n\n投入5000元，得到6500份。',
    ['5000元 blanket', '6500份 blanket'],
  ],
  [
    'a friend’s word behind a paper',
    '公司年报显示，门店有3000家。另外，我有个朋友说一店只卖200杯。',
    ['3000家 same-sentence-document', '200杯 none'],
  ],
  [
    'the author’s guess behind a paper',
    '财报显示，营收100亿元。不过在我看来，真实收入只有50亿元。',
    ['100亿元 same-sentence-document', '50亿元 none'],
  ],
  [
    'a guess in the paper’s own sentence',
    '财报显示营收100亿元，但我估计真实收入只有50亿元。',
    ['100亿元 same-sentence-document', '50亿元 none'],
  ],
  [
    'what follows a dealer’s word',
    '财报显示，营收100亿元。但有经销商透露，库存有300万箱。而且积压占比40%。',
    ['100亿元 same-sentence-document', '300万箱 none', '40% none'],
  ],
  ['hearsay behind a paper', '公告称，净利润10亿元。但据说门店只剩300家。', ['10亿元 same-sentence-document', '300家 none']],
  [
    'the firm goes on to speak of itself',
    '公告称，净利润10亿元。此外，公司董事长王立群表示，员工有2万人。',
    ['10亿元 same-sentence-document', '2万人 carried'],
  ],
  ['in a bank’s words the first person is the bank', '高盛表示，我们预计缺口为30万吨。', ['30万吨 organisation-speech']],
  ['a country is no author', '据海关总署数据，出口1200亿元。而我国进口900亿元。', ['1200亿元 same-sentence-provider', '900亿元 carried']],
  ['a guess within a statement’s reach', '本文数据均来自国家统计局。\n\n我们估算，浪费有300万吨。', ['300万吨 none']],
];

/** Numbers that are asked about, and the source that each quantity has. */
const ANSWERS: readonly (readonly [string, string, readonly string[]])[] = [
  ['a statement behind', '公司有300家门店，营收12亿元。以上数据由公司提供。', []],
  ['a statement before', '本文所有数据均来自公司2023年年报。\n\n公司在全国有3000家门店，员工2万人。', []],
  ['a line next to it', '市场总市值80万亿元。\n\n数据来源：Wind', []],
  ['a source in brackets', '公司在全国有3000家门店（数据来自公司年报）。', []],
  ['somebody’s word, whatever is said of the figures', '我认识的一位店长说，门店一天卖200杯。以上数据由公司提供。', ['200杯']],
  ['a dealer’s word behind a paper', '公司公告称，2023年净利润10亿元。但我身边一位经销商说，门店只剩300家。', ['300家']],
];

describe('sources', () => {
  for (const [name, text, expected] of CASES) it(name, () => assert.deepEqual(evidence(text), expected));

  for (const [name, text, expected] of ANSWERS)
    it(`leaves nothing to weigh: ${name}`, () => {
      const { claims, quantities } = createAnalyzer().analyze({ text, format: 'markdown' });
      const asked = claims.filter(({ code }) => code === 'unsourced-number');
      assert.deepEqual(
        asked.map((claim) => claim.text),
        expected,
      );
      for (const claim of asked) assert.equal(quantities.find(({ end }) => end === claim.end)?.source, null);
    });
});
