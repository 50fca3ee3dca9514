import { DOUBLE_SURNAMES, SURNAMES, TITLE_ENDS } from '../../lexicon/people.ts';
import { indexAt, type Paragraph } from '../../paragraph.ts';
import { CharacterSet } from '../../text/characterSet.ts';
import { codeAt } from '../../text/characters.ts';
import { firstCue, wordOf } from '../cues.ts';
import { actNames, findActs } from './acts.ts';
import { introducer } from './frames.ts';
import { lineMarks, met, opening, signature } from './lines.ts';
import { findQuotes, looksLikeStatement, type RawQuote } from './quotes.ts';
import { type FoundAct, innermost } from './reach.ts';
import { isAddress, isChineseName, isTitleBefore, plainName, titleEnd } from './subject.ts';
import type { Head, LineMark, LocalQuote, LocalSpeech, NameCandidate, SpeechAct } from './types.ts';

/** Reads from a paragraph all that it says about speakers by itself. */
export function localSpeech(p: Paragraph): LocalSpeech {
  const { text, block } = p;
  const raw = findQuotes(text);
  const statement = raw.quotes.map((q) => looksLikeStatement(text, q));
  const found = findActs(p, raw.quotes, (q) => statement[raw.quotes.indexOf(q)] ?? false);
  const quotes = raw.quotes.map((q, i) => attribute(text, q, statement[i]!, raw.quotes, found));
  const acts = found.map((act) => carryOn(p, act, found, quotes));
  const names = [...actNames(found), ...introductions(text)];
  const heading = block.kind === 'heading';
  const marks = lineMarks(text);
  const opens = opening(text, heading) ?? (block.kind === 'quote' ? signature(text) : null) ?? met(text);
  const beginnings = heads(p, quotes);
  const asks = heading && /[?][”"')]?$/.test(text.trim());
  return {
    text,
    kind: heading ? 'heading' : block.kind === 'quote' ? 'quote' : 'other',
    level: block.level,
    question: asks || block.bold,
    bold: block.bold,
    quotes,
    acts,
    marks,
    names,
    opens,
    heads: beginnings,
    closesAt: raw.closesAt,
    forms: block.prose === text ? NO_FORMS : written(p, names, marks, opens, beginnings),
  };
}

const NO_FORMS: readonly [string, string][] = [];

/** How names are written where normalising changed them. */
function written(
  p: Paragraph,
  names: readonly NameCandidate[],
  marks: readonly LineMark[],
  opens: LocalSpeech['opens'],
  beginnings: readonly Head[],
): [string, string][] {
  const { prose } = p.block;
  const out: [string, string][] = [];
  const all = new Set<string>();
  for (const n of names) {
    all.add(n.name);
    if (n.alias) all.add(n.alias);
  }
  for (const m of marks) all.add(m.name);
  if (opens) all.add(opens.name);
  for (const h of beginnings) if (h.body) all.add(h.body);
  if (p.text.includes('《')) for (const paper of p.text.match(/《[^》]{2,60}》/g) ?? []) all.add(paper);
  for (const name of all) {
    const at = p.text.indexOf(name);
    const raw = at < 0 ? name : prose.slice(at, at + name.length);
    if (raw !== name) out.push([name, raw]);
  }
  return out;
}

/** Beginnings of clauses: longer ones where a sentence begins. */
function heads(p: Paragraph, quotes: readonly LocalQuote[]): Head[] {
  const providers = p.cues.of('provider');
  const out: Head[] = [];
  const titles = p.text.includes('《');
  for (let i = 0; i < p.clauses.length; i++) {
    const c = p.clauses[i]!;
    if (quotes.length > 0 && quotes.some((q) => q.statement && q.start < c.start && c.start < q.end)) continue;
    const first = i === p.sentences[c.sentence]!.first;
    const end = Math.min(c.end, c.start + (first ? 16 : 8));
    const body = providers.length === 0 ? undefined : firstCue(providers, c.start, end);
    const paper = titles ? /《[^》]{0,30}(?:书|报告|公报|年鉴)[^》]{0,24}》/.exec(p.text.slice(c.start, c.end + 40)) : null;
    out.push({ start: c.start, end, first, body: body ? wordOf(body) : null, paper: paper ? paper[0] : null });
  }
  return out;
}

/** Finds the act that says whose words a quote is. */
function attribute(text: string, q: RawQuote, statement: boolean, quotes: readonly RawQuote[], acts: readonly FoundAct[]): LocalQuote {
  const outer = innermost(quotes, q.start);
  let act = -1;
  for (let i = acts.length - 1; i >= 0; i--) {
    const a = acts[i]!;
    if (a.within !== outer || a.verb.end > q.start) continue;
    const between = text.slice(a.verb.end, q.start);
    if (/^(?:了|道|着|过)?[^,。;!?“”"]{0,14}[:,]?\s*$/.test(between)) act = i;
    break;
  }
  const colon = text.slice(0, q.start).trimEnd().endsWith(':');
  if (act < 0 && q.closed) {
    const next = acts.findIndex((a) => a.within === outer && a.verb.start >= q.end && a.start >= q.end);
    // `…一句:“…”顾铭说:“…”`: each has its own before it.
    const own =
      colon &&
      next >= 0 &&
      introducer(text.slice(0, q.start).trimEnd()) !== null &&
      /^(?:了|道)?[:,]?“/.test(text.slice(acts[next]!.verb.end, acts[next]!.verb.end + 3));
    if (next >= 0 && !own) {
      const between = text.slice(q.end, acts[next]!.verb.start);
      if (between.length < 60 && !/[。!?;“"\n]/.test(between) && (between.match(/,/g)?.length ?? 0) <= 2) act = next;
    }
  }
  const length = q.end - q.start;
  const said = statement || (act >= 0 && length > 7) || (colon && act >= 0 && length > 3);
  return { start: q.start, end: q.end, depth: q.depth, closed: q.closed, statement: said, act: said ? act : -1 };
}

/** Sentences that leave indirect speech and go back to telling. */
const NARRATES =
  /^(?:(?:而|另|又)?据|而?(?:根据|按照?)(?:笔者|我们|本[报刊文])|记者|数据显示|事实上|实际上|截至|不过|但是?|值得|此前|与此同时|目前|当日|当天|另据|有|《|“|\d{4}年|\d{1,2}月|而?在|从|今[天日早晚]|昨[天日晚]|本周|上周|两市|沪指|深成指|盘面|消息面|截止|笔者|本文)/;
const CONTINUES =
  /^(?:公司|该公司|该行|该机构|该集团|他|她|其|此外|同时|另外|因此|所以|并且|而且|预计|未来|后续|后期|建议|总体|整体|首先|其次|第[一二三四]|一是|二是|一方面|另一方面|一旦|如果|若|也就是说|换言之|尤其)/;

/** Lengthens indirect speech over following sentences that go on with it. */
function carryOn(p: Paragraph, act: FoundAct, acts: readonly FoundAct[], quotes: readonly LocalQuote[]): SpeechAct {
  const { start, end, subject, verb, within, lead } = act;
  let { reach } = act;
  if (within < 0 && reach.end > reach.start) {
    // Where the sentence brings another speaker, this one's words end.
    const quoted = quotes.find((q) => q.statement && q.act >= 0 && acts[q.act] === act && q.start >= verb.end);
    const rival = acts.find(
      (a) =>
        a.within < 0 &&
        a.verb.start > verb.start &&
        a.start >= reach.start &&
        a.start < reach.end &&
        (a.subject.kind !== 'self' || a.start > reach.start + 3) &&
        !(a.subject.kind === 'unnamed' && a.subject.generic),
    );
    if (quoted) return { ...act, reach: { start: reach.start, end: Math.min(reach.end, Math.max(quoted.end, reach.start)) } };
    if (rival) reach = { start: reach.start, end: clauseStart(p, rival.start) };
    else if (subject.kind !== 'unnamed' && subject.kind !== 'self') reach = { start: reach.start, end: carriedTo(p, act, acts, quotes) };
  }
  return { start, end, subject, verb, reach, within, lead };
}

function carriedTo(p: Paragraph, act: FoundAct, acts: readonly FoundAct[], quotes: readonly LocalQuote[]): number {
  const { text, sentences } = p;
  let { end } = act.reach;
  const first = indexAt(sentences, act.verb.start);
  const direct = quotes.some((q) => q.statement && q.act >= 0 && acts[q.act] === act);
  if (direct) return end;
  for (let i = indexAt(sentences, Math.max(act.reach.start, end - 1)) + 1; i < sentences.length; i++) {
    const s = sentences[i]!;
    if (acts.some((a) => a.within < 0 && a.verb.start >= s.start && a.verb.start < s.end)) break;
    const head = text.slice(s.start, s.start + 8);
    if (CONTINUES.test(head)) end = s.end;
    else if (first === 0 && !NARRATES.test(head)) end = s.end;
    else break;
  }
  return end;
}

function clauseStart(p: Paragraph, at: number): number {
  const clause = p.clauses[indexAt(p.clauses, at)];
  return clause ? Math.max(clause.start, 0) : at;
}

/** Function words and verbs before which a two-character name ends. */
const AFTER_NAME = /[,。;:!?、“”()\s的是在也还则又曾对和与说称就把被将向从为等及认表指告介及透坦直]/;

/** `联合创始人 Brendan Foody`. */
const LATIN_INTRO = /(?:[人官长事理家师员授裁管]|CEO|CTO|CFO|COO|VP)[,、 ]{0,2}([A-Z][a-z]+(?: [A-Z][A-Za-z.’'-]+){1,2})/g;
const FOREIGN_INTRO = /[人官长事理家师员授裁管臣]([一-龥]{1,6}(?:[·•・][一-龥]{1,7}){1,2})/g;

/** `老秦(秦放,某基金)`, `Tina(田亦宁)`: how somebody is called, with the name. */
const KNOWN_AS =
  /(?<![\u4e00-\u9fffA-Za-z])([小老阿][\u4e00-\u9fff]|[A-Z][A-Za-z]{1,12}|[\u4e00-\u9fff]{1,2}[总姐哥])\(([\u4e00-\u9fff]{2,4})(?=[,、)])/g;

const ENDS_TITLE = new CharacterSet(TITLE_ENDS);
const BEGINS_NAME = new CharacterSet([...SURNAMES].map((surname) => surname.charCodeAt(0)));

/** Persons introduced with a title: `创始人陆一苇`. */
function introductions(text: string): NameCandidate[] {
  const out: NameCandidate[] = [];
  for (let i = 2; i < text.length - 1; i++) {
    if (!ENDS_TITLE.has(codeAt(text, i - 1)) || !BEGINS_NAME.has(codeAt(text, i))) continue;
    if (!isTitleBefore(text, i)) continue;
    const most = DOUBLE_SURNAMES.has(text.slice(i, i + 2)) ? [4, 3] : [3, 2];
    for (const length of most) {
      const name = text.slice(i, i + length);
      if (name.length < length || !(isChineseName(name) || isAddress(name))) continue;
      const next = text[i + length];
      // A longer name is taken on trust where the shorter one has no end either.
      const two = text[i + length - 1];
      if (next !== undefined && !isAddress(name) && !AFTER_NAME.test(next) && (length === 2 || AFTER_NAME.test(two!) || !plainName(name)))
        continue;
      out.push({ name, body: false, weight: 2, alias: null });
      break;
    }
  }
  if (text.includes('('))
    for (const m of text.matchAll(KNOWN_AS)) if (isChineseName(m[2]!)) out.push({ name: m[2]!, body: false, weight: 2, alias: m[1]! });
  if (/[A-Z]/.test(text)) for (const m of text.matchAll(LATIN_INTRO)) out.push({ name: m[1]!, body: false, weight: 2, alias: null });
  if (/[·•・]/.test(text)) {
    for (const m of text.matchAll(FOREIGN_INTRO)) {
      const cut = titleEnd(m[1]!.split(/[·•・]/)[0]!);
      out.push({
        name: cut > 0 ? m[1]!.slice(cut) : m[1]!.replace(/(?:在|曾|称|说|表示|认为|也|则|于).*$/, ''),
        body: false,
        weight: 2,
        alias: null,
      });
    }
  }
  return out;
}
