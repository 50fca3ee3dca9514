import { bodyAt, speaksByColon } from '../../lexicon/bodies.ts';
import { indexAt, type Paragraph } from '../../paragraph.ts';
import { sinceMark } from '../../text/characters.ts';
import type { RawQuote } from './quotes.ts';
import { boundaryBefore, type FoundAct, makeAct } from './reach.ts';
import { isChineseName, type Parsed, parseSubject } from './subject.ts';
import { trimSubject } from './trim.ts';

const VIEW =
  /(?:^|[,。;:!?])(?:按照?|依照?|照|据)([^,。;:!?“”]{2,20}?)的[说讲]法,|在([^,。;:!?“”]{1,24}?)(?:看来|眼里|眼中),|([^,。;:!?“”]{2,24}?)(?:的|那句|有句|这句)(?:逻辑|态度|理由|看法|观点|判断|意见|结论|预测|回答|答复|解释|名言|话|原话|名句)(?:是|则是|[很更也]?[^,。:]{2,4})?[,:。]/g;

/** `在张大伟看来,`, `顾铭的看法是:`. */
export function viewActs(p: Paragraph, quotes: readonly RawQuote[], out: FoundAct[]): void {
  if (!/看来|眼[里中]|看法|观点|判断|意见|结论|预测|回答|答复|解释|名[言句]|话[,:]|[说讲]法|逻辑|态度|理由/.test(p.text)) return;
  VIEW.lastIndex = 0;
  for (let m = VIEW.exec(p.text); m !== null; m = VIEW.exec(p.text)) {
    const view = m[3] === undefined;
    // 解禁的话, is a condition.
    if (!view && m[0].endsWith('的话,')) continue;
    const trimmed = trimSubject(m[1] ?? m[2] ?? m[3]!);
    const parsed = surely(parseSubject(trimmed.text, view), view);
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

/** Who is said to see things so is a person, even one of a surname such as 黄 or 张. */
function surely(parsed: Parsed | null, view: boolean): Parsed | null {
  if (!view || parsed?.subject.kind !== 'name' || !isChineseName(parsed.subject.name)) return parsed;
  return { subject: { ...parsed.subject, sure: true }, weight: Math.max(parsed.weight, 1) };
}

/** `招商银行行长王良:`, `高盛:`: a titled name or a body that gives its word before a colon needs no verb. */
export function colonActs(p: Paragraph, quotes: readonly RawQuote[], isStatement: (q: RawQuote) => boolean, out: FoundAct[]): void {
  const { text } = p;
  for (let at = text.indexOf(':'); at > 0; at = text.indexOf(':', at + 1)) {
    const from = boundaryBefore(text, at, quotes, isStatement);
    if (at - from > 30 || at - from < 2 || out.some((a) => a.verb.start >= from && a.verb.end <= at)) continue;
    const trimmed = trimSubject(text.slice(from, at));
    const parsed = parseSubject(trimmed.text, false);
    if (parsed?.subject.kind !== 'name') continue;
    if (parsed.subject.body ? !opensItem(text, from, at, trimmed.text) : parsed.weight < 3 || parsed.subject.name === trimmed.text)
      continue;
    out.push(makeAct(p, { parsed, start: from, alias: trimmed.alias }, from, at, at, quotes));
  }
}

/** Offices and brokers that are known by their kind alone; those must be heard to say something. */
const OFFICE = /^[\u4e00-\u9fff]{2,}(?:证券|研究院|研究所|发改委|委员会|总局|期货)$/;
const SAYS = /预[计期测]|认为|看[好空淡多]|建议|维持|重申|[上下]调|将|会|有望|可能|料|仍|应/;

/** Whether a body before a colon begins its sentence, or an item of a list, and something is said behind. */
function opensItem(text: string, from: number, colon: number, name: string): boolean {
  if (from > 0 && !/[。;!?\n”]/.test(text[from - 1]!)) return false;
  const said = /^[^。;\n]{4,60}/.exec(text.slice(colon + 1, colon + 61));
  return said !== null && !asks(text, colon) && (speaksByColon(name) || (OFFICE.test(name) && SAYS.test(said[0])));
}

/** A house that puts a question is an interview's. */
function asks(text: string, colon: number): boolean {
  const end = text.indexOf('\n', colon);
  return text.slice(colon, Math.min(end < 0 ? text.length : end, colon + 300)).includes('?');
}

const SIGNATURE = /^\s{0,3}(?:——|--|—|―)\s?([^\s,。;:!?“”()《》—]{2,16})(?=$|\n|[,(《])/;

/** `“…”——沈知行`: who is named behind a dash said what stands before. */
export function signatureActs(p: Paragraph, quotes: readonly RawQuote[], out: FoundAct[]): void {
  for (const q of quotes) {
    if (!q.closed || q.depth > 0 || !/[-\s—―]/.test(p.text[q.end] ?? '')) continue;
    const m = SIGNATURE.exec(p.text.slice(q.end, q.end + 28));
    const name = m ? signedBy(m[1]!) : null;
    if (!name) continue;
    const end = q.end + m![0].length;
    const act = makeAct(p, { parsed: name, start: q.end, alias: null }, q.end, q.end, end, quotes);
    out.push({ ...act, reach: { start: end, end } });
  }
}

/** A name that stands alone behind a dash; null for anything else. */
export function signedBy(text: string): Parsed | null {
  const parsed = parseSubject(trimSubject(text).text, false);
  if (parsed?.subject.kind !== 'name') return null;
  return isChineseName(parsed.subject.name) ? surely(parsed, true) : parsed.weight >= 2 ? parsed : null;
}

/** The clause with which somebody by name brings what stands behind its colon, whatever its verb: `顾铭怒甩一句:`; null for any other. */
export function introducer(before: string): string | null {
  if (!before.endsWith(':')) return null;
  const clause = sinceMark(before, before.length - 1, 25, ',。;:!?”\n').trim();
  if (clause.length < 3 || /^[他她我其这那但并而]/.test(clause)) return null;
  return isChineseName(clause.slice(0, 3)) || isChineseName(clause.slice(0, 2)) || bodyAt(clause, 0) !== null ? clause : null;
}
