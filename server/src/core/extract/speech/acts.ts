import { STRONG_VERBS, WEAK_VERBS } from '../../lexicon/people.ts';
import { indexAt, type Paragraph } from '../../paragraph.ts';
import { wordOf } from '../cues.ts';
import type { RawQuote } from './quotes.ts';
import { type Parsed, parseSubject, trimSubject } from './subject.ts';
import type { NameCandidate, SpeechAct } from './types.ts';

export interface FoundAct extends SpeechAct {
  readonly weight: number;
  readonly alias: string | null;
}

/** Finds the speech verbs of a paragraph that have a subject which can speak. */
export function findActs(p: Paragraph, quotes: readonly RawQuote[], isStatement: (q: RawQuote) => boolean): FoundAct[] {
  const acts: FoundAct[] = [];
  const { text } = p;
  let last = -1;
  for (const cue of p.cues.of('speech')) {
    if (cue.start < last) continue;
    const word = wordOf(cue);
    const strong = STRONG_VERBS.has(word) || word.includes('公告');
    if (!strong && !WEAK_VERBS.has(word)) continue;
    if (/^[的得]/.test(text.slice(cue.end, cue.end + 1)) || /[被号堪简俗可职名]/.test(text[cue.start - 1] ?? '')) continue;
    const at = boundaryBefore(text, cue.start, quotes, isStatement);
    const found = readSubject(p, at, cue.start, strong, quotes, isStatement);
    if (!found) continue;
    if (!STRONG_VERBS.has(word) && !acceptsWeak(found.parsed, text, cue.start, cue.end)) continue;
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
        text.startsWith('出', cue.end) && text[cue.end - 1] === '指' ? cue.end + 1 : cue.end,
        quotes,
      ),
    );
    last = cue.end;
  }
  viewActs(p, quotes, acts);
  colonActs(p, quotes, isStatement, acts);
  documentActs(p, quotes, acts);
  return acts.sort((a, b) => a.verb.start - b.verb.start);
}

/** `中信建投指出,`: what stands so can hardly be anything but a name. */
function sureBefore(found: FoundSubject, text: string, end: number): FoundSubject {
  const { subject } = found.parsed;
  if (subject.kind !== 'name' || subject.sure) return found;
  const marked = /^[,:]/.test(text.slice(end, end + 1)) && subject.name.length > 2;
  if (!marked && !/(?:表示|认为|指出|强调|透露|坦言|回应)$/.test(text.slice(end - 2, end))) return found;
  return { ...found, parsed: { subject: { ...subject, sure: true }, weight: 1 } };
}

interface FoundSubject {
  readonly parsed: Parsed;
  readonly start: number;
  readonly alias: string | null;
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
  const parsed = parseSubject(trimmed.text, strong);
  if (!parsed) return null;
  if (parsed.subject.kind === 'same' && (!strong || (raw === '' && !/[,。]/.test(text[at - 1] ?? '')))) return null;
  return { parsed, start: at + (raw.length - raw.trimStart().length), alias: trimmed.alias };
}

