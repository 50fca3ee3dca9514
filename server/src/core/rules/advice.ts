import { clauseRule, wholeClause } from './rule.ts';

export const rule = clauseRule({
  code: 'advice',
  severity: 'hint',
  text: {
    name: '建议',
    message: '这里在教读者怎么做。',
    why: '投资建议要看谁说、对谁说、凭什么说；没有资质的荐股为法规所禁止。',
    advice: '说明依据、适用的人和风险；或改为陈述事实。',
  },
  examples: {
    bad: [
      '⟦千万不要在这个位置追高⟧。',
      '⟦建议逢低买入龙头⟧。',
      '⟦投资者应该保持耐心⟧。',
      '⟦大家一定要控制仓位⟧。',
      '⟦这种票别碰⟧。',
      '⟦红利资产值得配置⟧。',
    ],
    good: [
      '申请人须提交身份证明材料。',
      '他当年应该早点卖掉。',
      '公司建议每股派息一元。',
      '他不应该在那年离开。',
      '会议要求各部门按时报送数据。',
      '这款软件可以导出表格。',
    ],
  },
  gate: wholeClause,
});
