import { type GlossaryEntry, glossaryEntry } from '../lexicon/glossary.ts';
import type { Paragraph } from '../paragraph.ts';
import { indexAt } from '../paragraph.ts';
import type { Span } from '../types.ts';

/** A word in Latin letters that may be an abbreviation or term. */
export interface LatinTerm extends Span {
  readonly text: string;
  /** How it is written: `upper3`, `upper-digit`, `title`, `lower`, `mixed`. */
  readonly form: string;
  readonly entry: GlossaryEntry | undefined;
  /** Another Latin word stands directly beside it: part of a name or of a foreign sentence. */
  readonly joined: boolean;
}

/** Words in Latin letters outside links, each once a paragraph; two words where the glossary knows both together. */
export function latinTerms(p: Paragraph): LatinTerm[] {
  const { text } = p;
  const found: LatinTerm[] = [];
  const seen = new Set<string>();
  const word = /[A-Za-z][A-Za-z0-9]*(?:[/&+-][A-Za-z0-9]+)*/g;
  for (let m = word.exec(text); m !== null; m = word.exec(text)) {
    let [term] = m;
    const start = m.index;
    const pair = /^ [A-Za-z0-9]+/.exec(text.slice(start + term.length, start + term.length + 12));
    let entry = pair ? glossaryEntry(term + pair[0]) : undefined;
    if (entry) {
      term += pair![0];
      word.lastIndex = start + term.length;
    } else entry = glossaryEntry(term);
    // `L4级`, `BC电池`: the name goes on in Chinese.
    const tail = text.slice(start + term.length, start + term.length + 2);
    const longer = [tail, tail.charAt(0)].find((t) => /^[\u4e00-\u9fff]+$/.test(t) && glossaryEntry(term + t));
    if (longer !== undefined) {
      term += longer;
      entry = glossaryEntry(term);
    }
    if (term.length < 2 || term.length > 24 || seen.has(term)) continue;
    const end = start + term.length;
    if (p.block.links.some((l) => l.start < end && l.end > start && /:\/\//.test(text.slice(l.start, l.end)))) continue;
    seen.add(term);
    found.push({ start, end, text: term, form: formOf(term), entry, joined: joined(text, start, end) });
  }
  return found;
}

function formOf(term: string): string {
  const letters = term.replace(/[^A-Za-z]/g, '');
  const upper = letters.replace(/[^A-Z]/g, '').length;
  if (upper === letters.length) return /[0-9]/.test(term) ? 'upper-digit' : `upper${Math.min(5, term.length)}`;
  if (upper === 0) return 'lower';
  return upper === 1 && /^[A-Z]/.test(term) ? 'title' : 'mixed';
}

function joined(text: string, start: number, end: number): boolean {
  return /[A-Za-z0-9][ ·.'_-]?$/.test(text.slice(Math.max(0, start - 2), start)) || /^[ ·.'_-]?[A-Za-z0-9]/.test(text.slice(end, end + 2));
}

/** Words behind a term that make it the name of a thing rather than a term. */
const NAMED_THING =
  /^(?:指数|模型|公司|集团|系列|股份|科技|转债|ETF|手机|汽车|芯片|平台|大会|峰会|论坛|官网|杂志|报告|品牌|项目|基金|资本|创投|投资|证券|银行|电池|版|型|号|团队|发布|宣布|创始人|CEO|首席)/;
const DEFINES =
  /^(?:["”'’]|\([^)]{0,20}\))?(?:,?(?:是指|指的是|就是指|即是|即|也就是|也叫|又叫|又称|意思是|意味着|全称|的意思|的全称|简单说|简单来说|通俗|说白了|可以理解为)|[:=-])/;
const NAMES = /(?:所谓的?|叫做?|称为|称之为|简称|称作|俗称|名为|又称|即|叫作|统称|称)["“'‘]?$/;

/** How the text explains a term where it stands: in which form, or not at all. */
export function explainedBy(text: string, start: number, end: number): string {
  const next = text.charAt(end);
  const before = text.slice(Math.max(0, start - 6), start);
  if (next === '(') {
    const inside = text.slice(end + 1, end + 9);
    if (/^[+-]?[0-9.]+[%元倍]?\)/.test(inside) || /^[0-9]{6}/.test(inside)) return 'figure';
    return /^[A-Za-z]/.test(inside) ? 'bracket-latin' : /^[^)]?[\u4e00-\u9fff]{3}/.test(inside) ? 'bracket' : 'bracket-short';
  }
  if (before.endsWith('(') && (next === ')' || next === ',' || next === '、' || next === ';')) {
    return /[\u4e00-\u9fff"”]\($/.test(before) ? 'in-bracket' : 'in-bracket-latin';
  }
  if (NAMES.test(before)) return 'named';
  if (DEFINES.test(text.slice(end, end + 24))) return 'defined';
  return 'no';
}

/** What stands around a term, as few-valued features. */
export function surroundings(p: Paragraph, start: number, end: number): string[] {
  const { text } = p;
  const before = text.charAt(start - 1);
  const after = text.slice(end, end + 3);
  const out: string[] = [];
  if (NAMED_THING.test(after)) out.push('thing=1');
  if (/^[0-9]/.test(after)) out.push('digits=1');
  if (/[0-9]/.test(before)) out.push('after-digit=1');
  if (before === '、' || after.startsWith('、')) out.push(`list=${before === '、' && after.startsWith('、')}`);
  if (/["“]/.test(before)) out.push('quoted=1');
  const clause = p.clauses[indexAt(p.clauses, start)];
  if (clause !== undefined) {
    const rest = clause.end - clause.start - (end - start);
    if (rest <= 1) out.push('alone=1');
    if (before === '《' || text.charAt(end) === '》') out.push('title=1');
  }
  return out;
}
