import { firstCue, hasCue } from '../extract/cues.ts';
import { indexAt } from '../paragraph.ts';
import { phraseRule } from './rule.ts';

const BASE =
  /同比|环比|年增|月增|季增|较|比|相比|从|由|自|以来|至今|同期|上年|去年|前年|上月|上季|年初|年均|复合|增至|升至|降至|达到|一年|一天|日|周|盘中|收盘|收涨|收跌|开盘|午后|早盘|领涨|涨停|跌停|年化|每年|(?:19|20)[0-9]{2}年/;

export const rule = phraseRule({
  code: 'missing-baseline',
  severity: 'information',
  text: {
    name: '缺少基准',
    message: '“{text}”：和什么时候、什么数相比？',
    why: '没有起点的涨幅等于没说；换一个起点，结论可以相反。',
    advice: '写出基期或起始值（同比、环比、较某年、从多少）。',
  },
  examples: {
    bad: [
      '公司的用户数⟦增长50%⟧。',
      '换了供应商以后，成本⟦下降了三成⟧。',
      '客单价⟦翻了一倍⟧。',
      '他的粉丝⟦涨了三倍⟧。',
      '产能⟦提升数倍⟧。',
      '转化率⟦提高了40%⟧。',
    ],
    good: [
      '公司的用户数同比增长50%。',
      '成本比2022年下降了三成。',
      '客单价从40元涨到80元，翻了一倍。',
      '该股今日收盘上涨3%。',
      '毛利率为40%。',
      '年均复合增长率为12%。',
    ],
  },
  propose(p, emit) {
    const changes = p.cues.of('change');
    for (const q of p.quantities) {
      if (q.kind !== 'percent' && q.kind !== 'multiple' && q.kind !== 'percentagePoint') continue;
      const clause = p.clauses[indexAt(p.clauses, q.start)];
      if (clause === undefined) continue;
      const sentence = p.sentences[clause.sentence];
      if (sentence === undefined) continue;
      const before = changes.findLast(
        (c) => c.end <= q.start && q.start - c.end <= 4 && c.start >= clause.start && !/[,。]/.test(p.text.slice(c.end, q.start)),
      );
      const after = firstCue(changes, q.end, Math.min(clause.end, q.end + 5));
      const self = /^翻|[番]/.test(q.text) || p.text.charAt(q.start - 1) === '翻' || p.text.slice(q.start - 2, q.start) === '翻了';
      if (!before && !after && !self) continue;
      const start = before
        ? before.start
        : self && p.text.slice(q.start - 2, q.start) === '翻了'
          ? q.start - 2
          : self && p.text.charAt(q.start - 1) === '翻'
            ? q.start - 1
            : q.start;
      const end = !before && after ? after.end : q.end;
      const base = BASE.test(p.text.slice(sentence.start, sentence.end));
      const own = BASE.test(p.text.slice(clause.start, clause.end));
      emit(start, end, {
        cue: before || after ? 'change' : 'self',
        group: own ? 'clause-base' : base ? 'sentence-base' : 'bare',
        quantity: q,
        features: [
          `kind=${q.kind}`,
          `rel=${p.times.some((t) => t.start >= sentence.start && t.end <= sentence.end)}`,
          `to=${/[至到为]$/.test(p.text.slice(Math.max(0, q.start - 1), q.start))}`,
          `doc=${hasCue(p.cues.of('document'), sentence.start, sentence.end)}`,
        ],
      });
    }
  },
});
