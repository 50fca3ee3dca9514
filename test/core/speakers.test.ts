import assert from 'node:assert/strict';
import { splitArticle } from '../../server/src/core/article/split.ts';
import { localSpeech, resolveSpeech } from '../../server/src/core/extract/speech/index.ts';
import { takeApart } from '../../server/src/core/paragraph.ts';
import { isProse } from '../../server/src/core/text/blocks.ts';

/** Who speaks where each `|` stands in a text: the marks are taken out before it is read. */
function speakers(marked: string): (string | null)[] {
  const text = marked.replaceAll('|', '');
  const { split } = splitArticle({ text, format: 'markdown' });
  const blocks = split.blocks.filter(isProse);
  const paragraphs = blocks.map((block) => takeApart(block, undefined, () => {}));
  const title = blocks.find((b) => b.kind === 'heading')?.prose ?? null;
  const { paragraphs: resolved } = resolveSpeech(paragraphs.map(localSpeech), { names: [], title });
  const parts = marked.split('|');
  return parts.slice(1).map((after) => {
    const words = after.slice(0, 6);
    const i = paragraphs.findIndex((p) => p.block.prose.includes(words));
    assert.ok(i >= 0, words);
    return resolved[i]!.speakerAt(paragraphs[i]!.block.prose.indexOf(words));
  });
}

type Case = readonly [text: string, ...expected: (string | null)[]];

