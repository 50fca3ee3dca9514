import { normalize } from '../text/normalize.ts';
import { Trie } from '../text/trie.ts';
import { amounts } from './amounts.ts';
import { modality } from './modality.ts';
import { reasoning } from './reasoning.ts';
import { sources } from './sources.ts';
import { strength } from './strength.ts';
import { terms } from './terms.ts';

const LISTS = { ...strength, ...modality, ...reasoning, ...sources, ...amounts, ...terms, ...inertWords() };

/** A word class: the name of one list in this folder. */
export type WordClass = keyof typeof LISTS;

/** Words that merely contain a cue; a cue inside one of them is none. */
function inertWords() {
  return {
    inert: `无独有偶 未公开信息 非公开信息 明白给 坦白给 癫痫 末日均 爆炸了 常见血 可见血 他妈妈 不少于 不低于 大头部 有限公司 有限责任公司 有限合伙 另一方面 确保本次 确保本公司 最高人民法院 最高人民检察院 最高法 最高检 创新高地 新高校 首套房 首套住房 从不足 坚决不 从来源 从来自 从来往 唯一准 从未来 无不及 没有第二轮 没有第二次 没有第二天 没有第二年 没有第二批 费差额 费差距 头号直通 每日经济新闻 每日经济 巨大模型 巨大家 巨大厂 巨大盘 巨大佬 一定程度 一定的 一定量 一定比例 一定规模 一定时期 一定影响 一定压力 一定空间 不一定 不完全 并不完全 不是所有 并非所有 不全是 不全 不一定会 完全可以 根本原因 根本性 根本在于 根本上 根本的 绝对值 绝对收益 绝对数 绝对额 绝对估值 相对绝对 所有权 所有者 所有制 拥有所有 国有 全部收入为 全球 全国 全年 全市 全省 全面 全新 全天 全文 全体 全程 全方位 全行业 全产业链 全市场 全渠道 全职 全资 全称 完全竞争 完全成本 安全 健全 保全 齐全 周全 全力 全额 全口径 全民 全家 全身 全线 全场 全会 统一定价 唯一一 会议 会计 会员 会长 会谈 会见 协会 社会 机会 董事会 股东会 股东大会 证监会 银保监会 委员会 发布会 说明会 峰会 年会 大会 晚会 理事会 监事会 国会 联储会 聚会 约会 只会 都会区 将军 将来 即将 大将 将近 将就 必将 要求 重要 主要 需要 要素 要点 要是 要么 摘要 纪要 首要 必要 想要 不要 只要 次要 简要 扼要 概要 要紧 应用 应对 反应 供应 响应 效应 适应 相应 应收 应付 应急 应届 应聘 应邀 对应 料理 材料 资料 原料 饮料 塑料 燃料 涂料 肥料 预料 面料 辅料 用料 不料 必须消费 可以说 可以看到 可以看出 可能性 可见光 所以然 因素 因此 因子 原因 因而 因为 由于 使用 即使 大使 使命 使者 行使 促使 致使 使得 天使 天使轮 命令 法令 指令 禁令 口令 令人 一如既往 不像话 像素 图像 影像 偶像 画像 头像 想像 视像 成像 录像 好像 水平 水准 水泥 薪水 缩水 墨水 上游 游戏 戏剧 下游 风险 风格 风控 台风 风电 风光 风向 火爆 火热 火电 火箭 牛市 熊市 牛年 奶牛 蜗牛 黄牛 桥水 公路 思路 线路 网路 道路 路径 路演 路透 一路 电路 铁路 之路 路线 套路 药品 药业 医药 制药 药企 创新药 农药 中药 药物 新药 药店 手术室 天气预报 战略 战胜 战绩 挑战 战争 商战 别人 别的 级别 特别 分别 区别 类别 个别 性别 差别 识别 辨别 别墅 告别 鉴别 派别 别名 说明 说法 说明书 小说 传说 学说 据说 听说 称号 名称 职称 简称 称为 对称 号称 堪称 被称 俗称 称得上 自称 难道 困难 难得 艰难 难点 难题 难度 灾难 难怪 难忘 疑难 怎么样 多少钱 哪里的 什么的 本地 基本 基本面 基本上 一般性 一样的 一样好 反映了 影响力 影响因素 结果显示 业绩 决定权 受益人 由此 理由 自由 由来 经由 由衷 由他 受众 接受 承受 感受 享受 忍受 遭受 受理 受让 让渡 转让 出让 礼让 割让 令牌 的确 明确 准确 正确 精确 确认 确定 确保 确实 当然 当前 当时 当地 当日 当天 当月 当年 当季 相当 适当 担当 充当 当中 当事人 当选 当下 正当 恰当 承担 不得不 值得 获得 取得 使得 难得 觉得 懂得 记得 所得 得到 得出 得分 得益 省得 显得 赢得 得以 心得 得知 得了 超过 通过 经过 过程 过渡 过去 过度 不过 过剩 过滤 过期 渡过 透过 过于 过分 过后 难过 几率 几乎 几何 茶几 未来 从未 未必 未能 未免 未经 有关 有限 有效 有机 所有 有利 有助 拥有 持有 没有 只有 还有 具有 国有 私有 有时 有些 有的 有点 有意 有趣 有色 有钱 有序 有望 特有 固有 共有 有余 富有 含有 享有 占有 有道 有赞 万有 有线 无线 无疑 无人 无人机 无锡 无法 无论 无非 无关 无意 无奈 无形 无效 无偿 无数 无穷 无限 无风险利率 无条件 无线电 无障碍 无纺布 无菌 没收 没落 沉没 淹没 出没 埋没 非常 除非 非农 非洲 非凡 是非 非法 非标 非上市 非银 非金融 并非 无非 若干 若非 宛若 假若 倘若 般若 的话题 的话语 对话 电话 童话 神话 笑话 讲话 谈话 话题 话术 话语权 话费 拟合 模拟 虚拟 拟人 拟态 恐慌 恐惧 恐怖 惶恐 恐龙 料敌 看到 看来 看上去 看起来 看法 看点 看似 难看 好看 观看 收看 看房 看病 看不到 看重`,
  };
}

/** Every word once, with its classes. */
function collect() {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const classes: number[][] = [];
  const names = Object.keys(LISTS) as WordClass[];
  names.forEach((name, cls) => {
    // In the form that texts are read in: 显著 is 显着 there, as 著 may be 着 in traditional script.
    for (const word of normalize(LISTS[name]).split(/\s+/)) {
      if (word === '') continue;
      let number = numbers.get(word);
      if (number === undefined) {
        number = words.length;
        numbers.set(word, number);
        words.push(word);
        classes.push([]);
      }
      if (!classes[number]!.includes(cls)) classes[number]!.push(cls);
    }
  });
  return { names, words, classes };
}

const { names, words, classes } = collect();

/** Names of the classes; a class number is an index here. */
export const CLASS_NAMES: readonly WordClass[] = names;
/** All words; a word number is an index here. */
export const WORDS: readonly string[] = words;
/** Class numbers by word number. */
export const WORD_CLASSES: readonly (readonly number[])[] = classes;

const NUMBERS = new Map(names.map((name, number) => [name, number]));

export function classNumber(name: WordClass): number {
  return NUMBERS.get(name)!;
}

let trie: Trie | undefined;

/** The automaton over all words, built at the first analysis. */
export function lexiconTrie(): Trie {
  trie ??= new Trie(words);
  return trie;
}
