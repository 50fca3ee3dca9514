import { promises } from '../extract/strengthPromise.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'promised-return',
  severity: 'error',
  text: {
    name: '收益承诺',
    message: '“{text}”是对收益或本金安全的承诺。',
    why: '没有一项投资能保证赚钱；承诺收益为法规所禁止，也最容易伤到读者。',
    advice: '删去承诺，写明风险；若在转述他人说法，写清是谁说的并指出不可信之处。',
  },
  examples: {
    bad: [
      '这只票⟦稳赚不赔⟧。',
      '现在上车，年底⟦翻倍没问题⟧。',
      '产品⟦保本保息⟧，随存随取。',
      '跟着我做，⟦躺赚⟧就行了。',
      '这个价格⟦闭眼买⟧。',
      '几乎是⟦零风险⟧的生意。',
    ],
    good: [
      '世上不存在稳赚不赔的生意。',
      '基金管理人不承诺保本，也不保证最低收益。',
      '保本基金已经退出历史舞台。',
      '所谓零风险，不过是风险被藏了起来。',
      '理财有风险，投资须谨慎。',
      '监管部门要求不得使用保本字样。',
    ],
  },
  propose(p, emit) {
    for (const { start, end, cue, group, features } of promises(p)) emit(start, end, { cue, group, features });
  },
});
