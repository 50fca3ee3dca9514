import type { Paragraph } from '../paragraph.ts';
import { indexAt } from '../paragraph.ts';
import type { Span } from '../types.ts';
import { wordOf } from './cues.ts';
import { form, scanForm } from './forms.ts';
import { forceOf } from './strengthContext.ts';

export interface Absolute extends Span {
  readonly cue: string;
  readonly group: string;
  readonly features: readonly string[];
}

/** Kinds of absolute words, so that what is learnt of one serves the rarer ones. */
const KINDS: Readonly<Record<string, string>> = {
  all: '所有 所有的 所有人 全部 全都 全是 全 一切 通通 统统 一概 一律 清一色 无一例外 凡是 但凡 举凡 全数 悉数',
  any: '任何 任何人 任何时候 任何一家 任何一个',
  every: '每个人 每一个 每一位 每一家 人人 个个 家家 每一次 每次 每一天 每一只 每一种 每一项 每一笔 谁都 谁也 哪里都 什么时候都',
  never: '永远 永远不会 永不 永久 从来 从来没有 从来没 从来不 从来都是 从未 从没 从不 再也不 再也没有 再也没 亘古不变',
  degree:
    '完全 彻底 彻彻底底 彻头彻尾 根本 根本不 根本没 根本没有 根本就 毫无 毫不 丝毫 丝毫不 丝毫没有 压根 压根不 压根没 压根儿 绝对 绝对是 绝对不 绝不 决不 绝非 断不 断然 绝无',
  none: '没有任何 没有一家 没有一个 没人 没有人 无人 一个都没 一项都没 一家都没 不会有 没得 没戏 无一',
};
const KIND = new Map(Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)));

/** Accounts, holdings and sets by rule: the whole of them is a total. */
const TOTAL =
  /^(?:的)?(?:已发行|未偿|剩余)?(?:收入|利润|股份|股权|股本|股票|资产|负债|债务|本金|款项|资金|费用|权益|金额|持股|持仓|仓位|份额|出资|投资者|出借人|股东|内容|信息|数据|A股|H股|栏目|频道|利息|借款|历史|条款|条件|公告|用户均|股)/;
const LIKE_NOUN =
  /^(?:的)?(?:程度|比例|规模|时间|时期|的|数量|幅度|压力|影响|范围|空间|风险|概率|道理|基础|难度|差距|优势|认可|积累|挤压|支撑|额度|增加|前提|代价|意义|距离|水平|周期)/;
const HAVING = /(?:有|在|具备|具有|存在|达到|到|带来|受到|过|经过|起|了|需要|形成|造成|以|拥有|保持|给予|取得|获得|产生)$/;
const AFFIRM = /(?:得到|予以|给予|充分|受到|获得|获|高度|表示|作出)$/;
/** 没有一家, 没有哪个, 没有谁; 一次也没, 一分钱都不; 什么都没有; 必涨. */
const FORMS = form(
  '没无一什啥谁哪必每',
  /(?:没有|没|无)(?:任何)?(?:(?:一|哪(?:一)?)(?:[个家位种例次只项条天款支人名笔样处台份篇部张辆间座场块毛]|所有))人?|没有谁(?:不|能|会)?|一(?:[个家位种例次只项条天款支分毛点块颗笔句丝篇台份张辆间]|分钱|毛钱|点儿|个字)(?:[\u4e00-\u9fff]{0,4}?)[都也](?:没有|没|不会|不能|不)|一(?:分|毛|丝|个字|分钱|毛钱)(?:关系|收入|机会|用处|问题)?(?:没有|没|不)|(?:什么|啥|谁|哪儿|哪里)[\u4e00-\u9fff]{0,3}?[都也](?:没有|没|不会|不能|不是|不)?|必(?=[有是涨跌到中死胜败亏赚成])[有是涨跌到中死胜败亏赚成]|每一?[次回](?!合)|每一?[份个家只位台件笔张][\u4e00-\u9fff]{0,5}?都|没人(?=[会能敢看愿再相])/,
);
const NOT_BUSINESS = /(?:不|何|未|务|势|想|只)$/;

