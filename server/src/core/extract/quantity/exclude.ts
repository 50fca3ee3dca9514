import { codeAt } from '../../text/characters.ts';
import { among, isArabic, isLetter, roleAt, TEN, WAN, ZHAO } from './characters.ts';
import { WordTable, words } from './words.ts';

/** Fixed words that begin with a numeral and are no quantity: idioms, names, terms. */
export const FIXED_WORDS = new WordTable<true>(
  words(
    `一心一意 一直 一定 一样 一些 一般 一旦 一起 一方面 一下 一边 一致 一切 一样 一度 一年一度 一口气 一次性 一手 一线 一级 一二线 一二级 一二三 一体 一带一路
    一天到晚 一日 一时 一点点 一点也 一点都 一月 一季报 一哥 一把手 一分为二 一五一十 一年到头 一年四季 一年又一年 一年比一年 一天比一天 一天天 一年年 一代 一块儿 一成不变 一股脑 一分耕耘 一把 一元化 一路 一步一步 一步步
    二手 二线 二级 二战 二维 二元 二次 二百五 三番五次 三农 三板 三线 三级 三星 三维 三方 三峡 三亚 三国 三元锂 三元材料 三元股份 三元正极 三元前驱 三元电池 三元催化 三元达 三元生物 三元桥 三元猪 三元母猪 三人行 三棵树 三只松鼠
    三一重工 三天两头 三道红线 三年级 三代半导体 三驾马车 三权 三大 三桶油 三七互娱 三六零 三位一体 三点一线 三角 三分天下 三步走 三个代表 三期叠加 三心二意 三三两两 三言两语 三折 三座大山 三年行动 三年疫情 三年自然灾害 三五成群 三支箭 九毛九
    四大 四大行 四级 四小龙 四维图新 四舍五入 四年级 四个自信 四面八方 四方 五一 五粮液 五矿 五大 五官 五角大楼 五险一金 五星 五行 五线 五金 五年计划 五年规划 五洲 五花八门 五年级 五道口 五棵松 五百强
    六大 六合 六神 六度 六年级 六国化工 六六 六四 七匹狼 七天酒店 七一二 七夕 七嘴八舌 七上八下 七大 八九不离十 八一 八方 八卦 八大 八股 八达岭 八宝 八道 九号公司 九号机器人 九牛一毛 九阳 九九 九头鸟 九泰 九二共识 九五之尊 九强生物 九月
    十分 十一国庆 十四五 十三五 十二五 十一五 十五五 十九大 二十大 十八大 十八届 十九届 二十届 十月 十大 十字 十足 十年如一日 十天半月 十全十美 十拿九稳 十有八九 十之八九 十室九空 十面埋伏
    百度 百货 百姓 百分百 百年 百科 百胜 百合 百川 百日 百业 百万富翁 百家争鸣 百花 百亿补贴 百思 百强 百人会 百世 百般 百倍努力 百尺 百战 百里 百丽 百润 百济 百无 百团 百态
    千万别 千万不 千万要 千万记 千万注意 千万小心 千万莫 千方 千家万户 千军万马 千人千面 千变万化 千差万别 千百年 千金 千里 千禾 千寻 千兆 千古 千年 千瓦 千瓦时 千股跌停 千股涨停 千股千评 千篇一律 千辛万苦 千钧 千头万绪 千载
    万一 万岁 万科 万达 万华 万物 万国 万事 万能 万分 万向 万集 万方 万里 万元户 万丈 万象 万万 万众 万圣 万年 万人空巷 万家乐 万家基金 万马 万有 万宝 万联 万得 万孚 万泰 万润 万丰 万通 万隆 万盛 万兴 万安 万业 万维 万邦 万和 万东 万金油 万夫 万维网 万无一失
    亿纬 亿联 亿华通 亿帆 亿晶 亿田 亿咖通 亿嘉和 亿航 亿欧 亿邦 亿利 亿道 亿级
    两会 两市 两融 两岸 两国 两者 两面 两手 两极 两地 两侧 两端 两网 两房 两年期 两桶油 两边 两方 两厢 两性 两难 两头吃 两头堵 两头受 两头赚 两头不 两回事 两码事 两党 两院 两江 两山 两湖 两广 两高 两点一线 两面针 两步走 两步 两全其美 两样 两不误 两级 两班 两眼 两口子 两三下
    半导体 半年报 半年度 半山 半路 半夜 半天 几乎 几何 几率 几经 几番 几许 几度 几时 几近 几点 几分 几样
    数据 数字 数学 数量 数码 数控 数值 数额 数目 数位 数列 数组 数智 数论 数年前 数次 数度 数一数二
    零售 零部件 零食 零件 零碎 零星 零距离 零跑 零和 零配件 零钱 零头 零成本 零利率 零容忍 零风险 零工 零散 零基础 零关税 零碳 零担 零下 零增长 零日 零时
    千千万万 一毛不拔 百元含权 百元机 百元股 万家金服 千丝万缕 万缕 零元购 俩人 仨人 陆股通 陆家嘴 陆续 陆路 陆军 陆上 陆地 伍德 拾取 伍家 柒牌`,
    true,
  ),
);

