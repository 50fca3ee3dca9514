import { sources } from './sources.ts';

/**
 * Bodies whose names do not say that they are any: banks, brokers and raters, and listed firms whose names have characters or endings of
 * everyday words. From general knowledge; what a name's ending tells is left to `BODY_END`.
 */

/** Banks, brokers and raters. */
export const HOUSES = new Set(
  '高盛 瑞银 花旗 野村 大摩 小摩 摩根士丹利 摩根大通 汇丰 巴克莱 德银 美银 美国银行 里昂 麦格理 杰富瑞 伯恩斯坦 晨星 穆迪 惠誉 标普 中金 中信建投 华泰 国君 海通 申万 申万宏源 兴证 天风 贝莱德 桥水 先锋领航 富达 瑞信 大和 瑞穗 渣打 星展 富瑞 法巴 法兴 杰富瑞 中信里昂 招银国际 中银国际 建银国际 交银国际 国信 广发 招商 东吴 银河'.split(
    ' ',
  ),
);

/** Listed and other well-known firms. */
const COMPANIES =
  '宁德时代 比亚迪 隆基绿能 阳光电源 通威 天合光能 晶科能源 晶澳科技 亿纬锂能 赣锋锂业 天齐锂业 华友钴业 特斯拉 蔚来 理想 理想汽车 小鹏 小鹏汽车 小米 小米集团 零跑 问界 赛力斯 长安汽车 长城汽车 吉利 吉利汽车 上汽 上汽集团 广汽集团 美的 美的集团 格力 格力电器 海尔 海尔智家 TCL 京东方 立讯精密 歌尔股份 工业富联 海康威视 大华股份 中兴通讯 华为 腾讯 腾讯控股 阿里 阿里巴巴 百度 京东 美团 拼多多 快手 网易 字节跳动 哔哩哔哩 携程 滴滴 小红书 中芯国际 华虹 北方华创 中微公司 韦尔股份 寒武纪 海光信息 药明康德 恒瑞医药 百济神州 迈瑞医疗 爱尔眼科 片仔癀 云南白药 贵州茅台 茅台 五粮液 泸州老窖 洋河股份 山西汾酒 伊利 伊利股份 蒙牛 蒙牛乳业 海天味业 金龙鱼 农夫山泉 泡泡玛特 安踏 李宁 海底捞 瑞幸 星巴克 麦当劳 肯德基 可口可乐 万科 碧桂园 恒大 中国恒大 融创 保利发展 华润置地 龙湖 龙湖集团 绿城 招商蛇口 金地 中国平安 中国人寿 中国太保 新华保险 招商银行 中国石油 中国石化 中国海油 中国神华 中国移动 中国电信 中国联通 长江电力 华能国际 三峡能源 紫金矿业 宝钢股份 万华化学 海螺水泥 三一重工 中联重科 潍柴动力 中国中车 顺丰 顺丰控股 圆通 中通 中远海控 牧原股份 温氏股份 新希望 苹果 谷歌 微软 亚马逊 英伟达 英特尔 高通 三星 三星电子 台积电 阿斯麦 索尼 丰田 本田 大众 宝马 奔驰 福特 通用 波音 空客 甲骨文 奈飞 脸书 辉瑞 默沙东 诺和诺德 礼来 沃尔玛 好市多 伯克希尔 软银'.split(
    ' ',
  );

/** Names of firms that are words too: no speakers without a mark of their own. */
const WORDS = new Set('理想 通用 大众 苹果 招商 银河 大和 广发 国信 小米 新希望 本田 中通 金地'.split(' '));

/** Providers by kind rather than by name, and those that are words too. */
const KINDS = new Set('协会 行业协会 信息中心 研究中心 研究院 数据中心 海关数据 贝壳 好买 聚源 巨灵 链家 Choice FED'.split(' '));

const PUBLISHERS = sources.provider.split(' ').filter((name) => !KINDS.has(name));

/** Indices and markets as well as their publishers: before a colon a figure of theirs is given, not a word. */
const MEASURED = new Set('纳斯达克 标普 MSCI LME CME ISM ADP 东方财富 同花顺 信息中心 海关'.split(' '));
const SPOKEN = new Set([...HOUSES, ...PUBLISHERS, '中金公司'].filter((name) => !WORDS.has(name) && !MEASURED.has(name)));

/** Whether a body speaks where no more than a colon stands behind its name: houses and offices do, of listed firms others tell. */
export function speaksByColon(text: string): boolean {
  return SPOKEN.has(text);
}

const FIRMS = new Set(COMPANIES);

/** Whether a name is that of a listed firm, of which more is said than by it. */
export function isListedFirm(name: string): boolean {
  return FIRMS.has(name) && !HOUSES.has(name);
}

const KNOWN = new Set([...HOUSES, ...COMPANIES, ...PUBLISHERS].filter((name) => !WORDS.has(name)));
const LONGEST = Math.max(...[...KNOWN].map((name) => name.length));

/** Whether a phrase is the very name of a body that is known. */
export function isKnownBody(text: string): boolean {
  return text.length <= LONGEST && KNOWN.has(text);
}

/** The longest name of a known body that `text` has at `at`, no shorter than `least`; null where there is none. */
export function bodyAt(text: string, at: number, least = 2): string | null {
  for (let length = Math.min(LONGEST, text.length - at); length >= least; length--) {
    const name = text.slice(at, at + length);
    if (KNOWN.has(name)) return name;
  }
  return null;
}
