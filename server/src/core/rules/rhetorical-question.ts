import { askingOf, rhetoricFeatures } from '../extract/rhetoric.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'rhetorical-question',
  severity: 'hint',
  text: {
    name: '反问',
    message: '反问是没有给出理由的断言。',
    why: '反问让读者替作者下结论，也绕开了举证。',
    advice: '改成陈述句，再看看它还站不站得住。',
  },
  examples: {
    bad: [
      '⟦这样做有什么意义呢？⟧',
      '⟦凭什么？⟧',
      '⟦谁能保证明年不会再来一次？⟧',
      '⟦难道便宜就一定好吗？⟧',
      '⟦这不就是赌博吗？⟧',
      '⟦你怎么可能打得过它？⟧',
    ],
    good: [
      '**您怎么看明年的市场？**',
      '问：公司的产能什么时候释放？',
      '他问我什么时候来。',
      '为什么会这样？原因是库存太高。',
      '公司会不会分红，要看董事会。',
      '请问现在的毛利率是多少？',
    ],
  },
  propose(p, emit) {
    p.clauses.forEach((clause, index) => {
      const asking = askingOf(p, clause, index);
      if (asking === null) return;
      const end = clause.mark === '?' && p.text.charAt(clause.end) === '?' ? clause.end + 1 : clause.end;
      emit(clause.start, end, { cue: asking, group: asking, features: rhetoricFeatures(p, index) });
    });
  },
});
