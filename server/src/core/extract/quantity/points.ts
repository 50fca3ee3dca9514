import { sinceMark } from '../../text/characters.ts';

/** An exchange rate is what moves. */
const EXCHANGE =
  /中间价|汇率|汇价|即期|离岸|在岸|[兑对](?:人民币|美元|美金|日元|欧元|港元|英镑|新?台币)|(?:人民币|美元|日元|欧元|英镑|澳元|加元|韩元|新?台币)[^。;!?\n]{0,14}[升贬涨跌]/g;
/** A rate of interest is what moves after all. */
const INTEREST = /(?<!汇)率|利差|殖利|息|债|降准|LPR|MLF|SLF|IBOR|拆借|回购|准备金|毛利|净利/;
const BANK = /息|利率|央行|联准|联储|Fed|FED|理监事/;
const MOVED = /(?:[升降加减]息|[升降调]|利率)[^,。;!?]{0,7}$/;

/** Whether basis points at `start` are pips of an exchange rate, not hundredths of a percentage point. */
export function arePips(text: string, start: number): boolean {
  const said = sinceMark(text, start, 44, '。;\n');
  let last = -1;
  for (const found of said.matchAll(EXCHANGE)) last = found.index;
  return last >= 0 && !INTEREST.test(said.slice(last));
}

/** Whether 码 at `start` is a step of interest of a quarter of a percentage point, as Taiwan says it: 升息2码. */
export function areSteps(text: string, start: number): boolean {
  return MOVED.test(text.slice(Math.max(0, start - 12), start)) && BANK.test(text.slice(Math.max(0, start - 40), start));
}
