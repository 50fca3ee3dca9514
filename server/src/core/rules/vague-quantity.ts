import { firstCue, wordOf } from '../extract/cues.ts';
import { form, scanForm } from '../extract/forms.ts';
import { phraseRule } from './rule.ts';

/** A counted noun ends at most so far behind its amount. */
const NOUN = 9;
const NUMERAL = /[0-9十百千万亿几数]/;
const APART = /[,。;:!?、的是在有和与就都也被把]/;
const MARK = /[,。;:!?、]/;
/** How large, without a number: 很小, 太大了, 极低. */
const DEGREE = form(
  '很极太非十相特挺足过多这那如异格',
  /(?:很|极|极其|太|非常|十分|相当|特别|挺|足够|过|多么|这么|那么|如此|异常|格外)(?:地|的)?(?:大|小|多|少|高|低|长|短|巨大|微小|可观|有限|丰厚|庞大|明显|显著)(?![家型多少于量数股盘学众])/,
);
/** 好几家, 好些年, 数十家, 没有几家, 连着几年. */
const SEVERAL = form(
  '好数没连隔',
  /好几(?:[十百千万]?[个家位只条款张台套间所栋艘辆年倍次笔]|[十百千万])|好些(?:个|家|位|人|年)?|(?<![指参系函倍])数(?:十|百|千)(?:万)?[个家位只条款张台套间所栋艘辆人年倍次笔]|没有?几[个家位只条款张台套间所年次]|连着(?:好)?几[年月周天个]|隔[三两]?[几五]?[年个]就/,
);

export const rule = phraseRule({
  code: 'vague-quantity',
  severity: 'hint',
  text: {
    name: '含糊数量',
    message: '“{text}”是多少？',
    why: '拿数量当证据，就该给出数量；“很多”“大幅”谁都可以说。',
    advice: '换成数字及其来源，或删去程度词。',
  },
  examples: {
    bad: [
      '⟦很多⟧公司已经实现盈利。',
      '公司积累了⟦海量数据⟧。',
      '上半年净利润⟦大幅增长⟧。',
      '涨价之后⟦不少⟧客户流失。',
      '良率得到⟦显著提升⟧。',
      '⟦绝大多数⟧基金经理跑输了指数。',
      '餐馆里的客人⟦太许多⟧了。',
    ],
    good: [
      '明天多云，局部有雨。',
      '很多时候，慢就是快。',
      '谢谢大家，非常感谢。',
      '上半年净利润增长百分之十二，据公司年报。',
      '他多次强调这一点。',
      '公司名称里有三个字。',
    ],
  },
  words: true,
  propose(p, emit) {
    const changes = p.cues.of('change');
    const heads = p.cues.of('unnamedHead');
    for (const cue of p.cues.of('many')) {
      // 三十多个, 百分之好几: part of a number.
      if (NUMERAL.test(p.text.charAt(cue.start - 1)) || p.quantities.some((q) => q.start < cue.end && q.end > cue.start)) continue;
      const word = wordOf(cue);
      const head = firstCue(heads, cue.end, Math.min(p.text.length, cue.end + NOUN));
      const features = [`head=${head !== undefined && head.start - cue.end <= 1}`, `next=${p.text.charAt(cue.end)}`];
      emit(cue.start, cue.end, { cue: word, group: 'many', features });
      // 很多小伙伴, 大量购房客户: what is counted belongs to a long phrase.
      if (head !== undefined && head.end - cue.start > 4 && !APART.test(p.text.slice(cue.end, head.start)))
        emit(cue.start, head.end, { cue: word, group: 'many-noun', features });
    }
    scanForm(p.text, SEVERAL, (start, end) => emit(start, end, { cue: p.text.slice(start, start + 2), group: 'several' }));
    scanForm(p.text, DEGREE, (start, end) => emit(start, end, { cue: p.text.slice(start, end), group: 'size' }));
    for (const cue of p.cues.of('changeDone')) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'done' });
    const leading = new Set<number>();
    for (const cue of p.cues.of('degree')) {
      // 大幅(地)增长, 远超, 快速的发展
      const change = firstCue(changes, cue.end, Math.min(p.text.length, cue.end + 6));
      const gap = change ? p.text.slice(cue.end, change.start) : '';
      if (change && (gap === '' || gap === '地' || gap === '的')) {
        leading.add(cue.start);
        emit(cue.start, change.end, { cue: wordOf(cue), group: 'degree', features: [`change=${wordOf(change)}`] });
      } else if (cue.end - cue.start >= 2) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'degree-alone' });
    }
    for (const cue of p.cues.of('degreeAfter')) {
      const change = changes.findLast((c) => c.end <= cue.start && cue.start - c.end <= 1);
      // 有增无减。很大程度上
      if (change && MARK.test(p.text.slice(change.end, cue.start))) continue;
      if (change) emit(change.start, cue.end, { cue: wordOf(cue), group: 'after', features: [`change=${wordOf(change)}`] });
      else if (!leading.has(cue.start)) emit(cue.start, cue.end, { cue: wordOf(cue), group: 'after-alone' });
    }
  },
});
