import type { Amount } from './amount.ts';
import type { Lead } from './approx.ts';

/** What a day is known for, written right behind it: `3.15晚会`, `“8.11”汇改`. */
const EVENT = /^[”"]?(?:晚会|行情|汇改|大促|促销|购物节|狂欢节|新政|股灾|事件|讲话|惨案|政策|暴跌|大跌|闪崩|熔断|金融政策)/;
/** `十倍股`, `百亿私募`, `千亿市值公司`: how a class of things is called, in round numbers. 25倍大牛股 tells what one share did. */
const TIMES_CLASS = /^(?:大?牛|黑马|妖)?股(?![权份价本息利票东市民指债])/;
const SIZE_CLASS =
  /^(?:级?(?:市值|规模)?的?(?:私募|量化|公募|房企|券商|俱乐部|基金经理|基金公司|巨头|龙头|(?:公司|企业)(?!债|贷|融资|存款|所得|年金))|(?:级|市值|规模)的?(?:基金|股(?![份权价])))/;
/** 金融16条: a paper named after how many points it has. */
const PAPER = /(?:金融|民营经济|民企|稳经济|实体经济|楼市|地产|外资|国资|创投|并购|科创板|消费|国|科)$/;
/** 他八成要走: most likely. 客户中八成会续费 counts. */
const LIKELY_BEHIND = /^(?:会(?![员议计所])|要(?![素件求])|得(?![分到])|不会|又[会要得]|还[会要得])/;
const LIKELY_BEFORE =
  /(?:[他她它你我]们?|这[事次回]|那[事次回]|[今明后]年|[今明后]天|下[周月]|月底|年底|行情|大盘|股价|央行|美联储|看来|估计|恐怕|大概)$/;

/** Whether the number is part of a name or of a fixed way of speaking rather than a quantity. */
export function isName(text: string, a: Amount, lead: Lead): boolean {
  const n = a.numeral;
  if (a.kind === null && n.arabic && n.decimals > 0) return isDay(n.min, n.decimals) && EVENT.test(text.slice(a.end, a.end + 6));
  switch (a.unit) {
    case '条':
      return n.min >= 5 && n.min < 100 && PAPER.test(text.slice(Math.max(0, a.start - 4), a.start)) && !lead.word;
    case '成':
      return (
        text[a.start] === '八' &&
        a.end === a.start + 2 &&
        LIKELY_BEHIND.test(text.slice(a.end, a.end + 3)) &&
        LIKELY_BEFORE.test(text.slice(Math.max(0, a.start - 3), a.start))
      );
    case '倍':
      return (n.max <= 10 || n.max === 100) && !n.several && TIMES_CLASS.test(text.slice(a.end, a.end + 4));
    case null:
    case '级':
    case '公司':
    case '企业':
      // Only 百亿, 千亿, 万亿 by themselves: 九百亿市值 says how much.
      return (
        n.bare &&
        n.min >= 1e9 &&
        lead.start === a.start &&
        text[a.start - 1] !== '上' &&
        /^[百千万]{0,2}亿$/.test(text.slice(a.start, n.end)) &&
        SIZE_CLASS.test(text.slice(n.end, n.end + 12))
      );
    default:
      return false;
  }
}

/** 3.15, 11.11: month and day. */
function isDay(value: number, decimals: number): boolean {
  const month = Math.floor(value);
  const day = Math.round((value - month) * 10 ** decimals);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && decimals <= 2;
}
