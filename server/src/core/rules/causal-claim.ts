import { clauseRule, wholeClause } from './rule.ts';

export const rule = clauseRule({
  code: 'causal-claim',
  severity: 'hint',
  text: {
    name: '因果断言',
    message: '这里说一件事造成或证明另一件事：凭什么？',
    why: '先后和同时不等于因果；市场每天的涨跌都能配上一个理由。',
    advice: '给出依据，或改说“同时”“之后”，或写明这是推测。',
  },
  examples: {
    bad: [
      '⟦因为补贴退坡⟧，销量下滑了。',
      '⟦需求回暖导致价格上涨⟧。',
      '⟦这说明消费已经见底⟧。',
      '⟦利润增长主要得益于海外市场⟧。',
      '⟦生意的本质是信任⟧。',
      '⟦由于产能不足⟧，交付推迟了。',
    ],
    good: [
      '为了控制成本，公司搬到了郊区。',
      '所以呢，我们接着聊。',
      '公司因此前的安排休市一天的说法并不存在。',
      '他说明了来意。',
      '证明材料已经提交。',
      '两件事发生在同一天。',
    ],
  },
  gate: wholeClause,
});
