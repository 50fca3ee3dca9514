import { clauseRule, wholeClause } from './rule.ts';

export const rule = clauseRule({
  code: 'analogy',
  severity: 'hint',
  text: {
    name: '类比',
    message: '类比代替了论证：像，不等于是。',
    why: '好比方让人点头，却不提供证据；两件事不像的地方往往更要紧。',
    advice: '说出相像在哪一点、不像在哪一点，并补上事实。',
  },
  examples: {
    bad: [
      '⟦这就像安卓和苹果⟧。',
      '⟦做投资好比种树⟧，急不得。',
      '⟦他们是在别人的地基上盖房子⟧。',
      '⟦现金流就是企业的血液⟧。',
      '⟦如今的大模型如同当年的铁路⟧。',
      '⟦市场像一个喝醉的司机⟧。',
    ],
    good: [
      '像宁德时代这样的公司，估值并不高。',
      '他好像不太高兴。',
      '一美元相当于七元人民币。',
      '安全垫厚的产品更受欢迎。',
      '今年的降幅与去年一样。',
      '图像识别是他们的主业。',
    ],
  },
  gate: wholeClause,
});
