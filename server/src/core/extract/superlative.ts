import type { Paragraph } from '../paragraph.ts';
import { indexAt } from '../paragraph.ts';
import type { Span } from '../types.ts';
import { wordOf } from './cues.ts';
import { form, scanForm } from './forms.ts';
import { forceOf } from './strengthContext.ts';
import { superlativeLength } from './superlativeWords.ts';

export interface Superlative extends Span {
  readonly cue: string;
  readonly group: string;
  readonly features: readonly string[];
}

/** What a peak or a rank is measured over, right before it: 近15年来, 2020年4月以来的, 历史上, 全球, 业内. */
const OVER =
  /(?:(?:自|近|逾|超|超过|至少)?(?:[\d一二两三四五六七八九十百几多数]+(?:余|多)?(?:年|个?月|周|日|天|个交易日|个季度)(?:度|代)?)+(?:\d+月)?(?:份|底|初|末|中旬|上旬|下旬)?(?:金融危机|流动性危机|疫情)?(?:以来|来)?|(?:有记录|有统计|有史|有生|上市|成立|开业|今年|去年|本周|本月|本轮|统计|建国|入市)以来|多年(?:以)?来|人类历史上?|历史上?|史上|年内|阶段性?|单[月季日周年]|同期|近期|近年来?|本轮|全世界|世界上?|全球|全国|国内|国际|中国|亚洲|全市场|市场上?|全行业|行业内?|业内|业界|同类|同业|全网|全城|全省|A股|港股|美股|两市|东南亚|欧洲|美国|海外)(?:的)?$/;
const TIME = /\d|年|月|来|单/;
/** 涨幅最大, 性价比最高: the measure goes with it. */
const MEASURE =
  /[\u4e00-\u9fff]{0,4}(?:幅|率|量|值|度|价|额|数|力|比|本|模|性|益|利|垒|垫|仓|润|入|产|位|险|质|期|绩|史|平|求|差)(?:是|为)?$/;
const IN = /(?:中|里|内|当中|之中|上|以来|来|其中|之间)(?:的)?$/;
/** A bound, an extreme of a price curve, a figure of a method, or a fixed term, and no boast. */
const BOUND =
  /^(?:(?:可|能|可以|能够|只|也|不|会|要|达|到|为|是|有|仅|允许|支持|分|享|送|减|降|加|挂|跟?涨|上涨|下跌|跌|冲|触|卖|买|需)|[\d一二两三四五六七八九十百千万几多半]|价|点|额|限|值|成交|购回|回购|回撤|浮亏|化|总价|出价|贷款|收益|工资|单一|等级|申购|持仓|涨幅\d|增持|航速|授信|标准|学历|股价|报价|权限|时|处|峰|档|杠杆|流量|公约|似然|人民法院|检察|法院|法|检|院|领导|程度|公里|限度)/;
/** What a record may be of: 2020年以来最高点. */
const PEAK = /^(?:点|值|价|峰|涨幅|降幅|跌幅)/;
const EXTREME = new Set(['最高', '最低', '最多', '最少', '最大', '最小', '最快', '最晚', '最早', '最长', '最短', '最远']);
const NEVER =
  /^最(?:近|后|终|初|新|先|起码|怕|看好|想|该|关心|关注|擅长|忌|担心|喜欢|爱|开始|需要|要紧|紧要|关键|重要|主要|根本|基本|应该|希望|讨厌|害怕|惠国|佳实践|为关键|为重要|近期|简单|受不了|不济|底层|让|坏|难受|头疼|吓人|扎心|闹心|气人|烦人|[上下前后里外左右](?:[面边方头层]|[一几]))/;
/** Peaks, ranks and sole things; the words that may follow 唯一 are of no account. */
const FORMS = form(
  '唯惟创刷打突改历年阶纪记近0123456789一二两三四五六七八九十几排位稳高居名夺跃市份销全同行第国世亚业技中领细绝A独头仅首翘冠没史前亏盈涨跌之',
  /[唯惟]一|(?:创下?|刷新|打破|突破|改写)(?:了)?(?!的)[\u4e00-\u9fff\d]{0,9}(?:纪录|记录)(?![片者下中])|(?:历史|年内|阶段|纪录|记录|近?[\d一二两三四五六七八九十几]+年(?:来)?|[\d一二两三四五六七八九十几]+个月)(?:新)?(?:高点|低点|高位|低位|水平)|(?:排名?|位居|位列|稳居|高居|居|名列|夺得|跃居|市占率|份额|销量|全网|同类|行业)(?:全国|全球|国内|世界|行业|市场|中国)?第一(?:位|名)?(?![季个次批期轮步章年天面时点部条款])|第一(?:梯队|阵营|档|妖股|品牌|股|龙头|人|品类|大国|名|位)(?![的]?股东)|(?:全球|全国|国内|世界|亚洲|行业|业内|市场|同业|中国|技术)(?:[\u4e00-\u9fff]{0,4})领先|领先(?:同业|全球|全国|行业|世界|国内)|(?:全球|全国|国内|中国|行业|细分|绝对|世界)[\u4e00-\u9fffA-Za-z]{0,6}龙头(?![股企])|(?:全球|全国|国内|中国|业内|行业|世界|A股|亚洲)(?:范围内)?(?:首[个家款只条台位套批例次创份座]|仅有|独[家有一]|前三|最先|率先)|独一份|头把交椅|仅此一[家只次个]|首富|一哥(?!哥)|翘楚|领军者|领军企业|冠绝|独步|绝无先例|没有先例|史无前例|前无古人|[亏盈涨跌]之最|之冠|没有(?:比|谁|哪[个家])[^,。;:!?]{1,8}?(?:更|再)[\u4e00-\u9fff]{1,3}?(?=的|了|$|[,。;:!?])|没有过(?:这样|这么|如此)的?|(?:[\d一二两三四五六七八九十几]+)年(?:未有|未见|难遇|不遇|一遇)|历史上(?:从)?(?:没有过|没出现过|头一[回次])/,
);
const RECORD = new Set([
  '新高',
  '新低',
  '创新高',
  '创新低',
  '再创新高',
  '屡创新高',
  '历史新高',
  '历史新低',
  '创历史新高',
  '创历史新低',
  '纪录新高',
]);

