import { loadedWords } from '../extract/strengthLoaded.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'loaded-language',
  severity: 'information',
  text: {
    name: '情绪化用语',
    message: '“{text}”用情绪代替了判断。',
    why: '粗话、嘲骂、炒作和恐吓的词替读者下结论，也替作者惹官司。',
    advice: '换成说得出事实的中性词。',
  },
  examples: {
    bad: [
      '这一轮下跌就是⟦血洗⟧散户。',
      '⟦卧槽⟧，这也行？',
      '资金⟦疯狂⟧涌入小盘股。',
      '新品一发布，直接把对手⟦吊打⟧。',
      '他们就是来⟦割韭菜⟧的。',
      '这个业绩太⟦炸裂⟧了。',
    ],
    good: [
      '指数全天下跌百分之一。',
      '牛市往往在犹豫中展开。',
      '《疯狂的石头》是他最爱的电影。',
      '公司股价在午后回落。',
      '成交量较前一交易日放大。',
      '市场情绪偏谨慎。',
    ],
  },
  propose(p, emit) {
    for (const { start, end, cue, group, features } of loadedWords(p)) emit(start, end, { cue, group, features });
  },
});
