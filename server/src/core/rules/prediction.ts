import { clauseRule, wholeClause } from './rule.ts';

export const rule = clauseRule({
  code: 'prediction',
  severity: 'hint',
  text: {
    name: '预测',
    message: '这是一个预测，到期可以验证。',
    why: '没有期限的预测永远不会错，因此也没有用；有期限的，到时要有人记得。',
    advice: '写明期限和可以判断对错的标准；用“标记”记下，到期复核。',
  },
  examples: {
    bad: [
      '⟦预计明年收入会超过五亿元⟧。',
      '三年之内，⟦油车会退出主流市场⟧。',
      '⟦这家公司迟早要被收购⟧。',
      '⟦下半年利率有望继续下行⟧。',
      '你做得好，⟦别人就会抄你⟧。',
      '⟦指数年底前将看到4000点⟧。',
    ],
    good: [
      '他会说英语。',
      '每到年底，公司都会发红包。',
      '当时大家以为房价会一直涨。',
      '公司将产线从苏州迁到了合肥。',
      '股东大会定于5月10日召开。',
      '你觉得明年会怎么样？',
    ],
  },
  gate: wholeClause,
});
