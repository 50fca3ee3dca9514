import { indexAt, type Paragraph } from '../paragraph.ts';
import type { Span } from '../types.ts';
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
      '管理层在业绩会上表示，⟦新厂年底前会投产⟧。',
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
  gate(p, clause) {
    return isFrame(p, clause) ? null : wholeClause(p, clause);
  },
});

/** Longer than a time or a speaker by itself. */
const LONGEST_FRAME = 24;
/** What may stand before a time, or behind it, in a clause that says no more than when. */
const BEFORE_TIME = /^(?:那么|而|但是?|预计|预期|估计|展望|预料|大概|大约|可能|最[快迟早晚]|等?到了?|至|在|从)*$/;
const AFTER_TIME = /^的?(?:之?内|里|中|期间|之间|左右|前后|时候?|起|开始|的话)?$/;
/** Who expects: 乘联会预计, 该行也预计. What is expected, or surpassed, is a noun: 超预期, 上调盈利预测. */
const EXPECTS =
  /^(?!.*(?:将|(?<![联协委员学商事])会|有望|可能|上[调修]|下[调修]|维持|给出|公布|发布|超|高于|低于|好于|不[及如]|符合|达到|盈利预|业绩预|经营预|市场预期)).*[^的]预[计测期估料]$/;

/** Who speaks, and no more: 管理层在电话会上表示. */
const SAYS =
  /^(?!.*(?:将|可以|敢|有望|(?<![联协委员学商事话年])会(?![后上中]))).*(?:表示|指出|认为|透露|强调|坦言|介绍说?|补充说?|提醒说?|回应说?|解释说?|直言|写道|提到|[他她它们](?:还|又|也)?(?:说|称|讲)|告诉(?:我们?|记者|投资者))$/;

/** Whether a clause only says when, who expects or who speaks, and the forecast is the clause that it introduces. */
function isFrame(p: Paragraph, index: number): boolean {
  const clause = p.clauses[index]!;
  if (clause.end - clause.start > LONGEST_FRAME || (clause.mark !== ',' && clause.mark !== ':')) return false;
  if (p.clauses[index + 1]?.sentence !== clause.sentence) return false;
  const text = p.text.slice(clause.start, clause.end);
  return text.at(-2) === '预' ? EXPECTS.test(text) : SAYS.test(text) || isTime(p, clause, text);
}

function isTime(p: Paragraph, clause: Span, text: string): boolean {
  const time = p.times[indexAt(p.times, clause.end - 1)];
  if (time === undefined || time.start < clause.start || time.end > clause.end) return false;
  return BEFORE_TIME.test(text.slice(0, time.start - clause.start)) && AFTER_TIME.test(text.slice(time.end - clause.start));
}
