import { isKnownBody } from '../../lexicon/bodies.ts';
import {
  ADDRESS,
  BODY_END,
  DOUBLE_SURNAMES,
  FIGURES,
  GENERIC,
  LONGEST_TITLE,
  MARKED_VERBS,
  PRONOUNS,
  ROLES,
  SELF,
  STRONG_VERBS,
  SURNAMES,
  TITLE_ENDS,
  TITLES,
  UNNAMED,
  WEAK_VERBS,
  WORDLIKE,
} from '../../lexicon/people.ts';
import { CharacterSet } from '../../text/characterSet.ts';
import { codeAt } from '../../text/characters.ts';
import type { Subject } from './types.ts';

const LATIN_NAME = /(?:^|[^A-Za-z])([A-Z][A-Za-z0-9.'’&-]*(?: (?:of |de |van |von )?[A-Z][A-Za-z0-9.'’&-]*){0,4})$/;
const FOREIGN = /[\u4e00-\u9fff]{1,6}(?:[·•・-][\u4e00-\u9fffA-Z][\u4e00-\u9fff]{0,5}){1,3}$/;
const HAN = /^[\u4e00-\u9fff]+$/;
/** Characters that a name never ends or goes on with: function words and verbs. */
const NEVER_IN_NAME = /[的了是在不就也还都很被把着过吗呢吧啊这那个们些么哪怎什但或说称问讲认将已曾则再只让使给到看想你您我他她它]/;
const NOT_IN_NAME =
  /[的了是在有不会就也还都很被把对向从为着过吗呢吧啊这那个们些么哪怎什之其并但或及与等说称问答讲认将已曾则再又只让使给到看想要能可应该请以因由此最更太后前时上下里外内者你您我他她它]/;
const NO_NAME = new Set(
  `公司 车企 房企 车市 车厂 平常 常人 外人 旁人 今人 后人 常规 当局 盘面 行情 资本 市面 高层 管理层 方家 应有 明眼 平时 财务 经营 交易 运营 市场 行业 业绩 数据 报告 研究 消息 事实 结果 情况 问题 原因 方面 时候 话语 文章 文件 政策 会议 总体 整体 全年 今年 去年 明年 目前 未来 其实 可能 可以 比如 例如 一般 甚至 或者 也许 如果 虽然 因为 所以 但是 不过 而且 并且 应该 必须 需要 只能 不能 没有 也就是 换句话 简单来 具体来 总的来 对我们来 对他们来 坦率 坦白 老实 说白 换言 一句话 详细 先放一边 所谓 有人 言归正传 进一步 团队 指标 冠军 单位 平台 高于 低于 一度 总是 始终 起初 原本 本来 以往 过去 过往 曾经 当初 随之 统统 依然 仍旧 仍然 依旧 纷纷 相继 陆续 先后 简而言之 简言之 广义上 狭义上 从长期 长远 长期 短期 中期 与其 毫不夸张地 不客气地 实话 直接 另外 总之 首先 其次 最后 按理 据此 综合 相比 短期来 长期来 中期来 整体来 对此 可见 显然 特别 尤其 同时 此次 本次 这次 上述 以上 以下 如下 如此 历史 经验 理论 常识 逻辑 技术 产品 经济 通胀 政府 国家 美国 中国 日本 英国 德国 欧洲 全球 世界 他人 自己 本质 严格 准确 确切 直白 通俗 形象 客观 粗略 乐观 悲观 保守 谨慎 公告 声明 通知 年报 财报 评论 文中 书中 报道 标题 广告 统计 调查 内部 外部 简介 资料 信息 历来 向来 一直 普遍 通常 往往 往常 主动 被动 积极 正式 高调 低调 自我 互相 相互 不断 持续 强烈 严重 充分 深刻 初步 重新 提前 及时 立即 马上 现场 线上 线下 当场 另一 另一个 换个角度 反过来 综上 诚然 固然 个人 全体 双向 我国 本国 他国 两国 各国 多国 该国 外国 何必 何况 况且 尚未 并未 从未 未曾 不再 不得 不必 无法 无需 难以 足以 予以 加以 得以 用以 借以`.split(
    /\s+/,
  ),
);

/** Whether `text` can be a Chinese person's full name. */
export function isChineseName(text: string): boolean {
  const n = text.length;
  if (n < 2 || n > 4 || !HAN.test(text) || NO_NAME.has(text) || isVerb(text)) return false;
  if (DOUBLE_SURNAMES.has(text.slice(0, 2)) && n >= 3) return !NEVER_IN_NAME.test(text.slice(2));
  return n <= 3 && SURNAMES.has(text[0]!) && !NEVER_IN_NAME.test(text.slice(1));
}

/** 强调, 宣称: they begin with a surname and are none. */
function isVerb(text: string): boolean {
  return STRONG_VERBS.has(text) || WEAK_VERBS.has(text) || MARKED_VERBS.has(text);
}

