import { indexAt, type Paragraph } from '../../paragraph.ts';
import type { Span } from '../../types.ts';
import type { LocalSpeech } from '../speech/types.ts';
import { documentNamed } from './document.ts';
import { sourceMarks } from './marks.ts';
import type { Blanket, LocalQuantitySource, LocalSources, SourceMark } from './types.ts';

/** Openings with which a sentence goes on from the source of the one before. */
const CARRIES =
  /^(?:其中|同期|此外|另外|同时|与此同时|分别|具体|截至|而|报告|公告|财报|年报|研报|数据还|该|其|从|按|分|环比|同比|上述|扣除|剔除|至此|不过|但|并|且|期内|报告期|当期|当月|当季|全年|上半年|下半年|前|第|一季度|二季度|三季度|四季度|\d{1,4}[-—~]?\d{0,4}[年月]|20\d\d|公司|期末|较|占比|相比|增速|累计|合计|平均|总体|整体|这|相较|受|主要|两者|二者|归母|扣非|营收|净利|毛利|毛利率|研发|经营)/;
const BARE =
  /(?:^|[,。;:!?\s(])(?:最新|历史|公开|统计|相关|有关|多项|一组|一些)?(?:的)?(?:数据|统计|资料|调查|研究|统计数据)(?:也|还|均|都)?(?:显示|表明|证明)/;
const OWN = /(?:据|按|根据)?(?:我们|笔者|本文|我|本团队|我司)(?:[^,。]{0,6})(?:测算|估算|统计|跟踪|计算|估计|推算|调研|样本|模型|粗算)/;
const BLANKET =
  /(?:(本文|全文|文中|本报告|如无(?:特别|特殊)?说明|除(?:特别|特殊|另有)?(?:说明|注明)外?)[^。]{0,12}?(?:数据|数字|资料|图表)|(以上|上述|前述|文中以上)[^。,]{0,8}?(?:数据|数字|资料|信息|内容|情况)|(以下|下述|下文|如下)[^。,]{0,8}?(?:数据|数字|资料|信息))[^。]{0,8}?(?:由|来自|来源于?|出自|摘自|引自|取自|根据|据|为)([^,。;)]{2,40})/g;

/** Reads from a paragraph what covers each of its quantities, as far as the paragraph tells by itself. */
export function localSources(p: Paragraph, speech?: LocalSpeech, providers: readonly string[] = []): LocalSources {
  const { text } = p;
  const blankets = findBlankets(text);
  const heading = p.block.kind === 'heading';
  const introduces = /[::]\s*$/.test(text.slice(-3));
  const item = p.block.kind === 'item';
  const spoken = speech !== undefined && speech.marks.length > 0;
  // `reads` is asked of an article's first paragraphs only.
  const reads = () => documentNamed(p);
  const { quantities, opens, holds } = p.quantities.length === 0 && !introduces ? NOTHING : covered(p, sourceMarks(p, speech, providers));
  return { blankets, heading, spoken, introduces, item, reads, quantities, opens, holds };
}

type Covered = Pick<LocalSources, 'quantities' | 'opens' | 'holds'>;

const NOTHING: Covered = { quantities: [], opens: null, holds: null };

/** What covers each quantity by the paragraph's marks, the one that opens it and the one that holds at its end. */
function covered(p: Paragraph, marks: readonly SourceMark[]): Covered {
  const { text, sentences } = p;
  const bySentence: SourceMark[][] = sentences.map(() => []);
  for (const mark of marks) bySentence[sentenceOf(p, mark)]?.push(mark);
  // The source that holds at the end of each sentence, with how far back it stands.
  const holding: { mark: SourceMark; distance: number }[] = [];
  let current: { mark: SourceMark; distance: number } | undefined;
  sentences.forEach((s, i) => {
    const own = bySentence[i]!.at(-1);
    const body = text.slice(s.start, s.end);
    if (own) current = { mark: own, distance: 0 };
    else if (current && current.distance < 6 && !OWN.test(body) && !isBare(body) && CARRIES.test(body.trim()))
      current = { mark: current.mark, distance: current.distance + 1 };
    else current = undefined;
    if (current) holding[i] = current;
  });
  const bare: (boolean | undefined)[] = [];
  const quantities = p.quantities.map((q) => one(p, q, bySentence, holding, marks, bare));
  const opens = bySentence[0]?.find((m) => m.strength === 1) ?? null;
  return { quantities, opens, holds: holding[sentences.length - 1]?.mark ?? null };
}

