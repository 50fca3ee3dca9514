const TIME = String.raw`(?:(?:当地时间|北京时间)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚间?|午间|凌晨|盘后|盘前)?|(?:(?:上|本|下)?周[一二三四五六日末]|[上本下]周)|昨[日天晚]|今[日天早晚]|前天|近日|日前|近期|最近|此前|之前|随后|同日|当[天日晚]|(?:上|本)个?月|去年|今年|曾经?|早前|稍早|(?:几|多|\d+)天前|不久前|(?:多|\d+|几)年前|晚间|\d{4}年(?:\d{1,2}月)?)`;
/** Fiscal periods and words of time that stand before a subject, or between it and its verb, without being of it. */
const PERIOD = String.raw`(?:(?:(?:20)?\d\d|[今明后去前当本全同])财?年度?(?:初|底|末|内|中)?|(?:上|下|前)半年度?|(?:第|前)?[一二三四1-4]季度?(?:末|初|内)?|[本上下]季度?|(?<![A-Za-z\d])(?:(?:20)?\d\d[QH][1-4]|[1-4][QH](?:20)?\d\d|Q[1-4]|H[12]|FY(?:20)?\d\d)(?![A-Za-z\d])|(?:\d{1,2}-|前)?\d{1,2}个?月(?:份|底|初|末|[上中下]旬)?|[本上下]月|目前|现在|当前|眼下|如今|现阶段|报告期内?|期内|年(?:初|底|末|中|内)|近[几两三]?年来?|(?:未来|今后)(?:[一二两三四五几\d]{1,2}年内?|(?=公司|集团|管理层|[他她它我])))`;
const HEARER = `(?:对|向|跟|和|与|给|同|告诉)(?:[^,]{0,16}(?:记者|媒体|笔者|网|报|社|新闻|投资者|客户|大家|众人|外界|股东|公司|财经|周刊|家》|》)|我们?|他们?|她|你们?)`;
/** Where words are said in public, in print and on the net. */
const STAGE =
  '(?:大会|年会|峰会|论坛|发布会|说明会|业绩会|电话会|交流会|股东会|吹风会|记者会|座谈会|听证会|平台|微博|推特|朋友圈|公众号|博客|社交媒体|官网|官微|直播间?|场合|股东信|公开信|内部信)[上中里]?';
const PLACE = `(?:在|于|就)[^,]{1,40}?(?:时候?|中|上|里|下|内|后|间|期间|会议|讲话|致辞|演讲|表态|节目|${STAGE})`;
/** How somebody speaks: glued to the verb, it is no part of the name before it. */
const MANNER =
  '(?<=[\\u4e00-\\u9fff]{2})(?:[苦冷大微]笑|[笑怒戏])|高调|罕见地?|率先|当场|当众|随即|频频|再三|私下|亲口|书面|对外|统一|联合|无奈|幽默|坦率|坦诚';
const RIGHT = new RegExp(
  `(?:也|还|则|又|再次|再度|再|就|都|亦|均|便|才|却|更|已经?|即|并|且|而|[只仅]|仍|仍然|依旧|直接|明确|公开|进一步|特别|多次|屡次|反复|一再|同时|另外|如是|如此|至今|首先|其次|最后|最终|曾|突然|常常|总是|经常|(?<=[他她]|[\\u4e00-\\u9fff]{2})常|(?<=[他她])总|解释|补充|建议|回应|回复|强调|坦言|撰文|发文|发布|发研报|发|在?接受[^,]{0,30}?(?:采访|专访|访谈|提问)时?|[\\u4e00-\\u9fff]{1,4}地|劈头|张口|随口|顺口|插嘴|插话|脱口|[\u4e00-\u9fff]着[\u4e00-\u9fff]{0,5}|${TIME}|${HEARER}|${PLACE}|(?:从|针对|关于|对于?|围绕)[^,]{1,40})$`,
);
const LEFT = new RegExp(
  `^(?:对此|对于此|不过|但(?!斌)是?|而且?|因为|其中|此外|另外|同时|然而|例如|比如|譬如|如|据|根据|按照|依据|依照|正如|诚如|恰如|就像|像|所以|于是|因此|那么|随即|并且?|且|即便|尽管|虽然|即使|如果|原文|导语:?|[^,]{2,14}讯(?:\\([^)]*\\))? ?|[^,]{0,12}(?:社|网)[^,]{0,10}(?:日|月)电(?:\\([^)]*\\))? ?|[^,]{2,8}快讯|这时|此时|当时|那时|彼时|后来|结果|最终|一方面|另一方面|首先|其次|最后|甚至|包括|连|既然|只有|例外的是|${TIME}|${PLACE}|[①-⑳]|\\d{1,2}[.、)]|[(\\[【]|[-—·•]|\\*(?!ST)| )`,
);
/** What is looked for only where a cheap look shows a sign of it. */
const LEFT_PERIOD = new RegExp(`^${PERIOD}`);
const RIGHT_PERIOD = new RegExp(`${PERIOD}$`);
const RIGHT_MANNER = new RegExp(`(?:${MANNER})$`);
const RIGHT_ASKED = /被(?:记者|媒体|主持人|分析师|投资者)?(?:问[及到起]|追问)[^,]{0,20}$/;
const LEFT_PERIOD_SIGNS = /^[\d上下前第一二三四今明后去当本全同QHF1-4目现眼如报期年近未]/;
const RIGHT_PERIOD_SIGNS = /[年度初底末内中季月份旬前在下今段期来\dH]$/;
const MANNER_ENDS = /[笑怒戏调见地先场众即频三下口面外一合奈默率诚]$/;

const BRACKETS = /\((?![\u4e00-\u9fff]{2,3}\)[\u4e00-\u9fff]*$|香港\)|中国\)|上海\)|北京\))[^)]*\)/g;
/** `正如顾铭所(说)`: the 所 is no end of a name such as 研究所. */
const AS = /^(?:而|但|也)?(?:正|诚|恰|就)?[如像].{2,24}(?<![文章面题据图中])所$/;

/** What stands between the boundary and the verb, freed of time, place, hearer and adverbs. */
export function trimSubject(raw: string): { text: string; alias: string | null } {
  let text = raw;
  let alias: string | null = null;
  const bracket = /\(([A-Z][A-Za-z.'’ -]{2,40}|[\u4e00-\u9fff]{2,8})\)/.exec(text);
  if (bracket) alias = bracket[1]!.trim();
  if (text.includes('(')) text = text.replace(BRACKETS, '');
  text = text.trim();
  if (text.endsWith('所') && AS.test(text)) text = text.slice(0, -1);
  for (let guard = 0; guard < 8; guard++) {
    const before = text;
    text = text.replace(LEFT, '').replace(RIGHT, '').trim();
    if (LEFT_PERIOD_SIGNS.test(text)) text = text.replace(LEFT_PERIOD, '');
    if (RIGHT_PERIOD_SIGNS.test(text)) text = text.replace(RIGHT_PERIOD, '');
    if (MANNER_ENDS.test(text)) text = text.replace(RIGHT_MANNER, '');
    if (text.includes('被')) text = text.replace(RIGHT_ASKED, '');
    if (text === before) break;
  }
  return { text, alias };
}
