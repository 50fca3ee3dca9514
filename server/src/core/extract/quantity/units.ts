import { codeAt } from '../../text/characters.ts';
import type { QuantityKind } from '../../types.ts';
import { COUNTS, LOOSE_COUNTS, NOUNS } from './counts.ts';
import { CURRENCIES } from './currencies.ts';
import { WordTable, words } from './words.ts';

/** What a unit says about the number before it. */
export interface Unit {
  readonly kind: QuantityKind;
  /** Base value of one: 基点 0.01, 毛 0.1. */
  readonly factor: number;
  readonly currency: string | null;
  /** Characters after which it is another word (`三元锂`, `两家族`). */
  readonly notBefore: string;
  /** 一 counts too: `一年`, `一成`, `一块钱`; not `一家`. */
  readonly one: boolean;
  /** Takes 百/千/万/亿 without a digit before them: `万元`, `亿吨`. */
  readonly strict: boolean;
  /** Only after Arabic digits or a number of ten and more: `15城`. */
  readonly loose: boolean;
}

function unit(kind: QuantityKind, more: Partial<Unit> = {}): Unit {
  return { kind, factor: 1, currency: null, notBefore: '', one: false, strict: false, loose: false, ...more };
}

const ONE = { one: true, strict: true };
const TIME_NEXT = '期级线报度轮检薪迈货产均华';

/** All units by their words; the longest match wins. */
export const UNITS = new WordTable<Unit>([
  ...CURRENCIES.map(([word, currency, factor, notBefore]): [string, Unit] => [
    word,
    unit('money', { ...ONE, currency, factor, notBefore }),
  ]),
  ...words('%  个%', unit('percent', ONE)),
  ['‱', unit('percent', { ...ONE, factor: 0.01 })],
  ['‰', unit('percent', { ...ONE, factor: 0.1 })],
  ['成', unit('percent', { ...ONE, factor: 10, notBefore: '本立为长交功员果熟分绩效就年人品堆型' })],
  // Of yields, in Hong Kong.
  ['厘', unit('percent', { ...ONE, notBefore: '米清定毫头升岛钱' })],
  ['趴', unit('percent', { ...ONE, notBefore: '在着下窝' })],
  ...words('个百分点 百分点 pct pcts PCT Pct pp pps ppt ppts 个pct 个ppt', unit('percentagePoint', ONE)),
  ...words('个基点 基点 个BP 个bp 个Bp BP bp bps BPs BPS Bp 个bps', unit('percentagePoint', { ...ONE, factor: 0.01 })),
  // What central banks move by, in Taiwan's words.
  ['码', unit('percentagePoint', { ...ONE, factor: 0.25, notBefore: '通洋头率流农' })],
  ['个点', unit('percentagePoint', { ...ONE, notBefore: '位评子赞' })],
  ['倍', unit('multiple', { ...ONE, notBefore: '率速' })],
  ['x', unit('multiple')],
  ['X', unit('multiple')],
  ...words('年', unit('duration', { ...ONE, notBefore: TIME_NEXT })),
  ...words(
    '个年头 年光阴 个世纪 个月 个季度 个小时 小时 个钟头 个钟 分钟 个星期 星期 个礼拜 礼拜 个交易日 交易日 个工作日 工作日 秒钟 毫秒 微秒 纳秒 个昼夜 个日夜 个自然日 个会计年度 个财年 个财季',
    unit('duration', ONE),
  ),
  ['天', unit('duration', { ...ONE, notBefore: '然津气空使猫际花生下' })],
  ['周', unit('duration', { ...ONE, notBefore: '期年边转围日六五四三二一末度刊报线岁' })],
  ['日', unit('duration', { notBefore: '元本均线报经内前后来游新子' })],
  ['秒', unit('duration', { ...ONE, notBefore: '杀拍' })],
  ['月', unit('duration', { loose: true })],
  ...words('公里 厘米 公分 毫米 微米 纳米 英里 英尺 英寸 海里 光年 nm km cm CM mm μm um', unit('length', ONE)),
  ...words('米 千米', unit('length', { ...ONE, notBefore: '粉其饭线' })),
  ['寸', unit('length', { loose: true })],
  ...words('平方米 平米 平方呎 平方尺 平方公里 平方千米 平方英尺 平方 亩 公顷 英亩 ㎡ m² 建筑平方米', unit('area', ONE)),
  ['平', unit('area', { loose: true, notBefore: '业情为动长政程安均台衡常稳仓等价庸方米时静' })],
  ['坪', unit('area', ONE)],
  ...words('吨 公吨 公斤 毫克 盎司 磅 微克 kg KG mg 克拉 短吨 长吨', unit('weight', ONE)),
  ['克', unit('weight', { strict: true, notBefore: '隆制服' })],
  ['千克', unit('weight', { ...ONE, notBefore: '隆制服朗拉' })],
  ['斤', unit('weight', ONE)],
  ['两', unit('weight', { loose: true, notBefore: '个家年天月只名位种次级市岸地者端会条张份台款人元块手点三' })],
  ...words(
    '摄氏度 华氏度 ℃ ℉ 位数 GW MW KW kW GWh MWh kWh KWh TWh 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 吉瓦时 太瓦 太瓦时 个吉瓦 个吉瓦时 个GW 个GWh 瓦时 瓦 度电 TB GB MB KB PB TOPS EFLOPS PFLOPS TFLOPS Hz kHz MHz GHz 赫兹 兆赫 兆赫兹 字节 兆字节 比特 兆比特 千卡 大卡 千伏 Mbps Gbps mAh 毫安时 升 毫升 立方米 立方英尺 立方厘米 立方 方 标方 加仑 英热 伏 安时 dB Wh Wh/kg ml mL 迈 马力 牛米 毫克/升 公里/小时',
    unit('other', { strict: true, notBefore: '面案向法便式言' }),
  ),
  ...words('个数量级 数量级', unit('other', ONE)),
  ...words('吨公里 吨海里 人公里 客公里', unit('other', { strict: true })),
  ...words('级 级别', unit('other', { loose: true })),
  ['点', unit('other', { notBefore: '评击赞' })],
  ['度', unit('other', { notBefore: '假过日假' })],
  ['分', unit('other', { loose: true, notBefore: '之析歧公成部配红享发布支子手别类流行拆化为期段析散解级享摊' })],
  ['折', unit('other', { notBefore: '旧扣让算合价现' })],
  ['岁', unit('other', { notBefore: '月末' })],
  ...words('周岁', unit('other')),
  ...COUNTS.flatMap(([list, notBefore]) => words(list, unit('count', { notBefore }))),
  ...LOOSE_COUNTS.flatMap(([list, notBefore]) => words(list, unit('count', { loose: true, notBefore }))),
  ...words(NOUNS, unit('count', { loose: true })),
]);