/** How the sentence, or the quotation, that holds the verb begins, if before its clause. */
function leadOf(p: Paragraph, at: number, verb: number, quotes: readonly RawQuote[]): string | null {
  const sentence = p.sentences[indexAt(p.sentences, verb)];
  let from = sentence?.start ?? 0;
  for (const q of quotes) if (q.start < verb && verb < q.end && q.start >= from) from = q.start + 1;
  if (from >= at) return null;
  return p.text.slice(from, Math.min(from + 24, at - 1)).replace(/^[\s”"’]+/, '');
}

/** Nouns as well as verbs: what follows shows which. */
const NOUNISH = /^(?:公告|披露|声明|评价|分析|测算|判断|承诺|预测|计划|预期|估计|预告|提示|评论|批评|建议)$/;
const AFTER_NOUN =
  /^(?:之日|的|师|显示|报告|模型|数据|会|不|书|人士|机构|中|里|后|前|期|值|结果|来看|是|为|较|和|及|与|、|》|完|义务|文件|日|上|下|内|类|框架|方法|工具)/;

function acceptsWeak(parsed: Parsed, text: string, verb: number, end: number): boolean {
  const { kind } = parsed.subject;
  if (kind === 'same' || kind === 'self') return false;
  if (/^[。!?;、”)]/.test(text.slice(end, end + 1))) return false;
  if (kind === 'name' && !parsed.subject.sure) return false;
  if (kind === 'unnamed' && !/^(?:预计|预测|建议|分析|判断|提醒|估计|预期|提出)$/.test(text.slice(verb, end))) return false;
  if (kind === 'document' && !/公告|披露|预计|预测|宣布/.test(text.slice(verb, end))) return false;
  const noun = NOUNISH.test(text.slice(verb, end));
  // 申购分析: a heading rather than somebody who analyses.
  if (noun && text[end] === ':' && parsed.weight < 2) return false;
  return !(noun && AFTER_NOUN.test(text.slice(end, end + 3)));
}

/** Where the clause that holds `at` begins: behind the last mark, not counting marks in brackets or in quoted terms. */
function boundaryBefore(text: string, at: number, quotes: readonly RawQuote[], isStatement: (q: RawQuote) => boolean): number {
  // A clause without a mark for so long has no subject that could be told.
  for (let i = at - 1, left = 400; i >= 0; i--) {
    const c = text[i]!;
    if (--left < 0) return i;
    if (c === ')') {
      const open = text.lastIndexOf('(', i);
      if (open >= 0 && i - open < 60) i = open;
    } else if (c === '》') {
      const open = text.lastIndexOf('《', i);
      if (open >= 0 && i - open < 60) i = open;
    } else if (c === '’' && /[A-Za-z]/.test(text[i - 1] ?? '') && /[A-Za-z]/.test(text[i + 1] ?? '')) {
      // An apostrophe.
    } else if (c === '”' || c === '’' || c === '"') {
      const quote = quotes.find((q) => q.closed && q.end === i + 1);
      if (!quote || isStatement(quote)) return i + 1;
      i = quote.start;
    } else if (',。;:!?…\n“‘【】'.includes(c)) return i + 1;
  }
  return 0;
}

function makeAct(
  p: Paragraph,
  found: FoundSubject,
  start: number,
  verbStart: number,
  verbEnd: number,
  quotes: readonly RawQuote[],
): FoundAct {
  const within = innermost(quotes, verbStart);
  return {
    start,
    end: verbEnd,
    lead: leadOf(
      p,
      boundaryBefore(p.text, verbStart, quotes, () => false),
      verbStart,
      quotes,
    ),
    subject: found.parsed.subject,
    verb: { start: verbStart, end: verbEnd },
    reach: reachFrom(p, verbEnd, within < 0 ? p.text.length : quotes[within]!.end),
    within,
    weight: found.parsed.weight,
    alias: found.alias,
  };
}

/** From behind the verb to the end of its sentence. */
function reachFrom(p: Paragraph, verbEnd: number, limit: number): { start: number; end: number } {
  const { text } = p;
  let start = verbEnd;
  while (start < limit && /[了道着过 ]/.test(text[start]!)) start++;
  if (/[。!?]/.test(text[start] ?? '。')) return { start, end: start };
  if (text[start] === ',' || text[start] === ':') start++;
  const sentence = p.sentences[indexAt(p.sentences, Math.min(start, text.length - 1))];
  return { start, end: Math.min(limit, Math.max(start, sentence ? sentence.end : text.length)) };
}

export function innermost(quotes: readonly RawQuote[], at: number): number {
  let found = -1;
  quotes.forEach((q, i) => {
    if (q.start < at && at < q.end) found = i;
  });
  return found;
}

const VIEW =
  /在([^,。;:!?“”]{1,24}?)(?:看来|眼里|眼中),|([^,。;:!?“”]{2,24}?)(?:的|那句|有句|这句)(?:逻辑|态度|理由|看法|观点|判断|意见|结论|预测|回答|答复|解释|名言|话|原话|名句)(?:是|则是|[很更也]?[^,。:]{2,4})?[,:。]/g;

/** `在张大伟看来,`, `顾铭的看法是:`. */
function viewActs(p: Paragraph, quotes: readonly RawQuote[], out: FoundAct[]): void {
  if (!/看来|眼[里中]|看法|观点|判断|意见|结论|预测|回答|答复|解释|名[言句]|话[,:]|逻辑|态度|理由/.test(p.text)) return;
  VIEW.lastIndex = 0;
  for (let m = VIEW.exec(p.text); m !== null; m = VIEW.exec(p.text)) {
    const trimmed = trimSubject(m[1] ?? m[2]!);
    const parsed = parseSubject(trimmed.text, m[1] !== undefined);
    if (!parsed || parsed.subject.kind === 'same' || parsed.subject.kind === 'document') continue;
    const end = m.index + m[0].length - 1;
    if (out.some((a) => a.verb.start >= m!.index && a.verb.start <= end)) continue;
    const act = makeAct(p, { parsed, start: m.index, alias: trimmed.alias }, m.index, m.index, end, quotes);
    // `顾铭的判断很直接。`: what he says is the next sentence.
    const next = m[0].endsWith('。') ? p.sentences[indexAt(p.sentences, end) + 1] : undefined;
    if (m[0].endsWith('。') && (!next || parsed.subject.kind !== 'name')) continue;
    out.push(next ? { ...act, reach: { start: next.start, end: next.end } } : act);
  }
}

/** `招商银行行长王良:`: a titled name before a colon needs no verb. */
function colonActs(p: Paragraph, quotes: readonly RawQuote[], isStatement: (q: RawQuote) => boolean, out: FoundAct[]): void {
  const { text } = p;
  for (let at = text.indexOf(':'); at > 0; at = text.indexOf(':', at + 1)) {
    const from = boundaryBefore(text, at, quotes, isStatement);
    if (at - from > 30 || at - from < 4 || out.some((a) => a.verb.start >= from && a.verb.end <= at)) continue;
    const trimmed = trimSubject(text.slice(from, at));
    const parsed = parseSubject(trimmed.text, false);
    if (parsed?.subject.kind !== 'name' || parsed.subject.body || parsed.weight < 3 || parsed.subject.name === trimmed.text) continue;
    out.push(makeAct(p, { parsed, start: from, alias: trimmed.alias }, from, at, at, quotes));
  }
}

const PAPERS = /(?:最新|该|此|上述|公司|其)?(?:20\d\d年?)?(?:年报|半年报|中报|一季报|三季报|季报|财报|公告|报告|快报|预告)$/;
const RULES =
  /(?:规定|规则|政策|要求|模型|理论|经验|逻辑|标准|口径|条件|协议|合同|原则|方案|法|条例|办法|惯例|常理|计算|思路|比例|市值|价格|假设|节奏|惯性|规律|指数|传统|说法|财务|经营|运营)$/;

const ACCORDING =
  /(?:^|[,。;:!?“(\s])(?:据|根据|按照|依据|依照|按)(?!悉|说|此|了解|报道|统计|称|传|测算|估计|媒体|外媒)([^,。;:!?“”]{2,40}?)(?:在[^,]{1,20})?(?:公布|发布|披露|提供)?的?(?:最新)?(?:月度|季度|年度|初步)?(?:官方)?(数据|统计|报告|预测|测算|研究|调查|规划|计划|公告|年报|财报|披露|消息|报道|估算|估计|口径|研报|调研|监测)?(?:显示|表明|指出)?[,:]/g;
const SHOWS =
  /(?:^|[,。;:!?])([^,。;:!?“”]{2,40}?)(?:公布|发布|披露|提供)?的?(?:最新|此项|一份|这份)?(?:20\d\d年?)?(?:月度|季度|年度|半年度)?(数据|统计|报告|调查|年报|财报|三季报|半年报|公告|研报|预测|模型|研究|资料)(?:中)?(?:显示|表明|指出|提及|提到)/g;

/** `据华尔街日报,` `根据FactSet的数据` `IHS公布的最新数据显示`: a body speaks through its papers. */
function documentActs(p: Paragraph, quotes: readonly RawQuote[], out: FoundAct[]): void {
  const { text } = p;
  if (!/[据按]|显示|表明|指出|提[及到]/.test(text)) return;
  for (const pattern of [ACCORDING, SHOWS]) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
      const start = m.index + m[0].indexOf(m[1]!);
      const end = m.index + m[0].replace(/[,:]$/, '').length;
      pattern.lastIndex = end;
      if (out.some((a) => a.verb.start >= m.index && a.verb.start < end + 2)) continue;
      const trimmed = trimSubject(m[1]!);
      const parsed = parseBody(trimmed.text);
      if (!parsed) continue;
      out.push(makeAct(p, { parsed, start, alias: trimmed.alias }, start, end, end, quotes));
    }
  }
}

