import { findMismatches } from '../extract/arithmetic/index.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'number-mismatch',
  severity: 'warning',
  text: {
    name: '数字对不上',
    message: '“{text}”与文中的数对不上：{calculation}。',
    why: '算术错了，读者会连带怀疑文中其余的数；“涨了三倍”与“涨到三倍”也差着一倍。',
    advice: '按原始数据重算，改正倍数、比例或总数；两个说法不一致时留下有来源的那个。',
  },
  examples: {
    bad: [
      '销售额从30亿元增至75亿元，⟦翻了四倍⟧。',
      '门店从400家开到2000家，⟦涨了五倍⟧。',
      '毛利率从28%提升到40%，⟦提高了20个百分点⟧。',
      '线上占五成，商超占四成，剩下⟦三成⟧靠团购。',
      '一厂产出120台、二厂产出150台、三厂产出90台，合计⟦420台⟧。',
      '报价在⟦800万到500万⟧之间。',
      '公司花2亿美元（⟦约合1.4亿元人民币⟧）买下了这块地。',
      '营收48亿元，较上年同期的40亿元⟦增长30%⟧。',
    ],
    good: [
      '销售额从30亿元增至120亿元，翻了两番。',
      '门店从400家开到2000家，涨了四倍。',
      '门店从400家开到近2000家，是原来的五倍。',
      '毛利率从28%提升到40%，提高了12个百分点。',
      '股价从70元跌到约35元，腰斩。',
      '线上占五成，商超占三成，剩下两成靠团购。',
      '销售额从30亿元增至75亿元，净利润增长30%。',
      '营收从10亿元增至18亿元，年均增长21%。',
      '售价从800万降到500万，降了三成多。',
      '公司花2亿美元（约合14亿元人民币）买下了这块地。',
    ],
  },
  propose(p, emit) {
    for (const { start, end, check, calculation, quantity } of findMismatches(p))
      emit(start, end, { cue: check, group: check, quantity, sure: true, detail: { calculation } });
  },
});
