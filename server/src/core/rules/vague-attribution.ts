import { wordOf } from '../extract/cues.ts';
import { unnamedPhrases } from '../extract/unnamed.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'vague-attribution',
  severity: 'information',
  text: {
    name: '模糊信源',
    message: '“{text}”是谁？说法没有落到人。',
    why: '没有名字的信源无法核实，也无人负责。',
    advice: '写出机构、姓名或文件；不能具名的，说明他从何得知。',
  },
  examples: {
    bad: [
      '⟦业内人士⟧认为，降价还没有到头。',
      '⟦据悉⟧，新规将于下月落地。',
      '⟦有人说⟧，这一行没有未来。',
      '⟦市场普遍认为⟧，降息已近尾声。',
      '⟦众所周知⟧，面板是个周期行业。',
      '⟦知情人士⟧透露，交易已接近完成。',
    ],
    good: [
      '中金公司首席经济学家彭文生认为，降价还没有到头。',
      '据公司公告，新规将于5月1日落地。',
      '他是一位专家型的管理者。',
      '分析师王磊表示，库存已经见底。',
      '国家统计局的数据显示，价格在回升。',
      '公司董事长李群说，产线已经满产。',
    ],
  },
  words: true,
  propose(p, emit) {
    for (const cue of p.cues.of('vague')) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'word' });
    for (const phrase of unnamedPhrases(p))
      emit(phrase.start, phrase.end, { cue: phrase.head, group: 'phrase', features: phrase.features });
  },
});