function parseBody(text: string): Parsed | null {
  const clean = text.replace(/(?:的|公布|发布|披露|提供|最新|在)+$/, '').trim();
  if (RULES.test(clean)) return null;
  if (PAPERS.test(clean)) {
    const owner = clean.replace(PAPERS, '').replace(/的$/, '');
    return owner.length < 2 ? { subject: { kind: 'document', paper: /报告$/.test(clean) }, weight: 0 } : parseBody(owner);
  }
  if (clean.length < 2 || clean.length > 24 || /[的了]/.test(clean)) return null;
  const parsed = parseSubject(clean, true);
  if ((parsed?.subject.kind === 'name' && parsed.weight >= 1) || parsed?.subject.kind === 'document') return parsed;
  if (/^[A-Z“][A-Za-z0-9“”\u4e00-\u9fff ]+$/.test(clean))
    return { subject: { kind: 'name', name: clean, body: true, sure: true }, weight: 2 };
  return null;
}

export function actNames(acts: readonly FoundAct[]): NameCandidate[] {
  const out: NameCandidate[] = [];
  for (const act of acts) {
    if (act.subject.kind !== 'name') continue;
    out.push({ name: act.subject.name, body: act.subject.body, weight: act.weight, alias: act.alias });
  }
  return out;
}
