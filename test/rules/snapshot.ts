// npm run snapshot: writes down what all rules find in all rules' examples, so that a review shows what a change does to
// the examples of others.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { RULES } from '../../server/src/core/index.ts';
import { claimsIn, readMarks } from './examples.ts';

export const SNAPSHOT = new URL('snapshot.txt', import.meta.url);

/** For each example a line with its text, and below it what was found: code and words. */
export function renderSnapshot(): string {
  const lines: string[] = [];
  for (const { code, examples } of RULES) {
    lines.push(`# ${code}`, '');
    for (const example of [...examples.bad, ...examples.good]) {
      lines.push(example.replaceAll('\n', '⏎'));
      const { text } = readMarks(example);
      for (const claim of claimsIn(text)) lines.push(`    ${claim.code}  ${claim.text.replaceAll('\n', '⏎')}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(SNAPSHOT, renderSnapshot());
