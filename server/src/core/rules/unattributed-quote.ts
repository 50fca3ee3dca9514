import { type Cue, hasCue } from '../extract/cues.ts';
import type { Paragraph } from '../paragraph.ts';
import { phraseRule } from './rule.ts';

/** Shorter quotations are terms, slogans or echoes rather than statements. */
const SHORTEST = 14;

export const rule = phraseRule({
  code: 'unattributed-quote',
  severity: 'hint',
  text: {
    name: '无主引语',
    message: '这句引语没有说是谁讲的。',
    why: '引号是在替人作证；不知道是谁说的，读者无从判断，也无从核对。',
    advice: '写明说话人和场合；不是原话的，去掉引号改为转述。',
  },
  examples: {
    bad: [
      '展会第二天下起了雨。⟦“这个价格我们再做半年，厂子就只能关门了。”⟧',
      '消息传开以后，楼下排起了长队。⟦“今天要是取不出来，我就睡在大厅里不走了。”⟧',
      '车间里机器还在响。⟦“上个月的工钱还没有发，谁还有心思加班呢？”⟧',
      '电梯里挤满了人。⟦“他们家的货去年就开始往外退了，你们不知道吗？”⟧',
      '年会开到一半冷了场。⟦“明年的指标再加三成，大家干脆都别回家过年了。”⟧',
      '门口贴着告示。⟦“我们等了四个月，一分钱也没有等到，电话也打不通了。”⟧',
    ],
    good: [
      '“这个价格我们再做半年，厂子就只能关门了。”展商老秦说。',
      '老秦叹了口气：“这个价格我们再做半年，厂子就只能关门了。”',
      '公司把这套打法叫作“先占住货架再谈利润”。',
      '墙上写着“客户第一”四个字。',
      '据《晚报》报道，董事长在会上讲：“我们不会裁掉任何一个人，请大家放心。”',
      '所谓“跌下来就是机会”，他已经听了三年。',
    ],
  },
  propose(p, emit) {
    for (const q of p.speech.quotes) {
      if (!q.statement || q.act >= 0 || q.depth > 0 || !q.closed || q.end - q.start < SHORTEST) continue;
      // A statement that stands by itself: a whole sentence behind another one, with nothing of the same line behind it.
      const before = p.text.slice(0, q.start).trimEnd();
      if (!/[。!?…]$/.test(p.text.slice(q.start, q.end - 1).trimEnd()) || !/[。!?]$/.test(before)) continue;
      if (!/^\s*$|^[\s\u4e00-\u9fff]/.test(p.text.slice(q.end))) continue;
      if (mentionsSomebody(p, q.start, q.end)) continue;
      emit(q.start, q.end, { cue: 'quote', sure: true, untold: true });
    }
  },
});

/** Whether the paragraph around a quotation speaks of anybody: a reader then takes it for theirs. */
function mentionsSomebody(p: Paragraph, start: number, end: number): boolean {
  if (p.speech.names.length > 0 || p.speech.acts.length > 0) return true;
  const told = (heads: readonly Cue[]) => hasCue(heads, 0, start) || hasCue(heads, end, p.text.length);
  if (told(p.cues.of('unnamedHead')) || told(p.cues.of('caseHead'))) return true;
  return /[他她我咱]|先生|女士|太太|老[\u4e00-\u9fff]|小[\u4e00-\u9fff](?:$|[,。])/.test(p.text.slice(0, start) + p.text.slice(end));
}
