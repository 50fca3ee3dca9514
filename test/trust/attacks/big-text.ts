import { createAnalyzer, type Format } from '../../../server/src/core/index.ts';
import { ADVERSARIES } from '../lib/adversaries.ts';
import type { Attack } from '../lib/attack.ts';
import { checkAnalysis } from '../lib/checks.ts';
import { Pace, timed } from '../lib/pace.ts';
import { articles } from '../lib/texts.ts';

/** Each kind of text that is hard to read, long enough that square time shows. */
export const attack: Attack = {
  topic: 'text',
  limit: 60,
  run(trial) {
    const analyzer = createAnalyzer();
    const read = (text: string, format: Format) => checkAnalysis(text, analyzer.analyze({ text, format }));
    const prose = articles()
      .join('\n')
      .replace(/[#>*|`[\]<-]/g, '');
    const size = trial.count(1200, 60_000);
    const pace = new Pace(
      (text) => read(text, 'plain'),
      (length) => prose.slice(0, length),
      [1000, size],
      3,
    ); // prettier-ignore
    const row = trial.row(`${size.toLocaleString('en')} characters of one kind, as Markdown and as plain text: no throw, no hang`);
    for (const [name, make] of Object.entries(ADVERSARIES)) {
      for (const format of ['markdown', 'plain'] as const) {
        const text = make(size);
        row.holdNow(
          () => {
            const took = timed(() => read(text, format));
            pace.check(text.length, took, () => read(text, format));
          },
          () => `${name} as ${format}`,
        );
      }
    }
    row.note(pace.tell());
  },
};
