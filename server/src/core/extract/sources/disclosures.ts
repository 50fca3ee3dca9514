import { eachMatch } from '../../text/matches.ts';
import type { Span } from '../../types.ts';

/** Papers that a firm or body gives out, and figures that it keeps. */
const PAPERS =
  '财报|年报|半年报|中报|[一三]?季报|业绩快报|业绩预告|业绩报告|产销快报|快报|招股书|招股说明书|公告|公报|白皮书|蓝皮书|研报|报告|月报|周报|年鉴|财务报表|经营数据|销售数据|运营数据|数据|业绩|通告|通知|问询函|回复函|回函';
/** `远澜股份公告10月营收…`, `云禾科技公布,截至…`: behind the verb what was told, no noun that it would belong to. */
const ANNOUNCES =
  /(?:公告|公布|披露)(?:称|显示|了|,|:|(?=\d|[一二三四上下前去今本全]|最新|截至|其|公司|拟|将))(?!了?(?:一|某|几|他|她|我))/g;
const ISSUES = new RegExp(
  `(?:发布|披露|公布|公告|交出|递交|更新|出具|发出|印发|报送)了?[^,。;:!?“”]{0,16}?(?:${PAPERS})(?![的之])|(?:公布|发布|披露)的[^,。;:!?“”]{0,12}?(?:${PAPERS})`,
  'g',
);
const CALL =
  /(?:在|于)[^,。;:!?“”]{0,24}?(?:业绩(?:说明|交流|发布|电话|沟通)?会|财报电话会|电话会议?|法说会|法人说明会|互动平台|互动易|e互动|投资者(?:交流|开放|关系)(?:会|日|活动)|新闻发布会|答记者问)[^,。;:!?“”]{0,8}?(?:表示|称|透露|介绍|指出|说|回应|回复|答复|披露|坦言|宣布|强调|提到)/g;
const PER =
  /(?:据|根据|按照|按|参考)(?!我们|笔者|本文|他|她|某)[^,。;!?“”]{2,30}?(?:(?:公布|披露|发布|提供|公开|报送|填报)的[^,。;!?“”]{0,8}?(?:数据|数目|数字|资料|信息|统计|口径|预测|金额|价格)|法说会|业绩会|说明会|电话会|发布会)/g;
const NAMED_DATA =
  /(?:^|[,。;:!?、\s(])([\u4e00-\u9fffA-Za-z]{2,10}?)(?:的)?(?:最新|内部|后台|月度|年度)?(?:数据|统计|监测|研究报告)(?:还|也|均)?显示/g;
const LISTS = /龙虎榜/g;
/** Whoever tells has no name of his own: nobody can look it up. */
const NOBODY =
  /(?:^|[,。;:!?“”\s])(?:[^,。;:!?“”]{0,6}?(?:一[家份位名些则篇个]|某|有的?|多[家位]|部分|不少|几家|许多|很多|[\d两三四五六七八九十百]+(?:余|多)?家)[^,。;:!?“”]{0,12}|(?:他|她|我|你|我们|他们|自己|对方|媒体|记者|网友|市场|机构|业内|外媒)[^,。;:!?“”]{0,6}|(?:此前|之前|今[天日]|昨[天日]|刚刚?|最新|近日|日前|已|新近?|上?本?周[一二三四五六日末]?|[今去]年|[本上]月|稍[早后]|随后|同时|并|还|也|又)*|[^,。;:!?“”])$/;
/** What is still to be told tells nothing yet. */
const TO_COME = /(?:将|明[天日]|今晚|即将|待|等|后天|下周|下月)[^,。;:!?“”]{0,10}$/;
const NO_NAME =
  /(?:财务|经营|交易|运营|历史|最新|公开|相关|有关|市场|行业|多项|一组|一些|平台|这|上述|以上|实际|经验|统计|大量|各|此前|当时|官方|理论|回测|调研|研究|权威|机构|第三方|不完全|初步|我们|内部|之前|同期|宏观|基本面|高频|交易|盘面|资金|链上|实时|大|新的?|从)/;

/** Where a firm or body discloses something by itself: its announcement, its papers, its results call, its data. Each span is the source's words. */
export function disclosures(text: string): Span[] {
  const out: Span[] = [];
  const told = (pattern: RegExp, named: (at: number, m: RegExpExecArray) => boolean) =>
    eachMatch(pattern, text, (m) => {
      if (named(m.index, m)) out.push({ start: m.index, end: m.index + m[0].length });
    });
  const byName = (at: number) => {
    const before = text.slice(Math.max(0, at - 40), at);
    return !NOBODY.test(before) && !TO_COME.test(before);
  };
  if (/公告|公布|披露|发布|交出|递交|更新|出具|发出|印发|报送/.test(text)) {
    told(ANNOUNCES, byName);
    told(ISSUES, byName);
  }
  if (/会|互动|答记者问/.test(text)) told(CALL, () => true);
  if (/[据按参]/.test(text)) told(PER, () => true);
  if (text.includes('显示')) told(NAMED_DATA, (_, m) => !NO_NAME.test(m[1]!));
  if (text.includes('龙虎榜')) told(LISTS, () => true);
  return out;
}