const GROUPS: Record<string, readonly Case[]> = {
  'times beside a subject': [
    ['2025财年公司预计|营收达到50亿元。2024年公司预计|收入增长两成。公司2025年预计|净利翻倍。', null, null, null],
    ['二季度公司预计|扭亏为盈并分红。', null],
    ['目前公司认为|增长可持续多年。', null],
    ['今年Q4预计|投产十万吨产能。', null],
    ['2H25公司预计|毛利会改善一些。', null],
    ['远澜股份表示，|明年会盈利的。二季度公司预计|扭亏为盈并分红。', '远澜股份', '远澜股份'],
    ['2025年远澜股份预计|营收增长两成。', '远澜股份'],
    ['保险公司预计|保费还会增长。', null],
    ['公司仅在定期报告中披露，|未进行过披露。', null],
    ['有30家公司在去年第四季度预计|业绩会下滑的。', null],
    ['据远澜证监局官网，|资料已经过期了。', '远澜证监局'],
    // Names that begin with a figure or with 一 stay whole.
    ['第一财经报告显示，|消费明显回暖。', '第一财经'],
  ],
  'manners and 所': [
    ['正如巴菲特所说，|“别人贪婪时我恐惧，别人恐惧时我贪婪。”', '巴菲特'],
    ['中国汽车研究所说，|明年销量会涨。', '中国汽车研究所'],
    ['如昨天文章所说，|尾盘果然又涨了。', null],
    ['何小鹏笑称：|“明年会更好，我们一定能赢。”', '何小鹏'],
    ['顾铭戏称：|“这车卖得太便宜，一定会亏。”', '顾铭'],
    ['李想怒称：|“这是抹黑，我们一定会起诉。”', '李想'],
    ['远澜股份在投资者互动平台表示，|明年会投产的。', '远澜股份'],
    ['公司在投资者互动平台表示，|明年会投产的。', null],
    ['商务部有关负责人介绍，|出口会增长的。这位负责人强调，|明年会更好的。', null, null],
    ['商务部负责人王文涛表示，|出口会增长的。这位负责人强调，|明年会更好的。', '王文涛', '王文涛'],
    ['腾讯对我来说|确定性小不少。', null],
    ['企业家近年来问|题一直不断的。', null],
  ],
  'quotations of newcomers': [
    ['黄仁勋被问及中国市场时回答：|“我们会继续投资下去。”雷军则表示，|“小米汽车明年会盈利。”', '黄仁勋', '雷军'],
    ['顾铭怒甩一句：|“这种做法不可持续，会失败。”雷军坦言：|“直播不好做，未来会更难。”', null, '雷军'],
    ['刘强东怒批：|“这种做法不可持续，会失败。”周鸿祎炮轰：|“这是行业毒瘤，必须清除。”', '刘强东', '周鸿祎'],
    ['马云曾告诫创业者：|“今天很残酷，明天更残酷。”张一鸣强调：|“保持平常心，延迟满足感。”', '马云', '张一鸣'],
    ['|“未来一定会更好，别担心。”顾铭说，|“我们有的是时间。”', '顾铭', '顾铭'],
    ['任泽平预计，|房价明年会上涨。', '任泽平'],
  ],
  'verbs and frames': [
    ['雷军曾说过：|“小米汽车一定会盈利的。”', '雷军'],
    ['何小鹏放话，|明年销量会翻倍。', '何小鹏'],
    ['任泽平预判，|房价明年会上涨。', '任泽平'],
    ['维持原预判，|十元以下可以买。', null],
    ['顾铭直呼：|“遥遥领先，没有对手可以比。”', '顾铭'],
    ['顾铭直呼过瘾，|现场气氛很热烈。', null],
    ['张坤说得很清楚：|“白酒不会再增长，要减仓。”', '张坤'],
    ['顾铭说得太多，做得太少，|这家公司会输。', null],
    ['如巴菲特所言，|别人贪婪时应该恐惧。', '巴菲特'],
    ['按照李迅雷的说法，|明年房价会下跌。', '李迅雷'],
    ['看看顾铭对市场的说法。|股价会再跌一成。', null],
    ['在张坤看来，|白酒会慢慢回暖。在但斌看来，|美股会继续上涨。', '张坤', '但斌'],
    ['在平常看来，|这不会是大事情。', null],
  ],
  'a new subject ends the old one': [
    ['海关总署数据显示，|出口增长了5%。商务部预计，|明年会增长6%。', '海关总署', '商务部'],
    ['中国汽车工业协会数据显示，|销量增长5%。乘联会预计|3月销量为百万。', '中国汽车工业协会', '乘联会'],
    ['鲍威尔说，|通胀会回落的。耶伦同日在另一场合称，|经济会软着陆。她说，|不会有衰退。', '鲍威尔', '耶伦', '耶伦'],
    ['Wind数据显示，|有五百只亏损。而根据笔者统计，|有三百只跑输。', 'Wind', null],
    ['据Wind数据，|有五百只亏损。而据我们测算，|比例高达四成。', 'Wind', null],
  ],
  bodies: [
    ['宁德时代回应称，|明年产能会翻倍。', '宁德时代'],
    ['美的集团表示，|明年产能会翻倍。', '美的集团'],
    ['华润置地管理层表示，|明年销售会增长。', '华润置地'],
    ['高盛分析师预测，|明年会增长5%。高盛经济学家表示，|后年也会增长。', '高盛', '高盛'],
    ['花旗则更乐观，预计|明年会增长5%。', '花旗'],
    ['市场则更乐观，预计|明年会增长5%。', null],
    ['中金公司：|预计四季度增长；东岭证券：|预计明年会增长。', '中金公司', '东岭证券'],
    ['- **高盛**：|预计明年会增长\n- 瑞银：|预计后年会增长', '高盛', '瑞银'],
    ['①高盛：|明年会增长5%；②瑞银：|后年会增长6%。', '高盛', '瑞银'],
    ['消费电子：|预计明年会增长。', null],
    ['长江电力：|目标价会到30元。', null],
  ],
  pairs: [
    ['李大霄和洪灏意见不一。前者认为，|牛市会到来的；后者认为，|熊市会再来的。', '李大霄', '洪灏'],
    ['张坤与谢治宇都减仓了白酒。前者表示|估值太高，会跌；后者称|需求会下滑的。', '张坤', '谢治宇'],
    ['高盛和瑞银观点不同。前者预计|明年会增长的。', '高盛'],
    ['房价和股价都跌了。前者认为|还会再跌下去。', null],
  ],
  'interviews and signatures': [
    [
      '# 市场\n\n专访景林资产高云程：港股会涨\n\n问：怎么看？\n\n答：|会涨起来的吧。\n\n问：为何？\n\n答：|因为便宜很多。',
      '高云程',
      '高云程',
    ],
    ['本报记者近日专访了景林资产合伙人高云程。\n\n问：怎么看？\n\n答：|会涨起来的吧。', '高云程'],
    ['记者采访了顾铭。他没有说话。\n\n**怎么办？**\n\n|市场会自己涨的。\n\n**为何？**\n\n|因为便宜很多。', null, null],
    ['**李斌：**|今年会盈利的。\n\n**何小鹏：**|明年会盈利的。', '李斌', '何小鹏'],
    ['董事长王传福：|谢谢大家来。\n\n主持人：还有吗？\n\n王传福：|会涨起来的吧。', '王传福', '王传福'],
    ['代表车企：|理想、蔚来等。\n\n代表车企：|大众、丰田等。', null, null],
    ['|“别人贪婪时我恐惧，别人恐惧时我贪婪。”——巴菲特', '巴菲特'],
    ['|“别人贪婪时我恐惧，别人恐惧时我贪婪。”——这句话很有名', null],
    ['> |明年会更好，一定能赢。\n> ——沈南鹏', '沈南鹏'],
    ['李稻葵教授表示，|明年会增长的。李教授认为，|后年也会增长。', '李稻葵', '李稻葵'],
  ],
};

describe('speakers', () => {
  for (const [group, cases] of Object.entries(GROUPS))
    describe(group, () => {
      for (const [text, ...expected] of cases) it(text.replaceAll('\n', '⏎'), () => assert.deepEqual(speakers(text), expected));
    });
});
