import { superlatives } from '../extract/superlative.ts';
import { phraseRule } from './rule.ts';

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
      '这样的增速⟦史无前例⟧。',
      '我们是赛道里的⟦第一品牌⟧。',
      '指数⟦创历史新高⟧。',
      '营收续创⟦单月新高⟧。',
    ],
    good: [
      '最近他不怎么出门。',
      '最后，公司还是放弃了这项计划。',
      '最多只能买一百股。',
      '我们做好了最坏的打算。',
      '公司在第一季度搬进了新厂房。',
      '第一次见面，他只说了一句话。',
      '合计写在表格最下面一行。',
    ],
  },
  propose(p, emit) {
    for (const { start, end, cue, group, features } of superlatives(p)) emit(start, end, { cue, group, features });
  },
});
