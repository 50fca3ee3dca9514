import type { Quantity, Span } from '../../types.ts';

const VERB =
  '增长|增加|增添|增|上涨|涨|上升|升|提升|提高|攀升|飙升|飙涨|暴涨|大涨|激增|猛增|暴增|剧增|大增|扩大|扩张|放大|下降|下跌|下滑|减少|降低|跌|降|缩减|缩水|萎缩|锐减|骤减|骤降|暴跌|大跌|回落|涨幅|跌幅|增幅|降幅|升幅';
const BEFORE = new RegExp(`(?:${VERB})(?:幅度|率)?(?:远)?(?:了|约|近|超过?|逾|达到?|高达|有|将近|大约|接近|整整|足足|至少|不到| )*$`);
const AFTER = /^ ?的?[^,。;:、0-9的]{0,4}(?:增长|增加远|增幅|涨幅|提升|下降|上涨|增速|降幅|跌幅|增加|扩张)(?!率|极|点|空间|的|目标)/;

/** The phrase by which `q` states a change: `增长50%`, `翻了一倍`, `三到五倍的增长`; null where it states none. */
export function statedChange(text: string, q: Quantity): Span | null {
  if (q.kind !== 'percent' && q.kind !== 'multiple') return null;
  if (q.min <= 0 || /半数|过半|大半/.test(q.text)) return null;
  // 翻番, 翻两番
  const before = text.slice(Math.max(0, q.start - 14), q.start);
  const next = text.slice(q.end, q.end + 12);
  // 翻倍牛股, 跌了10%就慌: a kind of thing, a case imagined.
  if (/^就/.test(next)) return null;
  if (/翻/.test(q.text)) return /^[\u4e00-\u9fff]/.test(next) && !/^[了的以]/.test(next) ? null : { start: q.start, end: q.end };
  if (/^(?:的)?(?:股份|股权|股票|仓位|概率|可能|目标|至|到|以[上下]的?(?:股|个))/.test(next)) return null;
  const turned = /翻(?:了|上|出|近|约)*$/.exec(before);
  if (turned !== null) return { start: q.start - turned[0].length, end: q.end };
  const verb = BEFORE.exec(before);
  if (verb !== null) return /[到至为]/.test(verb[0].replace(/达到/g, '')) ? null : { start: q.start - verb[0].length, end: q.end };
  const noun = AFTER.exec(next);
  return noun === null ? null : { start: q.start, end: q.end + noun[0].length };
}
