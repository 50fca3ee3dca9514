import type { BlockParser, MarkdownParser } from '@lezer/markdown';
import { parser as commonmark, type Element, GFM } from '@lezer/markdown';

/** Nobody nests quotations and lists any deeper; what does is read as a line of text. */
const DEEPEST = 100;
/** Inline markup of a paragraph is looked for so far at once: it takes time that grows with the square of this. */
const LONGEST = 8000;
/** A piece is at least so long before a place to cut is looked for. */
const LEAST = 6000;

const TooDeep: BlockParser = {
  name: 'TooDeep',
  before: 'LinkReference',
  parse(cx, line) {
    if (cx.depth <= DEEPEST) return false;
    const from = cx.lineStart + line.pos;
    const to = cx.lineStart + line.text.length;
    if (from < to) cx.addElement(cx.elt('Paragraph', from, to));
    cx.nextLine();
    return true;
  },
};

/** Markdown as GitHub reads it, in time that grows with the text, whatever the text. */
export const markdown: MarkdownParser = commonmark.configure([GFM, { parseBlock: [TooDeep] }]);

const whole = markdown.parseInline;

markdown.parseInline = function inPieces(text: string, offset: number): Element[] {
  if (text.length <= LONGEST) return whole.call(this, text, offset);
  const elements: Element[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text.length - at <= LONGEST ? text.length : placeToCut(text, at);
    for (const element of whole.call(this, text.slice(at, end), offset + at)) elements.push(element);
    at = end;
  }
  return elements;
};

/** Behind a line's end, else behind a blank, else anywhere. */
function placeToCut(text: string, at: number): number {
  for (const mark of '\n ') {
    const found = text.lastIndexOf(mark, at + LONGEST - 1);
    if (found >= at + LEAST) return found + 1;
  }
  return at + LONGEST;
}
