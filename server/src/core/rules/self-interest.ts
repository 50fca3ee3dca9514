import type { Paragraph } from '../paragraph.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'self-interest',
  severity: 'warning',
  text: {
    name: '利益相关',
    message: '“{text}”：说话人从所夸赞或建议的东西里得益。',
    why: '屁股决定脑袋未必，但读者有权知道屁股坐在哪里。',
    advice: '把持有、投资或任职关系写在明处，或换一个无利害的说法者。',
  },
  examples: {
    bad: [
      '⟦我们投的⟧这家公司，现金流很不错。',
      '⟦我持有⟧这只股票，我认为它还会涨。',
      '⟦我司产品⟧在这一档里没有对手。',
      '这家公司⟦他2019年投的⟧时候才三个人。',
      '⟦我们被投企业⟧里做得好的，都不烧钱。',
      '⟦我重仓⟧了红利，红利值得配置。',
    ],
    good: [
      '社保基金持有这只股票。',
      '我们认为这家公司现金流不错。',
      '他投的票没有算数。',
      '我持有不同的看法。',
      '公司产品在这一档里没有对手。',
      '外资重仓了白酒。',
    ],
  },
  propose(p, emit) {
    for (const re of PATTERNS) {
      re.pattern.lastIndex = 0;
      for (let m = re.pattern.exec(p.text); m !== null; m = re.pattern.exec(p.text))
        emit(m.index, m.index + m[0].length, {
          cue: re.name,
          group: 'pattern',
          features: [`tail=${p.text.slice(m.index + m[0].length, m.index + m[0].length + 2)}`, about(p)],
        });
    }
  },
});

function about(p: Paragraph): string {
  return `advice=${p.cues.of('advice').length > 0}`;
}

/** Bounded patterns, each over at most some twenty characters. */
const PATTERNS = [
  {
    name: 'we-invested',
    pattern:
      /(?:我们?|咱们?|本基金|本公司|我司)(?:早期|最早|当年|曾经|也|刚|都|去年|今年|[0-9]{4}年)?(?:投的|投了|投过|投资的|投资了|参投的|领投的)(?:一?[家个])?/g,
  },
  { name: 'portfolio', pattern: /(?:我们|我|本基金)?(?:的)?(?:被投企业|被投公司|投资组合公司|投资的企业|投后企业)/g },
  {
    name: 'hold',
    pattern:
      /(?:我们?|本人|笔者|咱们?|我自己|本基金)(?:目前|现在|也|还|仍|一直|自己|已经|已|个人|仍然)?(?:持有|重仓|持仓|满仓|加仓|买入|买进|买了|建仓|定投|拿着|抄底|上车|补仓|配置了|入手)(?:了|的|着)?/g,
  },
  {
    name: 'our-product',
    pattern: /(?:我司|本公司|我们公司|我们家|我们的|我们)(?:的)?(?:产品|平台|系统|服务|基金|课程|策略|组合|机器|品牌|社群|公司)/g,
  },
  { name: 'my', pattern: /我的(?:[\u4e00-\u9fffA-Za-z0-9]{1,6})(?:仓位|持仓|组合|账户|宽基|低波|转债|基金|行业|公司)/g },
  { name: 'he-invested', pattern: /(?:他|她|[\u4e00-\u9fff]{2,3})(?:在|于)?(?:[0-9]{4}年|早年|去年)(?:投的|投资的|参投的|领投的)/g },
  { name: 'stake', pattern: /(?:持有|仍持有)[\u4e00-\u9fffA-Za-z]{1,10}(?:[0-9.]+%|百分之[一二三四五六七八九十]+)的?(?:股份|股权)/g },
  { name: 'shareholder', pattern: /(?:是我们的(?:股东|投资人|客户|投资方)|的(?:[A-D天使]+轮|早期|天使)?投资人(?:之一)?)/g },
  { name: 'offer', pattern: /(?:扫码|加微信|私信我|进群|入群|报名|下单|优惠价|限时|名额|原价[0-9]+)/g },
];
