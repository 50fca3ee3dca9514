import { statedChange } from '../extract/arithmetic/stated.ts';
import { firstCue, hasCue } from '../extract/cues.ts';
import { indexAt, type Paragraph } from '../paragraph.ts';
import type { Quantity, Span } from '../types.ts';
import { phraseRule } from './rule.ts';

/** What a change is measured from: another period, a starting value, a rate a year. */
const BASE =
  /同比|环比|年增|月增|季增|YoY|yoy|QoQ|(?<!比)较(?![为多少快大高低好强易难])|相比|对比|比(?![例重值如分率特较亚拼亏])|从(?![^,。]{0,14}看|事|未|来|业|容|而|此|中)|由(?!于|此)|自(?:[0-9从今去上成推]|20)|以来|[年期]初[^,。;]{0,6}[0-9]|至今|迄今|同期|上年|前值|基期|基数|年均|复合|年化|每年|年复|月均|(?:增|升|降|涨|跌|提升|缩)[至到]|提高到|增加到|下降到|减至|基础上|原来|此前|之前|原本|原先|初期|以后|之后|后(?=,|将|就|会)/;
/** Growth of these is over a year before by convention. */
const YEARLY = /GDP|CPI|PPI|M1|M2|社融|经济增[长速]|通胀|工业增加值/;
/** Daily moves of prices and indices: the close before is understood. */
const PRICE =
  /股价|指数?(?:收|涨|跌|报|大|上|下|飙|重|一)|沪指|深成指|创业板|科创|恒指|道指|纳指|标普|日经|涨停|跌停|收盘|收涨|收跌|收报|开盘|盘中|盘前|盘后|午后|早盘|尾盘|高开|低开|领涨|领跌|期货|主力|合约|油价|金价|汇率|点位|报[0-9]|元\/|股(?:涨|跌|上涨|下跌)|板块|概念|个股|今日|昨日|昨天|昨晚|隔夜|当日|单日|[0-9]{6}|周[一二三四五]|本周|上周|市场情绪|ETF|转债|现货|比特币|以太|持仓|回撤|收益|净值|涨幅榜|跌幅榜|拉升|跳水|反弹|中位数|溢价率|冲击|牛股|新高|利空|股王|复牌|集合竞价|策略|组合|赌注|正股|盘初|[0-9]{1,2}日|[0-9]{1,2}时/;
/** Rules, plans, orders and imagined cases. */
const IMAGINED =
  /只要|若|一旦|哪怕|即使|减持|增持|回购|质押|配售|股份|不低于|不超过|上调|下调|最多|目标|保证|力争|确保|计划|拟|要求|止损|止盈|条件单|触发/;
const SUPPOSED = /如果|假设|假如|要是|举例|比如说|相当于|的时候|目标|计划|力争|条件单|买三价|才能|分析师预期|市场预期|一致预期/;
const YEARS = /(?:19|20)[0-9]{2}(?= ?年)|今年|去年|明年|前年/g;

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
      '换了供应商，成本⟦下降了三成⟧。',
      '客单价⟦翻了一倍⟧。',
      '他的粉丝⟦涨了三倍⟧。',
      '产能⟦提升数倍⟧。',
      '转化率⟦提高了40%⟧。',
      '这个行业会有⟦三到五倍的增长⟧。',
    ],
    good: [
      '公司的用户数同比增长50%。',
      '成本比2022年下降了三成。',
      '客单价从40元涨到80元，翻了一倍。',
      '进价7.3元，现在卖9.2元，涨幅达到26%。',
      '基金年初规模10亿元，年末规模8亿元，缩水20%。',
      '该股今日收盘上涨3%。',
      '毛利率为40%。',
      '年均复合增长率为12%。',
      '控股股东计划减持3%的股份。',
      '上年卖了两千台。公司今年的销量增长了30%。',
    ],
  },
  propose(p, emit) {
    for (const q of p.quantities) {
      const span = statedChange(p.text, q);
      if (span === null) continue;
      const clause = p.clauses[indexAt(p.clauses, q.start)];
      const sentence = clause && p.sentences[clause.sentence];
      if (clause === undefined || sentence === undefined) continue;
      const own = p.text.slice(sentence.start, sentence.end);
      const said = p.text.slice(clause.start, clause.end);
      if (BASE.test(own) || SUPPOSED.test(own) || IMAGINED.test(said) || YEARLY.test(said)) continue;
      const before = previous(p, clause.sentence);
      if (STARTING.test(before) || STARTING.test(following(p, clause.sentence))) continue;
      if (PRICE.test(said) || PRICE.test(subject(p, q.start)) || marketMove(p.text.slice(span.start, span.end), q, said, before + own))
        continue;
      // Lists of statistics have their base in their head; 2015/08-2015/09 is one.
      if (changes(p, sentence) > 2 || /[0-9]{4}[./][0-9]{1,2}/.test(said)) continue;
      if (BOUGHT.test(own) && valuesBefore(p, sentence.start, q.start)) continue;
      if (new Set((before + p.text.slice(sentence.start, q.start)).match(YEARS)).size > 1 || spanned(p, sentence.start, q.start)) continue;
      emit(span.start, span.end, {
        cue: 'change',
        group: q.kind,
        quantity: q,
        features: features(p, q, clause, sentence),
      });
    }
  },
});

