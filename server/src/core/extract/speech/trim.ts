const TIME = String.raw`(?:(?:当地时间|北京时间)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚间?|午间|凌晨|盘后|盘前)?|(?:(?:上|本|下)?周[一二三四五六日末]|[上本下]周)|昨[日天晚]|今[日天早晚]|前天|近日|日前|近期|最近|此前|之前|随后|同日|当[天日晚]|(?:上|本)个?月|去年|今年|曾经?|早前|稍早|(?:几|多|\d+)天前|不久前|(?:多|\d+|几)年前|晚间|\d{4}年(?:\d{1,2}月)?)`;
const HEARER = `(?:对|向|跟|和|与|给|同|告诉)(?:[^,]{0,16}(?:记者|媒体|笔者|网|报|社|新闻|投资者|客户|大家|众人|外界|股东|公司|财经|周刊|家》|》)|我们?|他们?|她|你们?)`;
const PLACE = `(?:在|于|就)[^,]{1,40}?(?:时候?|中|上|里|下|内|后|间|期间|会议|讲话|致辞|演讲|表态|节目)`;
const RIGHT = new RegExp(
  `(?:也|还|则|又|再次|再度|再|就|都|亦|均|便|才|却|更|已经?|即|并|且|而|只|仍|仍然|依旧|直接|明确|公开|进一步|特别|多次|屡次|反复|一再|同时|另外|如是|如此|至今|首先|其次|最后|最终|曾|突然|常常|总是|经常|(?<=[他她]|[\\u4e00-\\u9fff]{2})常|(?<=[他她])总|解释|补充|建议|回应|回复|强调|坦言|撰文|发文|发布|发研报|发|在?接受[^,]{0,30}?(?:采访|专访|访谈|提问)时?|[\\u4e00-\\u9fff]{1,4}地|笑着|${TIME}|${HEARER}|${PLACE}|(?:从|针对|关于|对于?|围绕)[^,]{1,40})$`,
);
const LEFT = new RegExp(
  `^(?:对此|对于此|不过|但是?|而且?|因为|其中|此外|另外|同时|然而|例如|比如|譬如|如|据|根据|按照|依据|依照|正如|就像|像|所以|于是|因此|那么|随即|并且?|且|即便|尽管|虽然|即使|如果|原文|导语:?|[^,]{2,14}讯(?:\\([^)]*\\))? ?|[^,]{2,8}快讯|这时|此时|当时|那时|彼时|后来|结果|最终|一方面|另一方面|首先|其次|最后|甚至|包括|连|既然|只有|例外的是|${TIME}|${PLACE}|[①-⑳]|\\d{1,2}[.、)]|[(\\[【]|[-—·•]|\\*(?!ST)| )`,
);
const BRACKETS = /\((?![\u4e00-\u9fff]{2,3}\)[\u4e00-\u9fff]*$|香港\)|中国\)|上海\)|北京\))[^)]*\)/g;

/** What stands between the boundary and the verb, freed of time, place, hearer and adverbs. */
export function trimSubject(raw: string): { text: string; alias: string | null } {
  let text = raw;
  let alias: string | null = null;
  const bracket = /\(([A-Z][A-Za-z.'’ -]{2,40}|[\u4e00-\u9fff]{2,8})\)/.exec(text);
  if (bracket) alias = bracket[1]!.trim();
  if (text.includes('(')) text = text.replace(BRACKETS, '');
  text = text.trim();
  for (let guard = 0; guard < 8; guard++) {
    const before = text;
    text = text.replace(LEFT, '').replace(RIGHT, '').trim();
    if (text === before) break;
  }
  return { text, alias };
}
