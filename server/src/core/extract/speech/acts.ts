import { isListedFirm } from '../../lexicon/bodies.ts';
import { BODY_END, MARKED_VERBS, STRONG_VERBS, WEAK_VERBS } from '../../lexicon/people.ts';
import type { Paragraph } from '../../paragraph.ts';
import { type Cue, wordOf } from '../cues.ts';
import { colonActs, signatureActs, viewActs } from './frames.ts';
import { pairBefore } from './pairs.ts';
import { documentActs } from './papers.ts';
import type { RawQuote } from './quotes.ts';
import { boundaryBefore, type FoundAct, type FoundSubject, leadOf, makeAct } from './reach.ts';
import { isChineseName, type Parsed, parseSubject } from './subject.ts';
import { trimSubject } from './trim.ts';
import type { NameCandidate } from './types.ts';

/** Finds the speech verbs of a paragraph that have a subject which can speak. */
export function findActs(p: Paragraph, quotes: readonly RawQuote[], isStatement: (q: RawQuote) => boolean): FoundAct[] {
  const acts: FoundAct[] = [];
  const { text } = p;
  let last = -1;
  for (const cue of speechCues(p)) {
    if (cue.start < last) continue;
    const word = wordOf(cue);
    if (text[cue.start - 1] === '来' && /对[^,。]{1,6}来$/.test(text.slice(Math.max(0, cue.start - 9), cue.start))) continue;
    if (word === '问' && /[题询责世卷鼎]/.test(text[cue.end] ?? '')) continue;
    if (word === '补充' && /^(?:流动|资本|质押|库存|资金|现金|协议|医疗|养老)/.test(text.slice(cue.end, cue.end + 2))) continue;
    const mark = markAfter(text, cue.end, word);
    if (MARKED_VERBS.has(word) && mark < 0) continue;
    const strong = STRONG_VERBS.has(word) || mark >= 0 || word.includes('公告');
    if (!strong && !WEAK_VERBS.has(word)) continue;
    if ((mark < 0 && /^[的得]/.test(text.slice(cue.end, cue.end + 1))) || /[被号堪简俗可职名]/.test(text[cue.start - 1] ?? '')) continue;
    const at = boundaryBefore(text, cue.start, quotes, isStatement);
    const found = foreseer(readSubject(p, at, cue.start, strong, quotes, isStatement), text, cue.end);
    if (!found) continue;
    if (!STRONG_VERBS.has(word) && mark < 0 && !acceptsWeak(found.parsed, text, cue.start, cue.end)) continue;
    if (
      /[来]$|^(?:想|要|能|敢|来|可以|不能)?$/.test(text.slice(at, cue.start).slice(-2)) &&
      /^(?:一[说讲]|[说讲])/.test(text.slice(cue.end, cue.end + 2))
    )
      continue;
    if (/来$/.test(text.slice(at, cue.start)) && found.parsed.weight < 2) continue;
    acts.push(
      makeAct(
        p,
        sureBefore(found, text, cue.end),
        found.start,
        cue.start,
        mark >= 0 ? mark : text.startsWith('出', cue.end) && text[cue.end - 1] === '指' ? cue.end + 1 : cue.end,
        quotes,
      ),
    );
    last = cue.end;
  }
  viewActs(p, quotes, acts);
  colonActs(p, quotes, isStatement, acts);
  documentActs(p, quotes, acts);
  signatureActs(p, quotes, acts);
  return acts.sort((a, b) => a.verb.start - b.verb.start);
}

