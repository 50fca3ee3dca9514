import { among } from './characters.ts';

/** Whose net buying Taiwan's market reports tell, before 买超 or 卖超. */
const INVESTORS = /外资|投信|自营商|法人|官股|公股|八大行库/;
/** What they buy: money, lots of shares, futures. */
const TRADED =
  /^(?: ?(?:新?台币|约|近|逾|达|[A-Z]{2,3}\$?))*[0-9.,一二两三四五六七八九十百千万亿多余几]{1,12} ?(?:元|美元|美金|张|口|股|[,。;、)]|$)/;
/** Verbs that end in 入 and 出: of these, 超 begins a word of its own. */
const IN = '流买收投净转介进汇导注计纳引加存植融列并';
const TRADE = /(?:贸易|外贸|商品|货物|服务|录得|出现)$/;

/** Whether 超 at `end - 1` ends a word for a balance, behind the character at `i`: 买超, 卖超, 入超, 出超 rather than 流入超200亿. */
export function isBalance(text: string, i: number, end: number): boolean {
  if (text[i] === '入') return !among(IN, text, i - 1);
  if (text[i] === '出') return TRADE.test(text.slice(Math.max(0, i - 2), i));
  const said = text.slice(Math.max(0, i - 80), i);
  return INVESTORS.test(said) && TRADED.test(text.slice(end, end + 24));
}
