import { createAnalyzer, type Format } from '../../../server/src/core/index.ts';
import { ADVERSARIES } from '../lib/adversaries.ts';
import type { Attack } from '../lib/attack.ts';
import { checkAnalysis } from '../lib/checks.ts';
import { Pace, timed } from '../lib/pace.ts';
import { articles } from '../lib/texts.ts';

/** So many bytes of UTF-8. */
const HUGE = 10_000_000;
const FOOTNOTES = 1_000_000;

/** Ten megabytes on one line, nested millions deep, a million footnotes. */
export const attack: Attack = {
  topic: 'text',
  limit: 60,
  run(trial) {
    const bytes = trial.count(15_000, HUGE);
    const footnotes = trial.count(1000, FOOTNOTES);
    const lines = [
      'prose on one line',
      'prose without punctuation',
      'Latin letters',
      'nested quotations on one line',
      'nested lists on one line',
      'links that never close',
      'halves of characters',
      'disabling comments',
    ]; // prettier-ignore
    const texts: [string, () => string][] = [
      ...lines.map((name): [string, () => string] => [name, () => ofBytes(name, bytes)]),
      ['footnotes in one paragraph', () => ADVERSARIES['a sourced number and a footnote']!(footnotes * 11)],
      ['footnotes, each defined', () => ADVERSARIES['footnote definitions']!(footnotes * 13)],
    ];
    const analyzer = createAnalyzer();
    const read = (text: string, format: Format) => checkAnalysis(text, analyzer.analyze({ text, format }));
    const prose = articles()
      .join('\n')
      .replace(/[#>*|`[\]<-]/g, '');
    const pace = new Pace(
      (text) => read(text, 'plain'),
      (size) => prose.slice(0, size),
      [2000, trial.count(4000, 60_000)],
      3,
    ); // prettier-ignore
    const row = trial.row(`${(bytes / 1e6).toFixed(2)} MB on one line, ${footnotes.toLocaleString('en')} footnotes: no throw, no hang`);
    let longest = 0;
    for (const [name, make] of texts) {
      row.holdNow(
        () => {
          const text = make();
          const took = timed(() => read(text, 'markdown'));
          longest = Math.max(longest, took);
          pace.check(text.length, took, () => read(text, 'markdown'));
        },
        () => name,
      );
    }
    row.note(pace.tell());
    row.note(`longest ${(longest / 1000).toFixed(1)} s`);
  },
};

function ofBytes(name: string, bytes: number): string {
  const make = ADVERSARIES[name]!;
  const sample = make(3000);
  return make(Math.floor((bytes * sample.length) / Buffer.byteLength(sample)));
}
