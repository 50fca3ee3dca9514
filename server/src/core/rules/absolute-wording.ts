import { absolutes } from '../extract/strengthAbsolute.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'absolute-wording',
  severity: 'information',
  text: {
    name: '绝对化用语',
    message: '“{text}”不留余地：一个反例就能推翻这句话。',
    why: '对市场和公司的判断很少没有例外，话说满了，错的概率就满了。',
    advice: '改成有程度、有条件的说法，或给出没有例外的依据。',
  },
  examples: {
    bad: [
      '这条路⟦肯定⟧走不通。',
      '⟦所有⟧的对手都已经出局。',
      '国产替代是⟦必然⟧的，谁也拦不住。',
      '他们的技术⟦根本⟧做不出这样的产品。',
      '价格战⟦永远⟧不会停。',
      '这家公司⟦毫无疑问⟧是行业里管理得好的。',
      '绝大多数对手都⟦一定会⟧出局。',
    ],
    good: [
      '这在一定程度上缓解了压力。',
      '降价不一定带来销量。',
      '问题的根本原因在供给。',
      '并非所有公司都受影响。',
      '绝对收益产品的规模有所回落。',
      '仓位永远别超过三成。',
    ],
  },
  words: true,
  propose(p, emit) {
    for (const { start, end, cue, group, features } of absolutes(p)) emit(start, end, { cue, group, features });
  },
});
