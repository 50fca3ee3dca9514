import type { SyntaxNode, Tree, TreeFragment } from '@lezer/common';
import { parser as commonmark, GFM } from '@lezer/markdown';
import type { Span } from '../types.ts';
import { type Block, type BlockKind, NO_LINKS } from './blocks.ts';
import { pieces } from './cut.ts';

const parser = commonmark.configure(GFM);

export interface MarkdownParse {
  readonly tree: Tree;
  readonly blocks: Block[];
  /** The front matter's span, fences included; empty when there is none. */
  readonly matter: Span;
}

/** Parses Markdown into blocks; `fragments` of an earlier tree make it incremental. */
export function markdownBlocks(text: string, fragments?: readonly TreeFragment[]): MarkdownParse {
  const matter = frontMatter(text);
  const source = matter.end === 0 ? text : ' '.repeat(matter.end) + text.slice(matter.end);
  const tree = fragments ? parser.parse(source, fragments) : parser.parse(source);
  const blocks: Block[] = [];
  if (matter.end > 0) blocks.push(bare('matter', text, matter.start, matter.end));
  visit(tree.topNode, text, 'paragraph', blocks);
  return { tree, blocks, matter };
}

function frontMatter(text: string): Span {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---\n', start) && !text.startsWith('---\r\n', start)) return { start: 0, end: 0 };
  const close = /\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/g;
  close.lastIndex = start + 3;
  const match = close.exec(text);
  return match === null ? { start: 0, end: 0 } : { start, end: match.index + match[0].length };
}

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/;

function visit(parent: SyntaxNode, text: string, kind: BlockKind, out: Block[]): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    const { name } = node;
    const heading = HEADING.exec(name);
    if (heading) pushProse(node, text, 'heading', Number(heading[1]), out);
    else if (name === 'Paragraph' || name === 'Task') pushProse(node, text, kind, 0, out);
    else if (name === 'Blockquote') visit(node, text, 'quote', out);
    else if (name === 'BulletList' || name === 'OrderedList') visit(node, text, kind, out);
    else if (name === 'ListItem') visit(node, text, 'item', out);
    else if (name === 'Table') out.push(bare('table', text, node.from, node.to));
    else if (name === 'CommentBlock') out.push(bare('comment', text, node.from, node.to));
    else if (name === 'LinkReference') out.push(bare('footnote', text, node.from, node.to));
  }
}

function bare(kind: BlockKind, text: string, start: number, end: number): Block {
  return { kind, start, end, prose: text.slice(start, end), map: null, links: NO_LINKS, level: 0, bold: false };
}

/** Inline nodes that are no prose: left out whole. */
const DROPPED = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'URL',
  'LinkTitle',
  'LinkLabel',
  'CodeMark',
  'InlineCode',
  'HTMLTag',
  'Comment',
  'Image',
  'ProcessingInstruction',
  'QuoteMark',
  'HeaderMark',
  'TaskMarker',
  'Autolink',
  'HardBreak',
]);

function pushProse(node: SyntaxNode, text: string, kind: BlockKind, level: number, out: Block[]): void {
  const { from, to } = node;
  const holes: Span[] = [];
  const links: Span[] = [];
  collectHoles(node, text, holes, links);
  footnoteMarks(text, from, to, holes, links);
  if (text.startsWith('[^', from) && /^\[\^[^\]\n]+\]:/.test(text.slice(from, Math.min(to, from + 60)))) {
    out.push(bare('footnote', text, from, to));
    return;
  }
  const [start, end] = trimmed(text, from, to, holes);
  if (end <= start) return;
  const inner = holes.filter((h) => h.start >= start && h.end <= end).sort((a, b) => a.start - b.start);
  const bold = isAllBold(node, start, end);
  if (inner.length === 0 && text.indexOf('\\', start) < 0) {
    const spans = links.map((l) => ({ start: l.start - start, end: l.end - start }));
    put({ kind, start, end, prose: text.slice(start, end), map: null, links: spans.length ? spans : NO_LINKS, level, bold }, out);
    return;
  }
  const map = new Int32Array(end - start);
  const parts: string[] = [];
  let n = 0;
  let at = start;
  const keep = (stop: number) => {
    if (stop <= at) return;
    parts.push(text.slice(at, stop));
    for (; at < stop; at++) map[n++] = at - start;
  };
  for (const hole of inner) {
    if (hole.end <= at) continue;
    keep(hole.start);
    at = Math.max(at, hole.end);
  }
  keep(end);
  const prose = parts.join('');
  if (prose.trim() === '') return;
  const compact = map.slice(0, n);
  const place = (raw: number) => lowerBound(compact, raw - start);
  put({ kind, start, end, prose, map: compact, links: links.map((l) => ({ start: place(l.start), end: place(l.end) })), level, bold }, out);
}

function put(block: Block, out: Block[]): void {
  for (const piece of pieces(block)) out.push(piece);
}

function collectHoles(node: SyntaxNode, text: string, holes: Span[], links: Span[]): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (DROPPED.has(child.name)) {
      holes.push({ start: child.from, end: child.to });
      if (child.name === 'Autolink' || child.name === 'URL') links.push({ start: child.from, end: child.to });
    } else if (child.name === 'Escape') {
      holes.push({ start: child.from, end: child.from + 1 });
    } else {
      if (child.name === 'Link' && child.getChild('URL')) links.push({ start: child.from, end: child.to });
      collectHoles(child, text, holes, links);
    }
  }
}

/** `[^1]` is no CommonMark: found by hand, and kept from being read as text. */
function footnoteMarks(text: string, from: number, to: number, holes: Span[], links: Span[]): void {
  let at = text.indexOf('[^', from);
  while (at >= 0 && at < to) {
    const close = text.indexOf(']', at + 2);
    if (close < 0 || close >= to || close - at > 60) return;
    for (let i = holes.length - 1; i >= 0; i--) if (holes[i]!.start >= at && holes[i]!.end <= close + 1) holes.splice(i, 1);
    holes.push({ start: at, end: close + 1 });
    links.push({ start: at, end: close + 1 });
    at = text.indexOf('[^', close);
  }
}

/** Leaves out blanks and holes at both ends of a block. */
function trimmed(text: string, from: number, to: number, holes: readonly Span[]): [number, number] {
  let start = from;
  let end = to;
  for (;;) {
    const hole = holes.find((h) => h.start === start && h.end <= end);
    if (hole && hole.end > start) start = hole.end;
    else if (start < end && text.charCodeAt(start) <= 32) start++;
    else break;
  }
  for (;;) {
    const hole = holes.find((h) => h.end === end && h.start >= start && text.charCodeAt(h.start) !== 91);
    if (hole && hole.start < end) end = hole.start;
    else if (end > start && text.charCodeAt(end - 1) <= 32) end--;
    else break;
  }
  return [start, end];
}

function isAllBold(node: SyntaxNode, start: number, end: number): boolean {
  const strong = node.firstChild;
  return strong !== null && strong.name === 'StrongEmphasis' && strong.from <= start && strong.to >= end;
}

function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
