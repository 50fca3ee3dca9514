import { firstCue, wordOf } from '../extract/cues.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'vague-quantity',
  severity: 'hint',
  text: {
    name: '含糊数量',
    message: '“{text}”是多少？',
    why: '拿数量当证据，就该给出数量；“很多”“大幅”谁都可以说。',
    advice: '换成数字及其来源，或删去程度词。',
  },
  examples: {
    bad: [
      '⟦很多⟧公司已经实现盈利。',
      '公司积累了⟦海量⟧数据。',
      '上半年净利润⟦大幅增长⟧。',
      '涨价之后⟦不少⟧客户流失。',
      '良率得到⟦显著提升⟧。',
      '⟦绝大多数⟧基金经理跑输了指数。',
    ],
    good: [
      '明天多云，局部有雨。',
      '很多时候，慢就是快。',
      '谢谢大家，非常感谢。',
      '上半年净利润增长百分之十二，据公司年报。',
      '他多次强调这一点。',
      '公司名称里有三个字。',
    ],
  },
  words: true,
  propose(p, emit) {
    const changes = p.cues.of('change');
    for (const cue of p.cues.of('many')) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'many' });
    for (const cue of p.cues.of('changeDone')) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'done' });
    for (const cue of p.cues.of('degree')) {
      // 大幅(地)增长, 远超, 快速的发展
      const change = firstCue(changes, cue.end, Math.min(p.text.length, cue.end + 6));
      const gap = change ? p.text.slice(cue.end, change.start) : '';
      if (change && (gap === '' || gap === '地' || gap === '的'))
        emit(cue.start, change.end, { cue: wordOf(cue), group: 'degree', features: [`change=${wordOf(change)}`] });
      else if (cue.end - cue.start >= 2) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'degree-alone' });
    }
    for (const cue of p.cues.of('degreeAfter')) {
      const change = changes.findLast((c) => c.end <= cue.start && cue.start - c.end <= 1);
      if (change) emit(change.start, cue.end, { cue: wordOf(cue), group: 'after', features: [`change=${wordOf(change)}`] });
      else emit(cue.start, cue.end, { cue: wordOf(cue), group: 'after-alone' });
    }
  },
});