/** In the sentence before or after: a base period or a starting value. */
const STARTING = /同比|环比|上年|去年同期|较上|相比|以[前来]|从[^,。]{1,16}(?:到|至|增|涨|降)|基数|基期/;

function previous(p: Paragraph, sentence: number): string {
  const s = p.sentences[sentence - 1];
  return s === undefined ? '' : p.text.slice(s.start, s.end);
}

function following(p: Paragraph, sentence: number): string {
  const s = p.sentences[sentence + 1];
  return s === undefined ? '' : p.text.slice(s.start, s.end);
}

/** 涨7.69%, 大跌12% in talk of markets: how quotations of the day read. Prices of other things and multiples need a base. */
function marketMove(stated: string, q: Quantity, clause: string, around: string): boolean {
  if (q.kind !== 'percent' || !/[涨跌]|回落|反弹/.test(stated)) return false;
  if (/^[涨跌](?!幅)/.test(stated)) return !/价|租|费|薪|资|物价|成本/.test(clause);
  return PRICE.test(around) || /股|基金|市值/.test(clause);
}

/** 进价7.3元,现在卖9.2元,涨幅达到26%: from where to where stands before the change. */
const BOUGHT = /买[入进]|进价|买价|成本价|发行价|定增价|行权价/;

function valuesBefore(p: Paragraph, start: number, at: number): boolean {
  return p.quantities.filter((q) => q.kind === 'money' && q.start >= start && q.end <= at).length > 1;
}

/** How many changes in per cent the sentence states. */
function changes(p: Paragraph, sentence: Span): number {
  return p.quantities.filter((q) => q.kind === 'percent' && q.start >= sentence.start && q.end <= sentence.end).length;
}

/** The clause before, where the change has no subject of its own. */
function subject(p: Paragraph, at: number): string {
  const i = indexAt(p.clauses, at);
  const own = p.clauses[i]!;
  const before = p.clauses[i - 1];
  return before !== undefined && before.sentence === own.sentence && at - own.start <= 4 ? p.text.slice(before.start, before.end) : '';
}

/** 三个月翻了一倍, 未来四年下降九成: how long it took says where it began. */
function spanned(p: Paragraph, start: number, at: number): boolean {
  if (p.quantities.some((q) => q.kind === 'duration' && q.start >= start && q.end <= at && !/时|分|秒/.test(q.unit ?? ''))) return true;
  return p.times.some(
    (t) => t.start >= start && t.end <= at && (t.value.type === 'rolling' || /[0-9] ?年? ?(?:至|到|-|~) ?[0-9]/.test(t.text)),
  );
}

function features(p: Paragraph, q: Quantity, clause: Span, sentence: Span): string[] {
  return [
    `kind=${q.kind}`,
    `verb=${firstCue(p.cues.of('change'), clause.start, clause.end) !== undefined}`,
    `rel=${p.times.some((t) => t.start >= sentence.start && t.end <= sentence.end)}`,
    `doc=${hasCue(p.cues.of('document'), sentence.start, sentence.end)}`,
    `others=${Math.min(3, p.quantities.filter((x) => x !== q && x.start >= sentence.start && x.end <= sentence.end).length)}`,
  ];
}