/** The cues of speech, and those verbs that do nothing but bring it. */
function speechCues(p: Paragraph): readonly Cue[] {
  const speech = p.cues.of('speech');
  const saying = p.cues.of('saying');
  return saying.length === 0 ? speech : [...speech, ...saying].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where the words of a verb end that only a mark makes one: `怒批同行:`, `说得很清楚:`; -1 where there is none. */
function markAfter(text: string, end: number, word: string): number {
  const form = MARKED_VERBS.has(word) ? MARKED : text[end] === '得' && /[说讲写]$/.test(word) ? MANNER : null;
  const m = form?.exec(text.slice(end, end + 14));
  return m ? end + m[1]!.length : -1;
}
const MARKED = /^([^,。;:!?、“”的]{0,10})(?:[:“]|,(?=“)|(?<=^),)/;
const MANNER = /^(得[^,。;:!?、“”的]{1,6}(?:清楚|明白|直[白接]|坦[白率]|透彻|坚决|肯定|明确|干脆|形象|实在|中肯))[:,]/;

/** `中信建投指出,`: what stands so can hardly be anything but a name. */
function sureBefore(found: FoundSubject, text: string, end: number): FoundSubject {
  const { subject } = found.parsed;
  if (subject.kind !== 'name' || subject.sure) return found;
  const marked = /^[,:]/.test(text.slice(end, end + 1)) && subject.name.length > 2;
  if (!marked && !/(?:表示|认为|指出|强调|透露|坦言|回应)$/.test(text.slice(end - 2, end))) return found;
  return { ...found, parsed: { subject: { ...subject, sure: true }, weight: 1 } };
}

/** 前者 and 后者 by the names that a sentence before sets side by side. */
function named(parsed: Parsed | null, text: string, at: number): Parsed | null {
  if (parsed?.subject.kind !== 'pronoun' || !/^[前后]者$/.test(parsed.subject.word)) return parsed;
  const pair = pairBefore(text, at);
  return pair === null ? parsed : { subject: pair[parsed.subject.word === '前者' ? 0 : 1], weight: 1 };
}

/** `花旗则更乐观,预计`: how somebody looks at things, before the verb. */
const STANCE =
  /^(.{2,12}?)(?:则|也|却|仍|态度|相对|对此){0,3}(?:更为|更加|较为|相对|比较|更|较|最|很|偏|颇为|十分|非常)?(?:乐观|悲观|谨慎|保守|激进|积极|中性|看好|看淡|看空)$/;

/** 全行业, 金融圈, 全市场, 管理方: as long as a name, and none. */
const TRADE_END = /[业界圈场方层者内外街]$/;

/** `任泽平预计,`: before a mark even a surname that is a word makes a name of three characters. */
function foreseer(found: FoundSubject | null, text: string, end: number): FoundSubject | null {
  if (found?.parsed.subject.kind !== 'name' || found.parsed.subject.sure || text[end] !== ',') return found;
  const { subject } = found.parsed;
  if (subject.name.length !== 3 || !isChineseName(subject.name) || BODY_END.test(subject.name) || TRADE_END.test(subject.name))
    return found;
  return { ...found, parsed: { subject: { ...subject, sure: true }, weight: 1 } };
}

function readSubject(
  p: Paragraph,
  at: number,
  verb: number,
  strong: boolean,
  quotes: readonly RawQuote[],
  isStatement: (q: RawQuote) => boolean,
): FoundSubject | null {
  const { text } = p;
  const raw = text.slice(at, verb);
  if (raw.length > 90) return null;
  const trimmed = trimSubject(raw);
  if (trimmed.text === '' && text[at - 1] === ',' && strong) {
    const before = boundaryBefore(text, at - 1, quotes, isStatement);
    const earlier = trimSubject(text.slice(before, at - 1));
    const parsed = earlier.text === '' ? null : parseSubject(earlier.text, false);
    if (parsed?.subject.kind === 'name' && parsed.weight >= 1) return { parsed, start: before, alias: earlier.alias };
    if (parsed?.subject.kind === 'unnamed' || parsed?.subject.kind === 'pronoun') return { parsed, start: before, alias: null };
    if (strong && !/^[这那的]/.test(text.slice(verb + 1))) {
      const lead = leadOf(p, at, verb, quotes);
      if (lead !== null)
        return { parsed: { subject: /^(?:我|咱)/.test(lead) ? { kind: 'self' } : { kind: 'lead' }, weight: 0 }, start: at, alias: null };
    }
  }
  if (trimmed.text === '' && text[at - 1] === ',' && !strong) {
    const before = boundaryBefore(text, at - 1, quotes, isStatement);
    const stance = STANCE.exec(text.slice(before, at - 1));
    const parsed = stance ? parseSubject(trimSubject(stance[1]!).text, false) : null;
    if (parsed?.subject.kind === 'name' && parsed.weight >= 1) return { parsed, start: before, alias: null };
  }
  const parsed = named(parseSubject(trimmed.text, strong), text, at);
  if (!parsed) return null;
  if (parsed.subject.kind === 'same' && (!strong || (raw === '' && !/[,。]/.test(text[at - 1] ?? '')))) return null;
  return { parsed, start: at + (raw.length - raw.trimStart().length), alias: trimmed.alias };
}

/** Nouns as well as verbs: what follows shows which. */
const NOUNISH = /^(?:公告|披露|声明|评价|分析|测算|判断|承诺|预测|计划|预期|估计|预告|提示|评论|批评|建议|预言|预判)$/;
const AFTER_NOUN =
  /^(?:之日|的|师|显示|报告|模型|数据|会|不|书|人士|机构|中|里|后|前|期|值|结果|来看|是|为|较|和|及|与|、|》|完|义务|文件|日|上|下|内|类|框架|方法|工具)/;

/** What is done as often about a firm as by it. */
const TOPIC = /^(?:估计|建议|评价|判断|分析)$/;

function acceptsWeak(parsed: Parsed, text: string, verb: number, end: number): boolean {
  const { kind } = parsed.subject;
  if (kind === 'same' || kind === 'self') return false;
  if (/^[。!?;、”)]/.test(text.slice(end, end + 1))) return false;
  if (kind === 'name' && !parsed.subject.sure) return false;
  if (kind === 'unnamed' && !/^(?:预计|预测|建议|分析|判断|提醒|估计|预期|提出)$/.test(text.slice(verb, end))) return false;
  if (kind === 'document' && !/公告|披露|预计|预测|宣布/.test(text.slice(verb, end))) return false;
  // 特斯拉建议观望, 茅台估计还要涨: of a share, by whoever writes.
  if (kind === 'name' && TOPIC.test(text.slice(verb, end)) && !/[,:]/.test(text[end] ?? '') && isListedFirm(parsed.subject.name))
    return false;
  const noun = NOUNISH.test(text.slice(verb, end));
  // 申购分析: a heading rather than somebody who analyses.
  if (noun && text[end] === ':' && parsed.weight < 2) return false;
  return !(noun && AFTER_NOUN.test(text.slice(end, end + 3)));
}

export function actNames(acts: readonly FoundAct[]): NameCandidate[] {
  const out: NameCandidate[] = [];
  for (const act of acts) {
    if (act.subject.kind !== 'name') continue;
    out.push({ name: act.subject.name, body: act.subject.body, weight: act.weight, alias: act.alias });
  }
  return out;
}