/** `小唐`, `老周`, `徐先生`, `陆总`. */
export function isAddress(text: string): boolean {
  if (text.length === 2 && /^[小老阿]/.test(text)) return SURNAMES.has(text[1]!);
  if (text.length >= 2 && SURNAMES.has(text[0]!) && ADDRESS.test(text.slice(1))) return true;
  return text.length > 3 && DOUBLE_SURNAMES.has(text.slice(0, 2)) && ADDRESS.test(text.slice(2));
}

/** End of the last title in `text` behind which something is left, or -1. */
export function titleEnd(text: string): number {
  for (let end = text.length - 1; end >= 2; end--) {
    if (!TITLE_ENDS.has(codeAt(text, end - 1))) continue;
    if (isTitleBefore(text, end)) return end;
  }
  return -1;
}

/** Whether a title ends at `end`. */
export function isTitleBefore(text: string, end: number): boolean {
  if (!TITLE_ENDS.has(codeAt(text, end - 1))) return false;
  for (let length = Math.min(LONGEST_TITLE, end); length >= 2; length--) if (TITLES.has(text.slice(end - length, end))) return true;
  return false;
}

export interface Parsed {
  readonly subject: Subject;
  readonly weight: number;
}

/** A condition, a security, firms that are counted, what is to be prevented: nobody speaks. */
const NO_SPEAKER =
  /如果|若是|假如|倘若|越[\u4e00-\u9fff]{1,2}越$|(?:转债|转\d|ETF|LOF|指数|板块|概念股)$|^(?:仅|共|总共|已|合计|约)?有\d|^继[今昨前上去此]|^(?:防止|避免|等待|担心|一旦|难以|不(?:构成|是|会|能|要|过|想|应)|没有|未(?:能|必|来|经|见)|实话实)|[自据按从]$|(?:文章?|[前上]面|标题|数据|图中?)所$/;

/** Endings that say of themselves that a firm or an office is meant. */
const FIRM_END = /(?:公司|集团|银行|证券|基金|资本|科技|股份|控股|置地|地产|保险|信托|期货|研究院|研究所|部|局|委|联储|央行)$/;
/** Companies by their kind: none in particular. */
const KIND_OF_FIRM =
  /^(?:(?:各|整个|头部|龙头|大型|中小|中型|小型|初创|创业|成熟|优质|国内|国外|海外|外资|合资|民营|国有|私募|公募|互联网|科技|保险|基金|证券|期货|信托|理财|上市|非上市|消费|医药|汽车|游戏|地产|物流|外贸|制造|软件|芯片|被投|目标|标的|控股|参股|关联|母|子|分|新|老|大|小|好|坏|主流|传统|龙头上市){1,2}(?:公司|集团|企业)|(?:国际|科技|投资|资本|资产|实业|电子|汽车|能源|医药|生物|食品|传媒|网络|软件|化学|控股|股份)|(?:商业|股份制|国有|大型|中小|头部|地方|民营|外资){1,2}(?:银行|券商|基金))$/;

/** Reads the noun phrase before a speech verb; null when it can be no speaker. */
export function parseSubject(text: string, strong: boolean): Parsed | null {
  if (text === '') return { subject: { kind: 'same' }, weight: 0 };
  if (text.length > 60) return null;
  if (PRONOUNS.has(text)) return { subject: { kind: 'pronoun', word: text }, weight: 0 };
  if (SELF.has(text) || /^(?:我|咱)|[我咱][^,]{0,3}$/.test(text)) return { subject: { kind: 'self' }, weight: 0 };
  const said =
    /^(?:公司|集团|本公司|上市公司|企业|公司方面|报告|该报告|公告|公告中|报告中|年报|财报|文章|文中|文件|蓝皮书|白皮书|研报|公司公告|官网|官微|《?通知》?)$/.test(
      text,
    );
  if (said) return { subject: { kind: 'document', paper: /报告|书|文|研报/.test(text) }, weight: 0 };
  if (NO_SPEAKER.test(text)) return null;
  if (/^(?:你|您|你们|这(?![位名家])|那|可以|应该|也就是|就是|比如|来|话|换句话|或者|每|先|再|一句|一般|按|历史|所谓)/.test(text))
    return null;
  const pointing = /^(?:这位|这名|该名|该位|上述|前述)[^,一]{1,10}$/.test(text) || /^该[^,]{1,6}$/.test(text);
  if (pointing) return { subject: { kind: 'pronoun', word: text }, weight: 0 };
  if (isKnownBody(text)) return name(text, true, 2);
  if (FIGURES.has(text)) return name(text, false, 2);
  if (KIND_OF_FIRM.test(text)) return { subject: { kind: 'unnamed', generic: true }, weight: 0 };
  const staff = ofBody(text);
  if (staff !== null) return name(staff, true, 2);
  const unnamed = UNNAMED.test(text) || /^有[^,]{2,8}$/.test(text);
  const named = nameAtEnd(text, strong);
  if (named && !(unnamed && named.weight < 3)) return named;
  if (unnamed) return { subject: { kind: 'unnamed', generic: GENERIC.test(text) }, weight: 0 };
  if (ROLES.test(text)) return name(text, false, 1.5);
  const pronoun = text.length <= 9 ? /(他们|她们|他|她)$/.exec(text) : null;
  if (pronoun) return { subject: { kind: 'pronoun', word: pronoun[1]! }, weight: 0 };
  if (/^(?:团队|项目组|管理团队)$/.test(text)) return { subject: { kind: 'same' }, weight: 0 };
  if (text.length <= 24 && BODY_END.test(text) && !/[的了]|^(?:[说来去问要想会能把被让给到用按将向与和看做]|当[成作])/.test(text))
    return name(text.replace(/方面$/, ''), true, 2);
  const bare = text.replace(/方面$/, '');
  if (bare !== text && bare.length >= 2 && bare.length <= 10 && !/[的了]/.test(bare)) return name(bare, true, 2);
  if (!strong || text.length > 6 || text.length < 2 || !HAN.test(text) || NO_NAME.has(text) || NOT_IN_NAME.test(text)) return null;
  return name(text, false, 0.5);
}