export function absolutes(p: Paragraph): Absolute[] {
  const { text } = p;
  const out: Absolute[] = [];
  for (const cue of p.cues.of('absolute')) {
    const word = wordOf(cue);
    const found = one(p, cue.start, cue.end, word, KIND.get(word) ?? 'sure');
    if (found) out.push(found);
  }
  scanForm(text, FORMS, (start, end) => {
    const first = text[start];
    if (first === '必' && NOT_BUSINESS.test(text.slice(Math.max(0, start - 1), start))) return;
    if (out.some((a) => a.start <= start && a.end >= end)) return;
    const kind = first === '必' ? 'must' : first === '每' ? 'every' : 'none';
    out.push({ start, end, cue: `form-${kind}`, group: kind, features: featuresOf(p, start, end, kind) });
  });
  return out;
}

function one(p: Paragraph, start: number, end: number, word: string, kind: string): Absolute | null {
  const { text } = p;
  const left = text.slice(Math.max(0, start - 3), start);
  const right = text.slice(end, end + 6);
  if (word === '一定' && (HAVING.test(left) ? !/^(?:会|能|要|可以|是|就|让)/.test(right) : false)) return null;
  if (word === '一定' && LIKE_NOUN.test(right)) return null;
  if (word === '一定' && /不$/.test(left)) return null;
  if (word === '肯定' && (AFFIRM.test(left) || /^(?:了|的(?:态度|答复|答案|回答|评价)|和|与)/.test(right))) return null;
  if (word === '所有' && (/^(?:限|权|者|制)/.test(right) || /[归无之其属]$/.test(left) || /^[。,;]/.test(right))) return null;
  if (word === '全' && !/^[是在错靠得被给没死输赔崩变都]/.test(right)) return null;
  if (word === '100%' && !/^(?:[会能是必中赚安保确可准]|的(?:把握|确定|胜率|安全))/.test(right)) return null;
  if (
    word === '根本' &&
    /^(?:原因|上|性|在于|是|的|任务|宗旨|大法|保障|利益|途径|出路|目的|目标|问题|解决|改变|好转|转变|根源|逻辑|矛盾|遵循)/.test(right)
  )
    return null;
  if (word === '绝对' && /^(?:值|收益|额|数|估值|金额|量|水平|价格|控股)/.test(right)) return null;
  if (word === '完全' && /^(?:成本|竞争|垄断|摊薄|市场化)/.test(right)) return null;
  return { start, end, cue: word, group: kind, features: featuresOf(p, start, end, kind, right) };
}

function featuresOf(p: Paragraph, start: number, end: number, kind: string, right = p.text.slice(end, end + 6)): string[] {
  const force = forceOf(p, { start, end });
  const clause = p.clauses[indexAt(p.clauses, start)];
  const rest = clause ? p.text.slice(end, Math.min(clause.end, end + 20)) : '';
  const total = (kind === 'all' || kind === 'every') && TOTAL.test(right);
  const verdict =
    force === 'plain' ? (total ? 'total' : 'plain') : force === 'denied' && (kind === 'any' || kind === 'none') ? 'plain' : force;
  return [
    `force=${verdict}`,
    `kind-force=${kind}-${verdict}`,
    `kept=${verdict === 'plain'}`,
    `both=${rest.includes('都')}`,
    `next=${right.startsWith('是') ? 'is' : /^[会能将]/.test(right) ? 'will' : /^[不没无]/.test(right) ? 'not' : right.startsWith('的') ? 'of' : 'other'}-${kind}`,
    `predicate=${clause !== undefined && (/^[会能将是不没无可让]/.test(right) || end === clause.end)}`,
  ];
}
