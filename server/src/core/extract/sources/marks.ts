import type { Paragraph } from '../../paragraph.ts';
import { eachMatch } from '../../text/matches.ts';
import type { Span } from '../../types.ts';
import type { LocalSpeech } from '../speech/types.ts';
import { disclosures } from './disclosures.ts';
import { sourceNotes } from './notes.ts';
import type { SourceMark } from './types.ts';

/** What a body does when it is the source: behind its name. */
const PUBLISHES =
  /^[^,。;:!?]{0,24}?(?:数据|统计|公布|发布|显示|披露|报告|报道|统计|测算|通报|口径|公告|表示|指出|宣布|预计|预测|批复|核准|下调|上调|调整|印发|下发|决定|要求|规定|通知|监测|调查|月报|年报|周报|简报|研报|白皮书|蓝皮书|快讯|官网|估算|估计|评级|称|认为|开展|净投放|净回笼|投放|操作|快报|资料|透露|介绍|指数)/;
const BEFORE = /(?:据|根据|按照|按|依据|来源|来源于|来自|援引|引自|引用|出自|参考|摘自|由)[^,。;!?]{0,16}$/;
/** Papers by which a firm or body discloses, named by their kind, and that they show something; tried where a word of the lexicon stands. */
const PAPER =
  /(?:财报|年报|半年报|中报|一季报|三季报|季报|业绩预告|业绩快报|业绩报告|招股书|招股说明书|公告|研报|白皮书|蓝皮书|公报|财务报表|(?<=年度|季度|审计|评级)报告|审计报告|评级报告|裁定书|判决书|批复|裁定|判决|工商信息|工商资料|问询函|回复函|(?<=调研|会议)纪要|官网|官微|新闻稿|声明|(?<=募集)说明书|》)(?:中|里|上)?(?:的?(?:运营|经营|销售|财务|最新)?数据)?(?:还|也|并|同时|均|则|曾)?(?:显示|披露|称|指出|表示|提到|提及|写道|公布|预计|宣布|透露|说明|列出|发布|介绍)/y;
const PER_PAPER =
  /(?:(?<!数)据|根据|按照?|依据|从|查阅|翻阅|援引)(?!我们|笔者|本文|说|传|悉)[^,。;!?“”]{0,30}?(?:财报|年报|半年报|中报|季报|预告|快报|招股书|招股说明书|公告|研报|报告|白皮书|蓝皮书|公报|官网|声明|披露|纪要|通知|文件|数据库|年鉴|《[^》]{2,40}》)/g;
const PER_BODY =
  /(?:(?<![数证依单票占论收凭])据|根据|按照|援引)(?!我|他|她|其|笔者|本文|此|悉|说|讲|了解|助手|统计|测算|估计|估算|媒体|外媒|报道|知情|显示)((?:[^,。;!?“”0-9%]|\d{1,4}年?\d{0,2}[年月日]){2,24}?)(?:的)?(?:(?:最新|初步|不完全)?(?:数据|统计|口径|资料|研究|调查|监测|测算|预测|报告|报道|估算|显示|(?<=[局部委所会院行社网心司团构署处厅])(?:介绍|消息))|(?<=[局部委所会院行社网心司团构报据券询室署处厅])(?=,))/g;
const NOT_NAMED =
  /^(?:相关|有关|公开|历史|最新|市场|机构|行业|媒体|外媒|业内|记者|官方|不完全|不完整|公司|网络|第三方|权威|权威机构|相关机构|有关机构|当地|粗略|理论|历史|经验|昨晚|上次|前次|之前|启发|文章|初步|上述|以上|这些|这|该|我|笔者|本|某|一份|一项|多份|多家|部分|目前|现有)?(?:的)?(?:数据|统计|资料|研究|报道|消息|经验|口径|不完全统计|信息)?$/;
/** `按照上限测算`, `根据市场环境来预测`, `依据《…》之规定`: how it is reckoned or by what law, not who says it. */
const RECKONING = /(?:来|去|可以|大致)(?:预测|测算|估算|推算|看)|上限|下限|均值|之规定/;
const VAGUE_PAPER = /^(?:一份|有|某|一些|多份|某份|不少|一项)[^的]{0,6}(?:研报|报告|公告)/;

/** Strength of what a body discloses by itself, its name being read from the words before. */
const DISCLOSED = 0.9;

