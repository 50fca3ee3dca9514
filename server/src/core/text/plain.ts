import { type Block, BlockList, NO_LINKS } from './blocks.ts';
import { addPieces } from './cut.ts';
import { isDirectiveLine } from './directives.ts';

/** Splits plain text into blocks: every line with something on it is a paragraph. `from`/`to` are line borders. */
export function plainBlocks(text: string, from = 0, to = text.length): BlockList {
  const blocks = new BlockList();
  let at = from;
  while (at < to) {
    let end = text.indexOf('\n', at);
    if (end < 0 || end > to) end = to;
    let start = at;
    let stop = end;
    while (start < stop && isBlank(text.charCodeAt(start))) start++;
    while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
    if (stop > start) addPieces(lineBlock(text, start, stop), start, blocks);
    at = end + 1;
  }
  return blocks;
}

function lineBlock(text: string, start: number, end: number): Block {
  const prose = text.slice(start, end);
  const comment = prose.charCodeAt(0) === 60 && isDirectiveLine(prose);
  const kind = comment ? 'comment' : 'paragraph';
  return { kind, length: end - start, prose, map: null, links: linkSpans(prose), level: 0, bold: false };
}

/** Bare URLs, which are a source where they stand. */
function linkSpans(prose: string): Block['links'] {
  let at = prose.indexOf('://');
  if (at < 0) return NO_LINKS;
  const spans: { start: number; end: number }[] = [];
  while (at >= 0) {
    let start = at;
    while (start > 0 && isUrlUnit(prose.charCodeAt(start - 1))) start--;
    let end = at + 3;
    while (end < prose.length && isUrlUnit(prose.charCodeAt(end))) end++;
    if (end > at + 3 && start < at) spans.push({ start, end });
    at = prose.indexOf('://', end);
  }
  return spans;
}

function isUrlUnit(c: number): boolean {
  return c > 32 && c < 127 && c !== 34 && c !== 60 && c !== 62 && c !== 40 && c !== 41;
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9 || c === 13 || c === 0x3000 || c === 0xfeff || c === 0xa0 || c === 0x0b || c === 0x0c;
}
