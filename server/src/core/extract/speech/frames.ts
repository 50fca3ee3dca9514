import { indexAt, type Paragraph } from '../../paragraph.ts';
import type { RawQuote } from './quotes.ts';
import { boundaryBefore, type FoundAct, makeAct } from './reach.ts';
import { isChineseName, type Parsed, parseSubject } from './subject.ts';
import { trimSubject } from './trim.ts';

const VIEW =
  /在([^,。;:!?“”]{1,24}?)(?:看来|眼里|眼中),|([^,。;:!?“”]{2,24}?)(?:的|那句|有句|这句)(?:逻辑|态度|理由|看法|观点|判断|意见|结论|预测|回答|答复|解释|名言|话|原话|名句|说法|讲法)(?:是|则是|[很更也]?[^,。:]{2,4})?[,:。]/g;

/** `在张大伟看来,`, `顾铭的看法是:`. */
export function viewActs(p: Paragraph, quotes: readonly RawQuote[], out: FoundAct[]): void {
  if (!/看来|眼[里中]|看法|观点|判断|意见|结论|预测|回答|答复|解释|名[言句]|话[,:]|[说讲]法|逻辑|态度|理由/.test(p.text)) return;
  VIEW.lastIndex = 0;
  for (let m = VIEW.exec(p.text); m !== null; m = VIEW.exec(p.text)) {
    const trimmed = trimSubject(m[1] ?? m[2]!);
    const parsed = surely(parseSubject(trimmed.text, m[1] !== undefined), m[1] !== undefined);
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

/** `招商银行行长王良:`: a titled name before a colon needs no verb. */
export function colonActs(p: Paragraph, quotes: readonly RawQuote[], isStatement: (q: RawQuote) => boolean, out: FoundAct[]): void {
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