/** Everything in a paragraph that can be the source of a number, in text order. */
export function sourceMarks(p: Paragraph, speech: LocalSpeech | undefined, providers: readonly string[]): SourceMark[] {
  const { text } = p;
  const marks: SourceMark[] = [];
  for (const link of p.block.links) marks.push({ start: link.start, end: link.end, evidence: 'link', strength: 1 });
  for (const cue of p.cues.of('provider')) addProvider(text, cue, marks);
  for (const provider of providers) {
    for (let at = text.indexOf(provider); provider !== '' && at >= 0; at = text.indexOf(provider, at + provider.length)) {
      addProvider(text, { start: at, end: at + provider.length }, marks);
    }
  }
  for (const cue of p.cues.of('document')) addPaper(text, cue.start, marks);
  for (let at = text.indexOf('》'); at >= 0; at = text.indexOf('》', at + 1)) addPaper(text, at, marks);
  if (/[据按从阅引]/.test(text)) {
    eachMatch(PER_PAPER, text, (m) => {
      if (/(?:从|按)(?:[^的]{0,4})$/.test(m[0])) return;
      marks.push({ start: m.index, end: m.index + m[0].length, evidence: 'same-sentence-document', strength: 1 });
    });
    eachMatch(PER_BODY, text, (m) => {
      if (NOT_NAMED.test(m[1]!) || RECKONING.test(text.slice(m.index, m.index + m[0].length + 8))) return;
      marks.push({ start: m.index, end: m.index + m[0].length, evidence: 'same-sentence-provider', strength: 0.8 });
    });
  }
  for (const span of sourceNotes(text, p.cues, p.quantities))
    marks.push({ ...span, evidence: 'same-sentence-provider', strength: 1, note: true });
  for (const span of disclosures(text)) marks.push({ ...span, evidence: 'same-sentence-document', strength: DISCLOSED });
  for (const act of speech?.acts ?? []) {
    if (act.subject.kind !== 'name' || !act.subject.body) continue;
    // `430家公司披露`, `一间美资行预测` and `某转债公告强赎` name nobody, or what was done rather than what was told.
    if (/[0-9]|^(?:一|某|有)|转债/.test(text.slice(act.start, act.end))) continue;
    marks.push({ start: act.start, end: act.end, evidence: 'organisation-speech', strength: 0.8 });
  }
  return withoutEchoes(
    marks.sort((a, b) => a.start - b.start || a.end - b.end),
    text,
  );
}

/** A name and the verb of its disclosure stand no farther apart. */
const ECHO = 40;

/** Without what says again what the mark beside it says: the 公布 of `国家统计局公布`, the speech of `Wind统计`. */
function withoutEchoes(marks: readonly SourceMark[], text: string): SourceMark[] {
  const out: SourceMark[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    const before = out.at(-1);
    const after = marks[i + 1];
    if (mark.evidence === 'organisation-speech') {
      if ((before && before.end > mark.start) || (after && after.start < mark.end)) continue;
    } else if (mark.strength === DISCLOSED && before && before.end <= mark.start) {
      if (mark.start - before.end < ECHO && !/[,。;:!?]/.test(text.slice(before.end, mark.start))) continue;
    }
    out.push(mark);
  }
  return out;
}

/** A paper with what is said to be in it, from the mark before it on. */
function addPaper(text: string, at: number, marks: SourceMark[]): void {
  PAPER.lastIndex = at;
  const shown = PAPER.exec(text);
  if (shown === null) return;
  let start = at;
  while (start > 0 && at - start < 20 && !/[,。;:!?“”\s]/.test(text[start - 1]!)) start--;
  const end = at + shown[0].length;
  if (VAGUE_PAPER.test(text.slice(start, end))) return;
  marks.push({ start, end, evidence: 'same-sentence-document', strength: 1 });
}

function addProvider(text: string, at: Span, marks: SourceMark[]): void {
  const behind = text.slice(at.end, at.end + 30);
  // An index or future of that name, no word of its maker.
  if (/^(?:[0-9]|[\u4e00-\u9fffA-Za-z]{0,5}(?:指数|指|期货|ETF|股价))/.test(behind) && !/^[^,。]{0,4}(?:数据|公布|发布|显示)/.test(behind))
    return;
  // 通过证监会核准: what it did, to whom.
  const acted =
    /^[^,。;:!?]{0,6}(?:批复|核准|批准|审核|受理|处罚)/.test(behind) &&
    /(?:通过|获得?|被|遭|经|取得)(?:了)?$/.test(text.slice(Math.max(0, at.start - 4), at.start));
  const published = !acted && PUBLISHES.test(behind);
  const cited =
    BEFORE.test(text.slice(Math.max(0, at.start - 20), at.start)) ||
    (text.charAt(at.start - 1) === '(' && /^(?:数据|口径|、[^()]{1,12})?\)/.test(behind));
  if (!published && !cited) return;
  marks.push({ start: at.start, end: at.end, evidence: 'same-sentence-provider', strength: 1 });
}