export function superlatives(p: Paragraph): Superlative[] {
  const { text } = p;
  const out: Superlative[] = [];
  const put = (start: number, end: number, cue: string, group: string) => {
    out.push({ start, end, cue, group, features: featuresOf(p, start, end) });
    const scope = OVER.exec(text.slice(Math.max(0, start - 16), start));
    if (scope === null) return;
    const from = start - scope[0].length;
    const wide = TIME.test(scope[0]) || scope[0].startsWith('历史') || scope[0].startsWith('史上') || group === 'most';
    if (wide) out.push({ start: from, end, cue, group: `${group}-over`, features: featuresOf(p, start, end) });
  };
  for (const cue of p.cues.of('superlative')) {
    const word = wordOf(cue);
    if (word === '史上' && text[cue.start - 1] === '历') continue;
    if (/^(?:唯一|惟一)$/.test(word)) continue;
    if (word === '第一大' && /^(?:流通)?股东|^单一/.test(text.slice(cue.end, cue.end + 4))) continue;
    put(cue.start, cue.end, word, RECORD.has(word) ? 'record' : 'word');
  }
  scanForm(text, FORMS, (start, end) => {
    out.push({ start, end, cue: text.slice(end - 2, end), group: 'form', features: featuresOf(p, start, end) });
  });
  for (let at = text.indexOf('最'); at >= 0; at = text.indexOf('最', at + 1)) {
    const length = superlativeLength(text, at);
    if (length === 0 || NEVER.test(text.slice(at, at + 4))) continue;
    const end = at + length;
    const word = text.slice(at, end);
    const right = text.slice(end, end + 4);
    if (EXTREME.has(word) && BOUND.test(right) && !(PEAK.test(right) && OVER.test(text.slice(Math.max(0, at - 16), at)))) continue;
    if (word === '最好' && !/^(?:[的,。;!?…、)]|水平|成绩|表现|业绩|时|$)/.test(right)) continue;
    put(at, end, word, 'most');
    const change = /^(?:的)?(?:单日|单周|年度|月度|季度|周|日)?(?:百分比)?(?:[涨跌升降增]幅|增量|水平|点|值)/.exec(
      text.slice(end, end + 9),
    );
    if (change !== null) put(at, end + change[0].length, word, 'most-change');
    const left = text.slice(Math.max(0, at - 7), at);
    const measure = MEASURE.exec(left);
    // 9个|月期限需求最弱
    if (measure !== null && measure[0].length >= 2 && !/[\d个一二两三四五六七八九十几]$/.test(left.slice(0, measure.index))) {
      const from = at - measure[0].length + Math.max(0, measure[0].search(/[的、中里]/) + 1);
      if (at - from >= 2) out.push({ start: from, end, cue: word, group: 'measure', features: featuresOf(p, at, end) });
    }
  }
  return out;
}

function featuresOf(p: Paragraph, start: number, end: number): string[] {
  const { text } = p;
  const clause = p.clauses[indexAt(p.clauses, start)];
  const left = text.slice(Math.max(0, start - 16), start);
  const right = text.slice(end, end + 5);
  const scope = OVER.exec(left);
  const over = scope === null ? (IN.test(left) ? 'in' : 'none') : TIME.test(scope[0]) ? 'time' : 'place';
  const tail = right.startsWith('的')
    ? /^的(?:是|一[个点件条]|问题|原因|事|办法|时候|选择|区别|不同|感受|担忧)/.test(right)
      ? 'of-thought'
      : 'of'
    : clause !== undefined && end >= clause.end
      ? 'end'
      : /^[\d一两]/.test(right)
        ? 'number'
        : 'noun';
  const measured = MEASURE.test(left.slice(-5));
  const force = forceOf(p, { start, end });
  return [
    `over=${over}`,
    `tail=${tail}`,
    `measured=${measured}`,
    `over-tail=${over}-${tail}`,
    `force=${force}`,
    `made=${/[创刷破触](?:下|新|出|及)?(?:了)?$/.test(left)}`,
    `among=${/^(?:的)?[\u4e00-\u9fff]{0,5}之一/.test(right)}`,
    `fit=${force === 'plain' && (over !== 'none' || tail === 'of' || measured)}`,
  ];
}
