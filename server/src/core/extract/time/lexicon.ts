import type { TimeKind, TimeValue } from '../../types.ts';
import { WordTable } from '../quantity/words.ts';

/** A relative time word: what it means, and the neighbours that make it part of another word. */
export interface TimeWord {
  readonly kind: TimeKind;
  readonly value: TimeValue;
  readonly notBefore: string;
  readonly notAfter: string;
  /** What begins with a character that must not follow, and may: 短期可能 beside 短期可转债. */
  readonly unless: readonly string[];
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
type Row = [string, TimeWord];

function rows(list: string, kind: TimeKind, value: TimeValue, notBefore = '', notAfter = '', unless = ''): Row[] {
  const followers = unless.split(' ').filter(Boolean);
  return list.split(' ').map((word) => [word, { kind, value, notBefore, notAfter, unless: followers }]);
}

function calendar(unit: Unit, from: number, list: string, notBefore = '', notAfter = '', until = from): Row[] {
  return rows(list, 'relative', { type: 'offset', unit, from, until }, notBefore, notAfter);
}

const PAST: TimeValue = { type: 'vague', direction: 'past' };
const PRESENT: TimeValue = { type: 'vague', direction: 'present' };
const FUTURE: TimeValue = { type: 'vague', direction: 'future' };
const MING = '说文声证表透查英聪简发';

/** Relative time words. `notBefore`/`notAfter` list the characters that must not follow or precede (`现在` after `体`: 体现在). */
export const TIME_WORDS = new WordTable<TimeWord>([
  ...calendar('day', -1, '昨天 昨日 昨晚 昨夜 昨儿 昨早 隔夜'),
  ...calendar('day', 0, '今天 今日 今晚 今早 今晨 今夜 今儿 今儿个', '头'),
  ...calendar('day', 1, '明天 明日 明晚 明早 明儿', '系', MING),
  ...calendar('day', -2, '前天 前日 前晚', '', '之以此提目年月日大天'),
  ...calendar('day', 2, '后天', '', '之以此随大先年月日'),
  ...calendar('day', -3, '大前天'),
  ...calendar('day', 1, '明后天 明后两天', '', MING, 2),
  ...calendar('day', 3, '大后天'),
  ...calendar('week', -1, '上周 上星期 上个星期 上礼拜 上个礼拜 上一周 上个周', '期边围转岁', '以上'),
  ...calendar('week', 0, '本周 这周 这一周 这个星期 这星期 这个礼拜 本星期 这礼拜', '期边围转岁'),
  ...calendar('week', 1, '下周 下星期 下个星期 下礼拜 下个礼拜 下一周', '期边围转岁', '以下'),
  ...calendar('week', -2, '上上周 上上个星期 上上个礼拜 上上个周', '期'),
  ...calendar('week', 2, '下下周 下下个星期 下下个礼拜 下下个周', '期'),
  ...calendar('month', -1, '上月 上个月', '球亮台', '以'),
  ...calendar('month', 0, '本月 这个月 这月', '', '样成资'),
  ...calendar('month', 1, '下月 下个月', '球', '以'),
  ...calendar('month', -2, '上上个月 上上月'),
  ...calendar('month', 2, '下下个月 下下月'),
  ...calendar('quarter', -1, '上季度 上个季度 上一季度 上季 上一季 上财季 上一财季 上个财季', '节', '以'),
  ...calendar('quarter', 0, '本季度 这个季度 这一季度 本季 这季度 本财季', '节', '成资'),
  ...calendar('quarter', 1, '下季度 下个季度 下一季度 下一季 下季 下财季 下一财季 下个财季', '节', '以'),
  ...calendar('year', 0, '今年 今岁'),
  ...calendar('year', 0, '本年度 本财年 本会计年度 本财政年度 这一年度 本年', '', '成资样'),
  ...calendar('year', -1, '去年 昨年 去岁', '来'),
  ...calendar('year', -1, '上年 上年度 去年度 上一年度 上一年 上财年 上一财年 上个财年', '来', '过以北'),
  ...calendar('year', -2, '前年', '度', '之以此提目天'),
  ...calendar('year', -3, '大前年'),
  ...calendar('year', 1, '明年 来年 下一年 下年度 下一年度 下财年 下一财年 下个财年 下一个财年', '', `${MING}近往历以`),
  ...calendar('year', 2, '后年', '度轻费均薪产化', '之以此随今'),
  ...calendar('year', 3, '大后年'),
  ...calendar('year', 1, '明后年 明后两年', '', MING, 2),
  ...calendar('year', 0, '今明两年 今明年 今明', '', '', 1),
  ...calendar('year', -1, '去年和今年', '', '', 0),
  ...rows('全年', 'partial', { type: 'offset', unit: 'year', from: 0, until: 0 }, '龄级', '整当每往历终'),
  ...calendar('week', 0, '过去这周 过去的这周'),
  ...calendar('year', 0, '年内', '', '一二三四五六七八九十两几数半0123456789多来余年些每当'),
  ...calendar('month', 0, '月内 本月内', '', '一二三四五六七八九十两几数半0123456789个每当'),
  ...rows(
    '年初',
    'partial',
    { type: 'offset', unit: 'year', from: 0, until: 0, part: { stage: 'start' } },
    '一二三四五六七八九十',
    '每历往翌次当学财同多0123456789一二三四五六七八九十两',
  ),
  ...rows(
    '年中',
    'partial',
    { type: 'offset', unit: 'year', from: 0, until: 0, part: { stage: 'middle' } },
    '国央小间期线报外的',
    '一二三四五六七八九十两几数半0123456789多来余些每当往这',
  ),
  ...rows(
    '年底 年末 岁末',
    'partial',
    { type: 'offset', unit: 'year', from: 0, until: 0, part: { stage: 'end' } },
    '',
    '每历往翌次当学财同0123456789一二三四五六七八九十两',
  ),
  // 正月初八 is of the lunar calendar.
  ...rows(
    '月初',
    'partial',
    { type: 'offset', unit: 'month', from: 0, until: 0, part: { stage: 'start' } },
    '一二三四五六七八九十',
    '每当次翌',
  ),
  ...rows('月中', 'partial', { type: 'offset', unit: 'month', from: 0, until: 0, part: { stage: 'middle' } }, '国旬', '每当次翌个'),
  ...rows('月底 月末', 'partial', { type: 'offset', unit: 'month', from: 0, until: 0, part: { stage: 'end' } }, '', '每当次翌'),
  ...rows('这个周末 这周末 本周末', 'relative', { type: 'weekday', day: 6, week: 0, lastDay: 7 }),
  ...rows('上个周末 上周末', 'relative', { type: 'weekday', day: 6, week: -1, lastDay: 7 }),
  ...rows('上上个周末 上上周末', 'relative', { type: 'weekday', day: 6, week: -2, lastDay: 7 }),
  ...rows('下下个周末 下下周末', 'relative', { type: 'weekday', day: 6, week: 2, lastDay: 7 }),
  ...rows('下个周末 下周末', 'relative', { type: 'weekday', day: 6, week: 1, lastDay: 7 }),
  ...rows('现在', 'relative', PRESENT, '', '出体表实呈发显兑重涌浮再'),
  ...rows('目前', 'relative', PRESENT, '往', '项节科栏题数曲剧账书'),
  ...rows('当前', 'relative', PRESENT, '往', '应相每适担妥恰'),
  ...rows('当下', 'relative', PRESENT, '', '应相适'),
  ...rows('时下', 'relative', PRESENT, '降跌滑调行挫坠落'),
  ...rows('眼下 现如今 现阶段 当今 此刻 现今 时至今日 截至目前 截止目前', 'relative', PRESENT),
  ...rows('现时', 'relative', PRESENT, '', '表出发体呈兑实'),
  ...rows('如今', 'relative', PRESENT, '年天日晚'),
  ...rows('至今 迄今', 'relative', PRESENT, '年天日晚后', '时夏'),
  ...rows('近日', 'relative', PAST, '本元点', '邻靠接最临附'),
  ...rows(
    '近期 最近 近来 前不久 不久前 不久之前 近年 近年来 近些年 近些年来 近几年 近几年来 这些年 这些年来 前些年 前些天 前些日子 前阵子 这阵子 前段时间 前一段时间 前一阵 前一阵子 这段时间 最近一段时间 近段时间 近一段时间 这段时间以来 连日来 连日 刚刚 刚才 早些时候 近两日 最近几年 上个世纪末',
    'relative',
    PAST,
    '',
    '邻靠接附',
  ),
  ...rows('日前', 'relative', PAST, '后', '今明昨作易近生末息权到当次0123456789十一二三四五六七八九两几个'),
  ...rows('春节期间 国庆期间 五一期间 元旦期间 十一期间 端午期间 中秋期间 节日期间 长假期间 假期期间', 'partial', PRESENT),
  ...rows('节后 春节后 国庆后 元旦后 五一后 十一后 长假后 两会后', 'ahead', FUTURE, '来续面方台', '季环细章关调时年日双'),
  ...rows('短线', 'ahead', FUTURE, '交策套资高客操王票选基', '做玩'),
  ...rows('很快 马上', 'ahead', FUTURE),
  ...rows('即将', 'ahead', FUTURE),
  ...rows(
    '短期 中短期 中期 中长期 短中期',
    'ahead',
    FUTURE,
    '借融贷债国理资负票投赔薪工合租限应可限操选报业考分股款存流险利间性品贷',
    '超最长',
    '可能 可望 可以 应该 应当 股价 股市',
  ),
  ...rows(
    '短期之内 短期内 近期内 中短期内 短时间内 不久的将来 中期内 中长期内 未来一段时间 未来一段时期 接下来一段时间 接下来的一段时间 今后一段时间 未来一段时间内 近一两年内',
    'ahead',
    FUTURE,
  ),
]);
