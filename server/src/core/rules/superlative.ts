import { wordOf } from '../extract/cues.ts';
import { phraseRule } from './rule.ts';

const ONE = '大小高低多少好差强弱快慢新旧早晚贵便长短远近深浅热冷稳狠猛硬软优佳重轻美穷富牛火红坏难易惨忙全严苦密准';
const TWO = new Set(
  '优秀 强劲 年轻 惨烈 显著 便宜 昂贵 先进 成功 知名 著名 重要 主要 核心 关键 直接 明显 严重 活跃 赚钱 值钱 稀缺 稳定 安全 可靠 成熟 完整 全面 专业 权威 顶尖 前沿 热门 火爆 受益 受欢迎 畅销 好用 难得 集中 繁荣 富有 纯正 纯粹 模糊 漂亮 靓丽 亮眼 惊人 疯狂 残酷 激烈 艰难 困难 危险 脆弱 完善 有效 高效 聪明 勤奋 强大 庞大 广泛 深刻 深远 具体 有力 有名 常见 普遍 低廉 保守 激进 乐观 悲观 伟大 古老 时髦 关心'.split(
    ' ',
  ),
);

export const rule = phraseRule({
  code: 'superlative',
  severity: 'information',
  text: {
    name: '最高级用语',
    message: '“{text}”是排位，须有范围、时间和出处。',
    why: '“最”“第一”“唯一”是可以证伪的事实断言；用于广告还触法。',
    advice: '写明按什么、在多大范围、截至何时、谁排的；否则去掉。',
  },
  examples: {
    bad: [
      '这是国内⟦最大⟧的锂电池工厂。',
      '公司是⟦全球领先⟧的解决方案提供商。',
      '这家店是全城⟦唯一⟧能做这道菜的。',
      '产品刷新了行业纪录，⟦史无前例⟧。',
      '我们是赛道里的⟦第一品牌⟧。',
      '指数⟦创历史新高⟧。',
    ],
    good: [
      '最近他不怎么出门。',
      '最后，公司还是放弃了这项计划。',
      '最多只能买一百股。',
      '我们做好了最坏的打算。',
      '公司在第一季度搬进了新厂房。',
      '第一次见面，他只说了一句话。',
    ],
  },
  propose(p, emit) {
    const { text } = p;
    for (const cue of p.cues.of('superlative')) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'word' });
    const not = p.cues.of('notSuperlative');
    for (let at = text.indexOf('最'); at >= 0; at = text.indexOf('最', at + 1)) {
      const phrase = superlativeAt(text, at);
      if (phrase === null) continue;
      const plain = not.some((c) => c.start <= at && c.end > at);
      emit(at, at + phrase.length, { cue: phrase, group: plain ? 'not' : 'most' });
    }
  },
});

/** `最大`, `最优秀`, `最为惨烈`, `最具代表性`: 最 with its adjective, or null. */
function superlativeAt(text: string, at: number): string | null {
  let from = at + 1;
  if (text.startsWith('为', from)) from++;
  if (text.startsWith('具', from)) {
    const end = text.slice(from, from + 7).search(/[的,。!?]/);
    return text.slice(at, end < 0 ? from + 4 : from + end);
  }
  if (TWO.has(text.slice(from, from + 2))) return text.slice(at, from + 2);
  if (TWO.has(text.slice(from, from + 3))) return text.slice(at, from + 3);
  if (ONE.includes(text.charAt(from)) && from < text.length) return text.slice(at, from + 1);
  const de = text.slice(from, from + 5).search(/[的,。!?]/);
  return de > 0 && de <= 4 ? text.slice(at, from + de) : text.slice(at, Math.min(text.length, from + 2));
}
