import { interests } from '../extract/interest.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'self-interest',
  severity: 'warning',
  text: {
    name: '利益相关',
    message: '“{text}”：说话人从所夸赞或建议的东西里得益。',
    why: '屁股决定脑袋未必，但读者有权知道屁股坐在哪里。',
    advice: '把持有、投资或任职关系写在明处，或换一个无利害的说法者。',
  },
  examples: {
    bad: [
      '⟦我们投的⟧这家公司，现金流很不错。',
      '⟦我持有这只股票⟧，我认为它还会涨。',
      '⟦我司产品⟧在这一档里没有对手。',
      '⟦我们早年投的⟧那家药企，研发做得最好。',
      '⟦我们被投企业⟧里做得好的，都不烧钱。',
      '⟦我重仓了红利基金⟧，红利值得配置。',
    ],
    good: [
      '社保基金持有这只股票。',
      '我们认为这家公司现金流不错。',
      '他投的票没有算数。',
      '我持有不同的看法。',
      '公司产品在这一档里没有对手。',
      '外资重仓了白酒。',
    ],
  },
  propose(p, emit) {
    for (const i of interests(p))
      emit(i.start, i.end, {
        cue: i.verb,
        group: `${i.tie}-${i.who}-${i.reach}`,
        features: [`tie=${i.tie}`, `who=${i.who}`, `reach=${i.reach}`, `tie=${i.tie}+${i.who}`, ...i.features],
      });
  },
});
