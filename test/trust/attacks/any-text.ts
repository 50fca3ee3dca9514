import { createAnalyzer, type Format } from '../../../server/src/core/index.ts';
import type { Attack } from '../lib/attack.ts';
import { checkAnalysis } from '../lib/checks.ts';
import { Pace, timed } from '../lib/pace.ts';
import { anyText, articles, shrunk } from '../lib/texts.ts';

/** The analysis, with its walk through Markdown, of any text at all. */
export const attack: Attack = {
  topic: 'text',
  limit: 60,
  run(trial) {
    const analyzer = createAnalyzer();
    const read = (text: string, format: Format) => checkAnalysis(text, analyzer.analyze({ text, format }));
    const prose = articles()
      .join('\n')
      .replace(/[#>*|`[\]<-]/g, '');
    const pace = new Pace(
      (text) => read(text, 'plain'),
      (size) => prose.slice(1000, 1000 + size),
      [100, 300, 1000, 3000],
    ); // prettier-ignore
    for (const format of ['markdown', 'plain'] as const) {
      const row = trial.row(
        `analysis of any text as ${format === 'markdown' ? 'Markdown' : 'plain text'}: no throw, no hang, no range outside or inside a character`,
      );
      for (const _ of trial.times(250, 320_000)) {
        const text = anyText(trial.random);
        row.holdNow(
          () => {
            const took = timed(() => read(text, format));
            pace.check(text.length, took, () => read(text, format));
          },
          () => JSON.stringify(shrunk(text, (less) => throws(() => read(less, format)))),
        );
      }
      row.note(pace.tell());
    }
  },
};

function throws(task: () => void): boolean {
  try {
    task();
    return false;
  } catch {
    return true;
  }
}
