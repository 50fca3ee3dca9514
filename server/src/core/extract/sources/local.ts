import { indexAt, type Paragraph } from '../../paragraph.ts';
import type { Span } from '../../types.ts';
import type { LocalSpeech } from '../speech/types.ts';
import { findBlankets } from './blankets.ts';
import { documentNamed } from './document.ts';
import { sourceMarks } from './marks.ts';
import { findTurns, type Turn, turnsBetween } from './turns.ts';
import type { LocalQuantitySource, LocalSources, SourceMark } from './types.ts';

/** Openings with which a sentence goes on from the source of the one before. */
const CARRIES =
  /^(?:其中|同期|此外|另外|同时|与此同时|分别|具体|截至|而|报告|公告|财报|年报|研报|数据还|该|其|从|按|分|环比|同比|上述|扣除|剔除|至此|不过|但|并|且|期内|报告期|当期|当月|当季|全年|上半年|下半年|前|第|一季度|二季度|三季度|四季度|\d{1,4}[-—~]?\d{0,4}[年月]|20\d\d|公司|期末|较|占比|相比|增速|累计|合计|平均|总体|整体|这|相较|受|主要|两者|二者|归母|扣非|营收|净利|毛利|毛利率|研发|经营)/;
const BARE =
  /(?:^|[,。;:!?\s(])(?:最新|历史|公开|统计|相关|有关|多项|一组|一些)?(?:的)?(?:数据|统计|资料|调查|研究|统计数据)(?:也|还|均|都)?(?:显示|表明|证明)/;
const OWN = /(?:据|按|根据)?(?:我们|笔者|本文|我|本团队|我司)(?:[^,。]{0,6})(?:测算|估算|统计|跟踪|计算|估计|推算|调研|样本|模型|粗算)/;

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
  const turns = once(() => findTurns(p, speech));
  const idle = p.quantities.length === 0 && !introduces;
  const { quantities, opens, holds } = idle ? NOTHING : covered(p, sourceMarks(p, speech, providers), turns);
  const others = (at: number) => isOthers(p, speech, turns(), at);
  return { blankets, heading, spoken, introduces, item, reads, others, quantities, opens, holds };
}

/** A source that goes on holding. */
interface Held {
  readonly mark: SourceMark;
  readonly distance: number;
  readonly until: number;
}

const NO_TURNS: readonly Turn[] = [];

type Covered = Pick<LocalSources, 'quantities' | 'opens' | 'holds'>;

const NOTHING: Covered = { quantities: [], opens: null, holds: null };

/** What covers each quantity by the paragraph's marks, the one that opens it and the one that holds at its end. */
function covered(p: Paragraph, marks: readonly SourceMark[], findTurns: () => readonly Turn[]): Covered {
  const { text, sentences } = p;
  const bySentence: SourceMark[][] = sentences.map(() => []);
  for (const mark of marks) bySentence[sentenceOf(p, mark)]?.push(mark);
  // Without a source there is none to turn from.
  const turns = marks.length === 0 ? NO_TURNS : findTurns();
  const turnIn = ({ start, end }: Span) => turns.find((t) => t.start >= start && t.start < end);
  // The source that holds in each sentence, up to another's word or the author's guess, with how far back it stands.
  const holding: Held[] = [];
  let current: Held | undefined;
  sentences.forEach((s, i) => {
    const own = bySentence[i]!.at(-1);
    const body = text.slice(s.start, s.end);
    const turn = turnIn(s)?.start ?? Number.MAX_SAFE_INTEGER;
    if (own) current = { mark: own, distance: 0, until: Number.MAX_SAFE_INTEGER };
    else if (current && current.distance < 6 && !OWN.test(body) && !isBare(body) && CARRIES.test(body.trim()))
      current = { mark: current.mark, distance: current.distance + 1, until: turn };
    else current = undefined;
    if (current) holding[i] = current;
    if (turn < s.end && (own === undefined || turnsBetween(turns, own, s.end, text))) current = undefined;
  });
  const bare: (boolean | undefined)[] = [];
  const quantities = p.quantities.map((q) => one(p, q, { bySentence, holding, all: marks, turns, bare }));
  const opens = bySentence[0]?.find((m) => m.strength === 1) ?? null;
  return { quantities, opens, holds: current?.mark ?? null };
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

interface Marked {
  readonly bySentence: readonly SourceMark[][];
  readonly holding: readonly Held[];
  readonly all: readonly SourceMark[];
  readonly turns: readonly Turn[];
  readonly bare: (boolean | undefined)[];
}

function one(p: Paragraph, q: Span, { bySentence, holding, all, turns, bare }: Marked): LocalQuantitySource {
  const i = Math.max(0, indexAt(p.sentences, q.start));
  const s = p.sentences[i];
  const marks = bySentence[i] ?? [];
  let before: SourceMark | undefined;
  for (let k = marks.length - 1; k >= 0 && before === undefined; k--) if (marks[k]!.start <= q.start) before = marks[k];
  const turned = before !== undefined && turnsBetween(turns, before, q.start, p.text);
  if (turned) before = undefined;
  const rest = turned ? marks.filter((m) => m.start > q.start) : marks;
  const mark = before ?? rest.find((m) => m.evidence === 'link' || m.note) ?? rest[0];
  if (mark) {
    const at = { start: mark.start, end: mark.end };
    // Behind the number a disclosure is another matter's, unless it is put in brackets or says that it is the source.
    const later = indexAt(p.clauses, mark.start) > indexAt(p.clauses, q.start) || mark.evidence === 'same-sentence-document';
    const behind = before === undefined && mark.evidence !== 'link' && (later || turned) && (turned || !mark.note);
    return { evidence: behind ? 'behind' : mark.evidence, mark: at, distance: 0, covered: true };
  }
  const held = turned ? undefined : holding[i];
  if (held && q.start < held.until)
    return { evidence: 'carried', mark: { start: held.mark.start, end: held.mark.end }, distance: held.distance, covered: true };
  bare[i] ??= s !== undefined && isBare(p.text.slice(s.start, s.end));
  if (bare[i]) return { evidence: 'bare-data-shows', mark: null, distance: 0, covered: false };
  return { evidence: all.some((m) => m.end <= q.start) ? 'earlier' : null, mark: null, distance: 0, covered: false };
}

/** Whether somebody's word or the author's guess holds where a number stands, whatever is said of the article's figures. */
function isOthers(p: Paragraph, speech: LocalSpeech | undefined, turns: readonly Turn[], at: number): boolean {
  const s = p.sentences[indexAt(p.sentences, at)];
  if (s && turns.some((t) => s.start <= t.start && t.start <= at)) return true;
  const { acts = [], quotes = [] } = speech ?? {};
  const byPerson = (act: LocalSpeech['acts'][number] | undefined) => act?.subject.kind === 'name' && !act.subject.body;
  return (
    acts.some((act) => byPerson(act) && act.reach.start <= at && at < act.reach.end) ||
    quotes.some((q) => q.statement && q.start <= at && at < q.end && byPerson(acts[q.act]))
  );
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
