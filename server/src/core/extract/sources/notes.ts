import { eachMatch } from '../../text/matches.ts';
import type { Span } from '../../types.ts';
import type { Cues } from '../cues.ts';
import { hasCue } from '../cues.ts';

/** `数据来源于…`, `来源:…`; `收入来源于海外` tells of no figures. */
const FROM =
  /(?<!图片|照片|配图|图)(?:(?:数据|资料|图表|信息|消息)(?:主要|均|都|全部)?(?:来源|出处)[:]?(?:于|自)?|(?<![\u4e00-\u9fff])(?:来源|出处)[:])\s*(?!、)([^,。;)\n]{2,40})/g;
/** `数据来自公司年报`: the words are common, so that a source must be named behind them. */
const COME = /(?:数据|资料|数字|信息|口径)(?:均|都|皆|全部)?(?:来自|源自|出自|取自|引自|摘自)\s*([^,。;)\n]{2,40})/g;
/** In brackets behind a number less is enough: `(据公司公告)`, `(见公司年报)`. */
const CITED = /^(?:注[:])?(?:来自|源自|出自|取自|引自|摘自|转引自|据|根据|依据|参见|详见|见)[:]?(.+)$/;
const PAPER = /财报|年报|半年报|中报|季报|公告|招股书|招股说明书|公报|白皮书|蓝皮书|年鉴|官网|财务报告|募集说明书/;
/** `(公司财报)`, `(2023年年报数据)`: nothing but the paper's name. */
const BARE =
  /^[^,。;:!?、]{0,16}(?:财报|年报|半年报|中报|[一二三四]?季报|公告|招股书|招股说明书|公报|白皮书|蓝皮书|年鉴|财务报告)(?:数据|口径|披露)?$/;
const NOBODY = /我们|笔者|作者|自制|自绘|网络|不详|(?<!其)[他她]|某|朋友|网友|受访|一份|有的|没有|未见|尚未/;
/** A bracket that cites stands right behind what it is the source of. */
const NEAR = 30;

/** What says of itself that it is the source of what stands before it, in the same sentence or as a line of its own. */
export function sourceNotes(text: string, cues: Cues, numbers: readonly Span[]): Span[] {
  const out: Span[] = [];
  const put = (m: RegExpExecArray) => out.push({ start: m.index, end: m.index + m[0].length });
  if (text.includes('来源') || text.includes('出处')) eachMatch(FROM, text, (m) => !NOBODY.test(m[1]!) && put(m));
  if (text.includes('自')) eachMatch(COME, text, (m) => isNamed(m, text, cues) && put(m));
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close < 0) break;
    if (close - open < 3 || close - open > 40) continue;
    const words = text.slice(open + 1, close);
    if (NOBODY.test(words)) continue;
    const cited = CITED.exec(words);
    const names = cited ? PAPER.test(cited[1]!) || hasCue(cues.of('provider'), open, close) : BARE.test(words);
    if (names && numbers.some((q) => q.end <= open && open - q.end < NEAR)) out.push({ start: open + 1, end: close });
  }
  return out;
}

function isNamed(m: RegExpExecArray, text: string, cues: Cues): boolean {
  if (NOBODY.test(m[1]!)) return false;
  const end = m.index + m[0].length;
  return PAPER.test(m[1]!) || hasCue(cues.of('provider'), text.lastIndexOf(m[1]!, end), end);
}
