import { eachMatch } from '../../text/matches.ts';
import { FAR } from './reach.ts';
import type { Blanket } from './types.ts';

const DATA = '数据|数字|资料|图表|信息';
/** What may stand between the figures and where they come from: more of it would be another statement's (`上述数据显示,公司来自海外的…`). */
const BETWEEN = '(?:,|均|都|皆|全部|主要|系|是|若无特别说明|截至[^,。;:!?]{2,14}){0,4}';
const FROM = '(?:由(?![于此来])|(?:整理|引用|转引|收集|采集)?自|来自|来源[:]|来源于?|源[于自]|出自|摘自|引自|取自|采自|根据|据|(为))';
const COUNTED = '(?<![0-9家个倍%元人岁次成年万亿名只])';
/** Groups: the article; what stands before; else what stands behind. */
const REACH = `(?:((?:本文|全文|文中|本报告)(?!认为|提到|这|那|该)[^。,;:!?]{0,8}?|(?:如无(?:特别|特殊)?说明|除(?:特别|特殊|另有)?(?:说明|注明)外?)[^。;:!?]{0,12}?)(?:${DATA})|(${COUNTED}(?:以上|上述|前述|文中以上)(?!海))[^。,;:!?]{0,8}?(?:${DATA}|内容|情况)|${COUNTED}(?:以下|下述|下文|如下)[^。,;:!?]{0,8}?(?:${DATA}))`;
const BLANKET = new RegExp(`${REACH}${BETWEEN}${FROM}([^,。;)]{2,40})`, 'g');
/** Figures made up for explanation need no source; whoever says so says how far that goes. */
const IMAGINED = new RegExp(
  `${REACH}(?:,|均|都|皆|全部|只|仅|是|系|为|了|便于|方便|演示|说明|计算|理解|纯属|用于|用作|而|的|作){0,8}(?:假设|虚构|示意|举例)`,
  'g',
);
/** `以上数据为公司口径` tells where from, `以上数据为2023年数据` does not; `由公司提供` tells who gave them. */
const NAMES = /口径|官方|披露|公告|财报|年报|季报|公报|公开|提供|公布|发布|统计|招股|整理自/;
/** A person's word is no source, whoever vouches for having heard it; nor are the author's reckoning and nobody in particular. */
const NO_SOURCE =
  /我|笔者|作者|本人|个人|网络|网友|读者|朋友|自制|自绘|不详|估算|测算|推算|假设|虚构|受访|口述|嘉宾|(?<!其)[他她]|某|一[位名个]|店[长员主]|经销商|知情|业内|消息人士/;

/** A note at a paragraph's end that names where its figures come from, one name or several: `(数据来源:Wind,公司公告)`. */
const NOTE = new RegExp(
  `[(]?(?:注[:])?(?:${DATA})(?:来源|出处)[:]?(?:于|自)?\\s*([^,。;)\\n]{2,40}(?:[,;][^,。;:)\\n0-9]{2,20}){0,4})[)]?。?$`,
);
const LONGEST_NOTE = 120;

/** The statements of a text that name how far a source reaches. */
export function findBlankets(text: string): Blanket[] {
  if (!/数据|数字|资料|信息|内容|情况|图表/.test(text)) return [];
  const out: Blanket[] = [];
  const from = Math.max(0, text.length - LONGEST_NOTE);
  const note = text.includes('来源', from) || text.includes('出处', from) ? NOTE.exec(text.slice(from)) : null;
  const start = from + (note?.index ?? 0);
  // 下图数据来源于…: of what stands behind it.
  if (note && isNamed(note[1]!) && !/(?:下[图表文]|[以如]下)$/.test(text.slice(Math.max(0, start - 2), start))) {
    const alone = start < 8;
    // Within a sentence it is that one's source; as a line of its own it may be a figure's, so that it is sure of what stands next to it only.
    const apart = alone || /[。!?\n]\s*$/.test(text.slice(Math.max(0, start - 3), start));
    out.push({ start, end: text.length, reach: 'before', alone, firm: apart ? 1 : -1 });
  }
  if (!/[本全文以上下前述如除]/.test(text)) return out;
  eachMatch(BLANKET, text, (m) => {
    const words = m[0];
    const name = m[4]!;
    if (NO_SOURCE.test(name) || ((m[3] || words.includes('由')) && !NAMES.test(name))) return;
    out.push(statement(m, text));
  });
  if (/假设|虚构|示意|举例/.test(text)) eachMatch(IMAGINED, text, (m) => out.push(statement(m, text)));
  return out;
}

function statement({ index: start, 0: words, 1: article, 2: before }: RegExpExecArray, text: string): Blanket {
  const alone = text.length - words.length < 24;
  return { start, end: start + words.length, reach: article ? 'article' : before ? 'before' : 'after', alone, firm: FAR };
}

/** Of several names one may be the author's, who put the figures together, as long as another is a source. */
function isNamed(names: string): boolean {
  if (/估算|测算|推算|假设/.test(names)) return false;
  return names.split(/[,;、]/).some((name) => !NO_SOURCE.test(name));
}