/** The end of the fixed word at `i`, or `i`. */
export function skipFixed(text: string, i: number): number {
  const found = FIXED_WORDS.at(text, i);
  if (found === null) return i;
  const end = i + found.word.length;
  // 十分钟, 万分之五
  if (found.word.endsWith('分') && (text[end] === '钟' || text[end] === '之')) return i;
  // 二百五十万: the numerals go on
  if (roleAt(text, end) >= TEN && roleAt(text, end) <= ZHAO && isNumeral(found.word)) return i;
  return end;
}

function isNumeral(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (roleAt(word, i) === 0) return false;
  return true;
}

const BEFORE_ONE = '统唯之专单同任每某这那另哪逐万初不进闭';
const BEFORE_SOME = '指人点倍次函参系总多少基整额位代单双分变读户家件层对负正奇偶无有岁年天期字页计充尽算半序约因质实虚';

/** Whether the numeral at `i` belongs to the word before it: 统一, 周五, 星期三, 双十一, 指数, 初三. */
export function tailOfWord(text: string, i: number): boolean {
  const before = text[i - 1];
  if (before === undefined) return false;
  const role = roleAt(text, i);
  const c = text[i];
  // 这一千家
  if (role === 2 && c === '一' && BEFORE_ONE.includes(before) && !('这那每另'.includes(before) && roleAt(text, i + 1) > TEN)) return true;
  // 成千上万, 冰山一角
  if (before === '上' && among('千百', text, i - 2) && text[i - 3] === '成') return true;
  if (c === '一' && before === '山' && text[i + 1] === '角') return true;
  // 内三元, 外三元: breeds.
  if (c === '三' && text[i + 1] === '元' && '内外'.includes(before)) return true;
  // 数钱 is counting it.
  if (c === '数' && text[i + 1] === '钱') return true;
  // 下一个万亿级市场: the number begins behind 个.
  if (c === '一' && among('上下', text, i - 1) && text[i + 1] === '个' && roleAt(text, i + 2) >= WAN) return true;
  // 有数十家 is some tens, 指数十连阳 an index.
  if (c === '数' && BEFORE_SOME.includes(before))
    return !'有额年天月约'.includes(before) || roleAt(text, i + 1) < TEN || roleAt(text, i + 1) > ZHAO;
  if (c === '几' && !(before === '前' && text[i - 2] === '提') && '这那第前上后哪未无寥'.includes(before)) return true;
  if (
    role > 0 &&
    role <= 7 &&
    (before === '周' || (before === '期' && text[i - 2] === '星') || (before === '拜' && text[i - 2] === '礼'))
  ) {
    return !among('次个倍年', text, i + 1) && roleAt(text, i + 1) < 11;
  }
  if (role >= 2 && role <= 11 && before === '初' && roleAt(text, i + 1) === 0) return true;
  if (before === '双' && (role === 11 || role === 3)) return true;
  return before === '#' || before === '№' || before === '_';
}