/** `高盛分析师`, `华润置地管理层`: the body speaks through them. Only of one that is known or says that it is one. */
const STAFF = /^([\u4e00-\u9fffA-Z]{2,12}?)的?(?:首席)?(?:分析师|经济学家|策略师|研究员|管理层|董事会|董秘|发言人|新闻发言人|财报|团队)$/;
const STAFF_ENDS = CharacterSet.of('师家员层会秘人队');

function ofBody(text: string): string | null {
  if (!STAFF_ENDS.has(codeAt(text, text.length - 1))) return null;
  const owner = STAFF.exec(text)?.[1];
  if (owner === undefined || UNNAMED.test(owner) || /[将把本该其各]/.test(owner)) return null;
  return isKnownBody(owner) || (owner.length > 3 && FIRM_END.test(owner)) ? owner : null;
}

/** `顾铭教授`: what a person is called by stands behind the whole name, too. An office may be a firm's, but for those who are known. */
const HONORIFIC = /(?:教授|博士|院士|先生|女士|老师|主席|总统|部长|行长)$/;

function nameAtEnd(text: string, strong: boolean): Parsed | null {
  const quoted = /《[^》]{2,40}》$/.exec(text);
  if (quoted) return name(quoted[0], true, 2);
  const called = HONORIFIC.exec(text);
  if (called && called.index >= 2) {
    const bare = text.slice(0, called.index);
    if (FIGURES.has(bare) || (isChineseName(bare) && !/[长席统]$/.test(text))) return name(bare, false, 3);
  }
  const cut = titleEnd(text);
  if (cut > 0) {
    const rest = text
      .slice(cut)
      .replace(/^[、,的 ]/, '')
      .trim();
    if (isChineseName(rest) || isAddress(rest) || FIGURES.has(rest)) return name(rest, false, 3);
    if (
      HAN.test(rest) &&
      rest.length >= 2 &&
      rest.length <= 5 &&
      !NOT_IN_NAME.test(rest) &&
      !BODY_END.test(rest) &&
      !NO_NAME.has(rest) &&
      !isVerb(rest)
    )
      return name(rest, false, 2);
    if (LATIN_FULL.test(rest) || FOREIGN_FULL.test(rest)) return name(rest, false, 3);
  }
  const foreign = FOREIGN.exec(text);
  if (foreign && (foreign[0] === text || cut > 0)) return name(foreign[0], false, 3);
  if (isChineseName(text) && (strong || !NOT_IN_NAME.test(text)) && !(WORDLIKE.has(text[0]!) && BODY_END.test(text)))
    return name(text, false, plainName(text) ? 1 : 0.5);
  if (isAddress(text)) return name(text, false, 2);
  // 采购部的老孟
  const last = text.slice(text.lastIndexOf('的') + 1);
  if (last !== text && last !== '老师' && isAddress(last)) return name(last, false, 2);
  const latin = LATIN_NAME.exec(text);
  if (latin) {
    const whole = latin[1]!;
    const before = text.slice(0, text.length - whole.length).trim();
    if (before === '') return name(whole, !whole.includes(' '), whole.includes(' ') ? 3 : 1);
    if (/[\u4e00-\u9fff]$/.test(before) && whole.includes(' ')) return name(whole, false, 3);
  }
  for (const length of [3, 2]) {
    const rest = text.slice(-length);
    const before = text.slice(0, -length);
    if (
      before.length >= 2 &&
      isChineseName(rest) &&
      /(?:资产|资本|证券|银行|基金|科技|集团|公司|研究院|研究所|创投|投资|期货|信托|保险|大学|学院|[^本个]人)$/.test(before)
    )
      return name(rest, false, 2);
  }
  return null;
}

const LATIN_FULL = /^[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,4}$/;
const FOREIGN_FULL = /^[\u4e00-\u9fffA-Z]{1,6}(?:[·•・.-][\u4e00-\u9fffA-Z]{1,7}){1,3}$/;

function name(text: string, body: boolean, weight: number): Parsed {
  return { subject: { kind: 'name', name: text.trim(), body, sure: weight >= 1 }, weight };
}

/** Whether a person's name is one without a title beside it: not of a surname that is a word too. */
export function plainName(text: string): boolean {
  return isChineseName(text) && !WORDLIKE.has(text[0]!) && !NOT_IN_NAME.test(text.slice(1));
}
