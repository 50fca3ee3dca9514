import { COMMENT } from '../../core/text/directives.ts';
import type { Row } from './markdown.ts';
import type { Marker } from './marks.ts';

const OWN_COMMENT = new RegExp(String.raw`^\s*${COMMENT}.*-->$`);

/** A plain text in rows: a line each, as paragraphs are in plain text. */
export function plainRows(text: string, marker: Marker): Row[] {
  const rows: Row[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trimEnd();
    const blank = line.length - line.trimStart().length;
    // Comments for Claimlens are no text.
    if (line.length === blank || OWN_COMMENT.test(line)) continue;
    const from = match.index + blank;
    const to = match.index + line.length;
    rows.push({ from, html: `<p>${marker.run(from, to)}${marker.rest(to)}</p>` });
  }
  return rows;
}
