import type { Candidate } from '../candidates.ts';
import { wordOf } from '../extract/cues.ts';
import type { WordClass } from '../lexicon/index.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Code } from '../types.ts';

/** Word classes that speak for a clause code, for people to read. */
const SPEAKS: Partial<Record<Code, readonly WordClass[]>> = {
  prediction: ['forecast', 'will', 'hedge', 'condition'],
  'causal-claim': ['cause'],
  analogy: ['likeness'],
  advice: ['advice', 'second'],
  'rhetorical-question': ['question'],
};
const MOST = 4;

/** The cues that made a candidate one, in the words of the text. */
export function evidenceOf(p: Paragraph, candidate: Candidate): string[] {
  const classes = SPEAKS[candidate.code];
  if (classes === undefined) return candidate.found.cue === '' ? [] : [candidate.found.cue];
  const words: string[] = [];
  for (const cls of classes)
    for (const cue of p.cues.of(cls)) {
      if (cue.start < candidate.start || cue.end > candidate.end) continue;
      const word = wordOf(cue);
      if (!words.includes(word)) words.push(word);
      if (words.length === MOST) return words;
    }
  return words;
}