/** What may stand after the slash of a rate: `元/吨`, `万吨/年`. */
export const PER = new WordTable<true>(
  words(
    '吨 桶 盎司 股 平 平方米 平米 ㎡ 坪 亩 月 年 日 天 周 季 季度 小时 分钟 秒 人 台 辆 部 件 片 张 条 公斤 千克 斤 克 千瓦时 度 瓦 千瓦 升 立方米 方 人次 次 套 户 个 只 头 晚 夜 间 箱 瓶 包 盒 磅 蒲式耳 短吨 加仑 百万英热 百万英热单位 克拉 kg t g W Wh kWh KWh GWh MWh MMBtu m² 公里 份 手 柜 TEU FEU 单 位 笔 mg 毫克 分 公顷 平方公里 盎司',
    true,
  ),
);

/** The unit that starts at `i`, unless what follows makes it another word. */
export function unitAt(text: string, i: number): { readonly unit: Unit; readonly length: number; readonly word: string } | null {
  const found = UNITS.at(text, i);
  if (found === null) return null;
  const { word, value } = found;
  const end = i + word.length;
  // 三元区 is a place, 三元区间 a price range.
  if (end < text.length && value.notBefore.includes(text[end]!) && !text.startsWith('区间', end)) return null;
  // Letters: a unit only where the letters end.
  const last = word.charCodeAt(word.length - 1) | 32;
  const next = codeAt(text, end) | 32;
  if (last >= 97 && last <= 122 && next >= 97 && next <= 122) return null;
  return { unit: value, length: word.length, word };
}
