import type { Span } from '../types.ts';

/** Wordings that pin a statement on nobody, by their first character; each reads at most a dozen characters. */
const HEARSAY =
  /据[^,。;:“”\s]{0,6}?(?:估算|测算|统计|披露|监测|调查|传|讲|反映|透露|爆料)|(?:被|遭)[^,。;:\s]{0,3}(?:视为|认为|称为|称作|誉为|看作|谣传|误传)|(?:市场|机构|行业|业界|业内|外界|各方|卖方|买方|同行|华尔街)(?:中?的?)(?:也|均|都|还|一般|普遍|一致|广泛|主流|多数?|大多)*(?:认为|觉得|预计|预期|预估|预测|推测|猜测|看好|看空|共识|分析|观点|看法|担心|担忧|传言|传闻|流传|说法)|有(?:一种|一个|更多|不少|许多|这么一种|[^,。;:\s]{0,5}?)(?:说法|声音|观点|迹象|传闻|消息|看法|讲法|流言|网友|报道|评论|分析|研究|统计)(?:认为|称|说|指出|显示|表明)?|(?:数据|统计|资料|预测|研究|调查|调研|行情|实验|经验|事实|历史|案例)(?:也|还|均|都)?(?:显示|表明|证明|告诉我们)|(?:网上|网络上|坊间|江湖上|市面上|圈子?里|外面|群里|各平台)(?:都|也|一直|常|流传|疯传|盛传|有人|有)*(?:说|讲|传|认为|众说纷纭|流传|疯传)|(?:大家|人人|谁|所有人|人们|很多人|不少人|懂的人?|熟悉[^,。]{1,4}的人)(?:其实|早就|早|都|也|普遍|常|总)*(?:知道|晓得|清楚|觉得|认为|说|相信|明白|了解)/g;

/** The hearsay of a text, in order. */
export function hearsay(text: string): Span[] {
  const out: Span[] = [];
  HEARSAY.lastIndex = 0;
  for (let m = HEARSAY.exec(text); m !== null; m = HEARSAY.exec(text)) out.push({ start: m.index, end: m.index + m[0].length });
  return out;
}