/** Where a run of letters (with the digits, dots and hyphens of a name) ends, or where a number in it begins (`ROE15%`, `USD500`). */
export function skipLetters(text: string, start: number): number {
  let i = start;
  while (isLetter(text, i)) i++;
  if (text.startsWith('://', i) || (text[i] === '.' && text.startsWith('www', start))) return addressEnd(text, i);
  if (text[i] === '$' || text[i] === '¥') return i + 1;
  const run = i - start;
  const digit = isArabic(text, i) ? i : text[i] === '-' && isArabic(text, i + 1) ? i + 1 : -1;
  if (digit >= 0) {
    if (run === 3 && /^(?:RMB|USD|HKD|CNY|EUR|NTD|TWD|JPY|GBP|rmb)$/.test(text.slice(start, i))) return i;
    if (run >= 2) {
      let k = digit;
      while (isArabic(text, k) || ((text[k] === '.' || text[k] === ',') && isArabic(text, k + 1))) k++;
      const c = text[k];
      if (
        c === '%' ||
        c === '倍' ||
        c === '亿' ||
        c === '万' ||
        c === '元' ||
        text.startsWith('个百', k) ||
        text.startsWith('美元', k) ||
        text.startsWith('港元', k)
      )
        return digit;
    }
  } else if (text[i] === ' ') return i;
  return skipToken(text, i);
}

/** The end of an address (`https://…?q=30%25`); where a comma stands, folded from a full-width one, it ends too. */
function addressEnd(text: string, start: number): number {
  let i = start;
  for (;;) {
    const code = codeAt(text, i);
    if (!(code > 32 && code < 127) || code === 44) return i;
    i++;
  }
}

/** The end of a token of letters, digits and inner `-._/`. */
export function skipToken(text: string, start: number): number {
  let i = start;
  for (;;) {
    if (isLetter(text, i) || isArabic(text, i)) i++;
    else if (i > start || isArabic(text, i + 1)) {
      const c = text[i];
      if ((c === '-' || c === '.' || c === '_' || c === '/') && (isLetter(text, i + 1) || isArabic(text, i + 1))) i += 2;
      else return i;
    } else return i;
  }
}

const SPAN_BEFORE = new WordTable<true>(
  words(
    '过去 未来 最近 近 这 今后 接下来 接下来的 接下去 再过 前 此前 此后 随后 之后 往后 以后 上 下 后 头 过去的 未来的 那 过 近期 前面 后面 上个 隔 同',
    true,
  ),
);
const SPAN_AFTER = new WordTable<true>(words('前 后 内 来 以来 之前 之后 之内 以内 以前 以后 一度 一次 一遇', true));

/** Short leads that are the tail of another word after these: 超过三年, 提前两年, 以上三年. */
const PART_OF_WORD: Readonly<Record<string, string>> = {
  过: '超通经透不',
  近: '接将',
  前: '提',
  上: '以之',
  后: '以之',
  下: '以之',
  头: '分',
};

/** Whether a length of time is a time expression (`过去三年`, `三年前`) rather than a quantity. */
export function datesRatherThanMeasures(text: string, start: number, end: number, floor: number): boolean {
  const at = codeAt(text, start - 1) === 32 ? start - 1 : start;
  const before = SPAN_BEFORE.before(text, at, floor);
  if (before !== null) {
    const tail = PART_OF_WORD[before.word];
    if (tail === undefined || !tail.includes(text[at - before.word.length - 1] ?? '!')) return true;
  }
  // 50毫秒以内 is how fast something is.
  if (text[end - 1] === '秒') return false;
  const after = SPAN_AFTER.at(text, end);
  return after !== null && !(after.word === '前' && among('景沿', text, end + 1)) && !(after.word === '来' && among('看说', text, end + 1));
}
