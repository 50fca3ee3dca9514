import { wordOf } from '../extract/cues.ts';
import type { Paragraph } from '../paragraph.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'unexplained-term',
  severity: 'hint',
  text: {
    name: '未释术语',
    message: '“{text}”初次出现，没有解释。',
    why: '一般投资者可能不懂的缩写和行话，会让人跟着结论走而看不懂理由。',
    advice: '在初次出现处用括号写出全称或一句话解释。',
  },
  examples: {
    bad: [
      '创业公司先要找到⟦PMF⟧。',
      '他们的⟦ARR⟧增长很快。',
      '有限合伙人最看重⟦DPI⟧。',
      '芯片已经⟦流片⟧。',
      '这只转债可能⟦强赎⟧。',
      '客户还停在⟦POC⟧阶段。',
    ],
    good: [
      '公司计划明年IPO。',
      'GDP和CPI同时回升。',
      '先找到PMF（产品与市场契合）。',
      'AI改变了很多行业。',
      '他用的是GPT-4。',
      '他做过CEO，也做过CFO。',
    ],
  },
  propose(p, emit) {
    for (const term of latinTerms(p))
      emit(term.start, term.end, {
        cue: term.known ? 'known' : term.form,
        group: term.known ? 'known' : 'latin',
        once: term.text.toUpperCase(),
        features: [`explained=${explained(p, term.start, term.end)}`, `term=${term.text}`],
      });
    for (const cue of p.cues.of('trade'))
      emit(cue.start, cue.end, {
        cue: wordOf(cue),
        group: 'trade',
        once: wordOf(cue),
        features: [`explained=${explained(p, cue.start, cue.end)}`],
      });
  },
});

/** Whether an expansion stands beside: `PMF(产品与市场契合)`, `产品与市场契合(PMF)`, `即PMF`. */
function explained(p: Paragraph, start: number, end: number): boolean {
  const { text } = p;
  const next = text.charAt(end);
  if (
    next === '(' ||
    text.startsWith('是指', end) ||
    text.startsWith('指的是', end) ||
    text.startsWith(',即', end) ||
    text.startsWith(',也就是', end)
  )
    return true;
  return text.charAt(start - 1) === '(' && (next === ')' || next === ',');
}

interface LatinTerm {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly form: string;
  readonly known: boolean;
}

/** Words in Latin letters that look like abbreviations or terms rather than names. */
function latinTerms(p: Paragraph): LatinTerm[] {
  const { text } = p;
  const found: LatinTerm[] = [];
  const known = p.cues.of('known');
  const word = /[A-Za-z][A-Za-z0-9]*(?:[/&+-][A-Za-z0-9]+)*/g;
  for (let m = word.exec(text); m !== null; m = word.exec(text)) {
    const [term] = m;
    const upper = term.replace(/[^A-Z]/g, '').length;
    if (term.length < 2 || term.length > 24) continue;
    const start = m.index;
    const end = start + term.length;
    const form =
      upper === term.replace(/[^A-Za-z]/g, '').length
        ? /[0-9]/.test(term)
          ? 'upper-digit'
          : `upper${Math.min(5, term.length)}`
        : upper === 0
          ? 'lower'
          : upper === 1 && /^[A-Z]/.test(term)
            ? 'title'
            : 'mixed';
    if (p.block.links.some((l) => l.start < end && l.end > start && /:\/\//.test(text.slice(l.start, l.end)))) continue;
    found.push({ start, end, text: term, form, known: known.some((c) => c.start === start && c.end === end) });
  }
  return found;
}
