import { wordOf } from '../extract/cues.ts';
import { explainedBy, latinTerms, surroundings } from '../extract/terms.ts';
import { glossaryEntry } from '../lexicon/glossary.ts';
import { terms } from '../lexicon/terms.ts';
import type { Paragraph } from '../paragraph.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'unexplained-term',
  severity: 'hint',
  words: true,
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
    const heading = p.block.kind === 'heading';
    for (const term of latinTerms(p)) {
      const { start, end, entry } = term;
      // What everybody knows: one in a hundred of them is ever marked.
      if (KNOWN.has(term.text)) continue;
      const explained = explainedBy(p.text, start, end);
      // A name that no glossary has: less still.
      if (entry === undefined && term.form === 'title' && !EXPLAINED.has(explained)) continue;
      emit(start, end, {
        cue: EXPLAINED.has(explained) ? explained : term.text,
        group: EXPLAINED.has(explained) ? 'explained' : entry ? 'latin-term' : `latin-${term.form}`,
        once: entry ? entry.names[0]! : term.text.toUpperCase(),
        features: [`form=${term.form}`, `joined=${term.joined}`, `explained=${explained}`, ...context(p, start, end, heading)],
      });
    }
    const seen = new Set<string>();
    // 下修 and 溢价率 are words of one market, and other words elsewhere.
    const convertible = /转债|转股|配债|可转/.test(p.text);
    for (const cue of p.cues.of('trade')) {
      const word = wordOf(cue);
      const entry = glossaryEntry(word)!;
      const key = entry.names[0]!;
      if (seen.has(key) || /^[A-Za-z]/.test(word)) continue;
      seen.add(key);
      const explained = explainedBy(p.text, cue.start, cue.end);
      emit(cue.start, cue.end, {
        cue: EXPLAINED.has(explained) ? explained : word,
        group: EXPLAINED.has(explained) ? 'explained' : entry.common ? 'common' : 'trade',
        once: key,
        features: [`field=${entry.field}${convertible ? '+' : ''}`, `explained=${explained}`, ...context(p, cue.start, cue.end, heading)],
      });
    }
  },
});

/** Such a term is proposed all the same: its first use is taken, and it needs no explanation further on. */
const EXPLAINED: ReadonlySet<string> = new Set(['bracket', 'in-bracket']);

const KNOWN = new Set(terms.known.split(' '));

function context(p: Paragraph, start: number, end: number, heading: boolean): string[] {
  const out = surroundings(p, start, end);
  if (heading) out.push('heading=1');
  return out;
}
