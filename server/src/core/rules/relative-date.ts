import { indexAt } from '../paragraph.ts';
import type { TimePart, TimeValue } from '../types.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'relative-date',
  severity: 'hint',
  text: {
    name: '相对日期',
    message: '“{text}”离开发表日期就说不清是哪天。',
    why: '文章会被转载、存档、隔年引用，相对的时间词那时已失去意义。',
    advice: '写出年月日，或在时间词旁注明日期。',
  },
  examples: {
    bad: [
      '⟦昨天⟧公司股价收跌。',
      '⟦去年⟧春天他们停掉了这条产线。',
      '⟦近日⟧，多地下调了首付比例。',
      '公司⟦目前⟧拥有四百多名员工。',
      '⟦上周五⟧盘后，公告来了。',
      '⟦过去三年⟧，行业里一半的工厂关了门。',
    ],
    good: [
      '2023年3月，公司搬进了新厂房。',
      '去年（2023年），公司搬进了新厂房。',
      '当时谁也没有想到这一点。',
      '未来是留给有准备的人的。',
      '他随后补充了一句。',
      '公司成立于1998年，总部在苏州。',
    ],
  },
  propose(p, emit) {
    let year = -1;
    p.times.forEach((t, time) => {
      const before = year;
      if (t.value.type === 'fixed' || (t.value.type === 'partial' && t.value.year !== null)) year = t.end;
      if (t.kind !== 'relative' && t.kind !== 'partial' && t.kind !== 'ahead') return;
      const sentence = p.sentences[p.clauses[indexAt(p.clauses, t.start)]?.sentence ?? -1];
      const first = sentence && p.clauses[sentence.first];
      const anchored = before < 0 ? 'no' : first && before > first.start ? 'sentence' : 'paragraph';
      const value = t.value.type === 'since' || t.value.type === 'mirror' ? t.value.of : t.value;
      const means = meaningOf(value);
      emit(t.bare.start, t.bare.end, {
        cue: p.text.slice(t.bare.start, t.bare.end),
        group: t.kind,
        time,
        features: [`tail=${t.end > t.bare.end}`, `value=${value.type}`, `means=${means}`, `year=${anchored}`, `${means}/${anchored}`],
      });
    });
  },
});

/** What a time word means, however it is put: 去年, 客岁 and 舊年 are one. */
function meaningOf(value: TimeValue): string {
  switch (value.type) {
    case 'offset':
      return `${value.unit}${value.from}${value.until}${shapeOf(value.part)}`;
    case 'rolling':
      return `${value.unit}${Math.sign(value.from ?? 9)}${Math.sign(value.until ?? -9)}`;
    case 'weekday':
      return `weekday${value.week}`;
    case 'partial':
      return `${value.year === null}${shapeOf(value.part)}`;
    case 'vague':
      return value.direction;
    default:
      return value.type;
  }
}

function shapeOf(part: TimePart | undefined): string {
  return part === undefined ? '' : Object.keys(part).join();
}
