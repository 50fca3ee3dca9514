import { fileURLToPath } from 'node:url';
import { type Claim, createAnalyzer, type Span } from '../../server/src/core/index.ts';
import { segmenterFiles } from '../../server/src/entry/node/assets.ts';
import { loadBackend, OnDemandSegmenter } from '../../server/src/segment/load.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const segmenter = new OnDemandSegmenter(
  () => loadBackend('auto', segmenterFiles(dist), () => undefined),
  (reason) => {
    throw new Error(reason);
  },
);
const analyzer = createAnalyzer({ segmenter });

/** An example without its marks, and what they mark. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Takes `⟦…⟧` out of an example. Throws where they do not pair up. */
export function readMarks(example: string): Marked {
  const spans: Span[] = [];
  let text = '';
  let start = -1;
  for (const part of example.split(/([⟦⟧])/)) {
    if (part === '⟦') {
      if (start >= 0) throw new Error(`⟦ within ⟦: ${example}`);
      start = text.length;
    } else if (part === '⟧') {
      if (start < 0 || start === text.length) throw new Error(`⟧ without ⟦, or nothing between them: ${example}`);
      spans.push({ start, end: text.length });
      start = -1;
    } else text += part;
  }
  if (start >= 0) throw new Error(`⟦ without ⟧: ${example}`);
  return { text, spans };
}

/** The text with what was found marked in it, as examples are written. */
export function writeMarks(text: string, spans: readonly Span[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    // What overlaps cannot be written this way; the test then shows both anyway.
    marked += `${text.slice(at, Math.max(at, start))}⟦${text.slice(Math.max(at, start), end)}⟧`;
    at = Math.max(at, end);
  }
  return marked + text.slice(at);
}

/** What all rules find in a text that stands by itself. */
export function claimsIn(text: string): readonly Claim[] {
  return analyzer.analyze({ text, format: 'plain' }).claims;
}
