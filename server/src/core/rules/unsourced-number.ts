import type { Quantity } from '../types.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'unsourced-number',
  severity: 'warning',
  text: {
    name: '无来源数字',
    message: '“{text}”没有给出来源。',
    why: '读者无从核对的数字，与断言无异；一旦有误，责任在发表者。',
    advice: '补上文件、数据机构或披露的名称与日期；问不到来源就删去或改写。',
  },
  examples: {
    bad: [
      '这家店一天能卖⟦三千多杯⟧。',
      '老孟说公司去年签下了⟦近两亿元⟧的订单。',
      '我们的客户里有⟦七八成⟧是老客户介绍来的。',
      '数据显示，该平台的月活已经达到⟦4200万⟧。',
      '他手里一共投了⟦三十多个⟧项目。',
      '公司去年收入⟦3.1亿元⟧，人手没变。',
      '光是这一条产线就砸进去⟦12亿元⟧，⟦两三个月⟧就建成了。',
    ],
    good: [
      '据国家统计局数据，上半年社会消费品零售总额为23.6万亿元。',
      '公司年报显示，全年营收为88亿元，其中海外收入12亿元。',
      '2023年三季度，公司发布了新一代产品。',
      '沪深300是他最常看的指数，GPT-4是他最常用的模型。',
      '一家公司要有一个好故事。',
      '假设你有100元，先拿出一半存起来。',
    ],
  },
  propose(p, emit) {
    const few = [2, 4, 8, 16].filter((n) => p.quantities.length >= n).length;
    const said = new Set<string>();
    for (const q of listed(p.quantities, p.text)) {
      const size = q.max > 0 ? Math.floor(Math.log10(q.max)) : -9;
      const value = `${q.min} ${q.max} ${q.kind}`;
      const echo = said.has(value);
      said.add(value);
      emit(q.start, q.end, {
        cue: q.unit ?? q.kind,
        group: q.kind,
        quantity: q,
        features: [
          `approx=${q.approx}`,
          `form=${form(q.text)}`,
          `size=${size}`,
          `echo=${echo}`,
          `unit=${q.unit ?? ''}+${size}`,
          `unit=${q.unit ?? ''}+${form(q.text)}`,
          `text=${q.text}`,
          `range=${q.min !== q.max}`,
          `unit=${q.unit !== null}`,
          `kind=${q.kind}+${form(q.text)}`,
          `few=${few}+${q.kind}`,
          `few=${few}`,
        ],
      });
    }
  },
});

/** Numbers that share the unit of the last (`5.02/6.31/8.24亿元`) are asked about together. */
function listed(quantities: readonly Quantity[], text: string): Quantity[] {
  const out: Quantity[] = [];
  for (const q of quantities) {
    const before = out.at(-1);
    const joined = before !== undefined && before.end === q.start - 1 && '/、'.includes(text[before.end]!) && before.unit === q.unit;
    if (!joined || !/[0-9]$/.test(before.text)) out.push(q);
    else out[out.length - 1] = together(before, q, text);
  }
  return out;
}

function together(a: Quantity, b: Quantity, text: string): Quantity {
  return { ...b, start: a.start, text: text.slice(a.start, b.end), min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** How the number is written: in digits, in Chinese numerals, or both. */
function form(text: string): string {
  const digits = /[0-9]/.test(text);
  const chinese = /[一二三四五六七八九十百千两半几数]/.test(text);
  return digits ? (chinese ? 'mixed' : 'digits') : 'chinese';
}
