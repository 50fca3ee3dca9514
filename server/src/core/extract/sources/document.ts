import type { Paragraph } from '../../paragraph.ts';
import type { Span } from '../../types.ts';
import type { DocumentKind } from './types.ts';

const READS =
  /(?:年报|半年报|中报|一季报|三季报|季报|财报|业绩快报|业绩预告|招股书|招股说明书|公告|年度报告|季度报告|白皮书|公报|报告)(?:的?(?:点评|解读|分析|速读|速评|解析|看点|笔记|详解|拆解|透视|全文|要点|出炉|来了|发布|一览|复盘|摘要|梳理)|[::|]|$|》)/;
const CALL =
  /业绩(?:说明|电话|交流|沟通|发布)会|电话会(?:议)?(?:纪要|实录|记录|文字|全文|要点|[::(]|$)|法说会|法人说明会|(?:股东大会|股东会)[^,。]{0,8}(?:实录|纪要|记录|问答)|投资者关系活动|投资者(?:交流|接待)(?:会|日)|earnings call/i;
const LETTER =
  /致(?:全体|各位|基金|尊敬的)?(?:持有人|投资者|投资人|股东|合伙人|客户|LP)|(?:持有人|股东|投资人|合伙人)(?:的)?信|管理人报告|(?:季度|年度|月度|运作)报告|[一二三四]季报|(?:季度|年度|半年度|月度)(?:的?信|回顾|总结)/;
const BROKER = /研究所|首次覆盖|晨会|投资评级|(?:买入|增持|推荐|中性|减持)(?:\((?:维持|首次|上调|下调)\)|评级)|目标价[::]|分析师[::]/;
const OFFICIAL = /(?:[::]|发布|公布|通报|公报|运行情况|统计数据|情况》?$|答记者问|新闻发布会)/;

/** A whole sentence tells of a document in passing, unless it presents the article. */
const PRESENTS = /^(?:以下|下面|下文|本文|这是|[((]?编者按)/;

/** News of what a firm has published, in an opening sentence: `某社10月28日电 某公司28日晚间披露三季度报告。` */
const PUBLISHES =
  /^(?:(?![将拟待未]|下周|下月|明[日天])[^。;!?]){2,60}?(?:披露|发布|公布|公告|发出|交出)了?[^,。;!?]{0,16}(?:季报|年报|中报|财报|(?:季度|年度|半年度|业绩|财务)报告|业绩快报|业绩预告|成绩单)[,。]/;

/** What document or event an article reads, if a short paragraph at its head names it. */
export function documentNamed(p: Paragraph): (Span & { readonly kind: DocumentKind }) | null {
  const { text } = p;
  if (p.block.kind !== 'heading' && PUBLISHES.test(text)) return { start: 0, end: text.length, kind: 'document-article' };
  if (p.block.kind !== 'heading' && (text.length > 80 || (/[。!?]/.test(text) && !PRESENTS.test(text)))) return null;
  const kind = CALL.test(text)
    ? 'call'
    : LETTER.test(text)
      ? 'letter'
      : !/[::]\s*$/.test(text) &&
          OFFICIAL.test(text) &&
          p.cues.of('provider').some((c) => c.start < 16 && /^(?:[::]|[^,。]{0,16}(?:发布|公布|通报))/.test(text.slice(c.end, c.end + 24)))
        ? 'official'
        : BROKER.test(text)
          ? 'broker'
          : READS.test(text)
            ? 'document-article'
            : null;
  return kind && { start: 0, end: text.length, kind };
}