/** `数据显示` with nobody's name. */
function isBare(sentence: string): boolean {
  return (sentence.includes('显示') || sentence.includes('表明') || sentence.includes('证明')) && BARE.test(sentence);
}

/** A footnote stands behind the full stop of its sentence. */
function sentenceOf(p: Paragraph, mark: SourceMark): number {
  const i = indexAt(p.sentences, mark.start);
  if (mark.evidence === 'link' && mark.start === mark.end && i > 0 && p.sentences[i]!.start === mark.start) return i - 1;
  return Math.max(0, i);
}

function one(
  p: Paragraph,
  q: Span,
  bySentence: readonly SourceMark[][],
  holding: readonly { mark: SourceMark; distance: number }[],
  all: readonly SourceMark[],
  bare: (boolean | undefined)[],
): LocalQuantitySource {
  const i = Math.max(0, indexAt(p.sentences, q.start));
  const s = p.sentences[i];
  const marks = bySentence[i] ?? [];
  let before: SourceMark | undefined;
  for (let k = marks.length - 1; k >= 0 && before === undefined; k--) if (marks[k]!.start <= q.start) before = marks[k];
  const mark = before ?? marks.find((m) => m.evidence === 'link' || /来源|出处/.test(p.text.slice(m.start, m.end))) ?? marks[0];
  if (mark) {
    const at = { start: mark.start, end: mark.end };
    // Behind the number a disclosure is another matter's, unless it is put in brackets or says that it is the source.
    const later = indexAt(p.clauses, mark.start) > indexAt(p.clauses, q.start) || mark.evidence === 'same-sentence-document';
    const behind = before === undefined && mark.evidence !== 'link' && later && !/来源|出处/.test(p.text.slice(mark.start, mark.end));
    return { evidence: behind ? 'behind' : mark.evidence, mark: at, distance: 0, covered: true };
  }
  const held = holding[i];
  if (held) return { evidence: 'carried', mark: { start: held.mark.start, end: held.mark.end }, distance: held.distance, covered: true };
  bare[i] ??= s !== undefined && isBare(p.text.slice(s.start, s.end));
  if (bare[i]) return { evidence: 'bare-data-shows', mark: null, distance: 0, covered: false };
  return { evidence: all.some((m) => m.end <= q.start) ? 'earlier' : null, mark: null, distance: 0, covered: false };
}

/** A note at a paragraph's end that names where its figures come from: `(数据来源:Wind)`. */
const NOTE = /[((]?(?:注[::])?(?:数据|资料|图表|信息)(?:来源|出处)[::]?(?:于|自)?\s*([^,。;)\n]{2,40})[))]?。?$/;

function findBlankets(text: string): Blanket[] {
  if (!/数据|数字|资料|信息|内容|情况|图表/.test(text)) return [];
  const out: Blanket[] = [];
  const note = NOTE.exec(text.slice(-60));
  if (note && !/我们|笔者|作者|自制|自绘|网络|不详/.test(note[1]!)) {
    const start = Math.max(0, text.length - 60) + note.index;
    out.push({ start, end: text.length, reach: 'before', alone: start < 8 });
  }
  BLANKET.lastIndex = 0;
  for (let m = BLANKET.exec(text); m !== null; m = BLANKET.exec(text)) {
    // A person's word is no source, whoever vouches for having heard it.
    if (/我们|笔者|作者|本人|网络|估算|测算|受访|口述|嘉宾/.test(m[4]!)) continue;
    const alone = text.length - m[0].length < 24;
    out.push({ start: m.index, end: m.index + m[0].length, reach: m[1] ? 'article' : m[2] ? 'before' : 'after', alone });
  }
  return out;
}
