/**
 * How an absolute is said with measure. No text on the right holds a cue of the rule, so that what was softened is found no more
 * (test/features/soften.test.ts holds the table to it).
 */

/** Words that one and the same wording softens, whatever stands around them. */
const PLAIN: Readonly<Record<string, string>> = {
  很可能会: '一定会 必定会 必然会 必将 肯定会 注定会 铁定会 绝对会 不兴许会',
  很可能不会: '永远不会 绝对不会 绝不会 决不会 根本不会',
  不太可能: '不可能 绝不可能 决不可能 绝对不可能 根本不可能 完全不可能 绝无可能',
  几乎没有可能: '没有任何可能',
  多半: '一准儿 一准 准保 包准 定然 铁定 准定 妥妥 妥妥的',
  很少有人: '没人 没有人 没有谁',
  很少有: '没有一家 没有一个',
  几乎没有: '没有任何 毫无 丝毫没有 绝对没有 绝无',
  几乎没: '绝对没 丝毫没',
  希望不大: '没戏',
  不大会有: '不会有',
  很可能不会再: '再也不会',
  基本不: '根本不 压根不',
  基本没: '根本没 压根没',
  基本没有: '根本没有 压根没有',
  不太: '丝毫不',
  很少: '从来不 从不 从未 从没 从来没 从来没有 从不曾',
  大多是: '全是 从来都是 无一不是',
  大多: '全都 统统 通通 一律 一概 悉数 全数 无一不 无不',
  大多数人: '所有人 每个人 人人 任何人 个个',
  大多数人都: '谁都',
  大多数人家: '家家',
  恐怕不是: '绝非 绝对不是 决不是 绝不是',
  很可能是: '绝对是',
  很可能能: '绝对能',
  很难避免: '不可避免 无可避免 无法避免',
  难以逆转: '不可逆转 不可以逆转',
  很难替代: '无可替代 不可替代 无可取代',
  很难撼动: '不可撼动 牢不可破',
  没有多少疑问: '没有疑问 没有任何疑问 没有悬念 没悬念 毫无悬念',
  选择不多: '别无选择 没有退路',
  多数: '凡是 但凡 举凡',
  大部分: '全部 一切',
};

export const SOFTENED: ReadonlyMap<string, string> = new Map(
  Object.entries(PLAIN).flatMap(([soft, words]) => words.split(' ').map((word) => [word, soft] as const)),
);

/** Sentence adverbs of certainty. */
export const CERTAINLY = new Set(
  '毫无疑问 毋庸置疑 无疑 不容置疑 无可争议 无可辩驳 不用怀疑 不用质疑 毋须怀疑 无须怀疑 无需怀疑 确定无疑 确凿无疑 千真万确'.split(' '),
);

/** Adverbs of certainty before a verb, and predicates of it. */
export const SURELY = new Set('一定 必定 必然 肯定 注定 势必 绝对 百分之百 百分百 100% 断然'.split(' '));

/** Idioms that stop being one when a word in them is changed. */
export const FIXED = /^(?:毫不(?:犹豫|留情|逊色|客气|夸张|掩饰|意外|奇怪|相干)|彻底的)/;
