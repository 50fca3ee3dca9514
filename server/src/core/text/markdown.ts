import type { SyntaxNode, Tree, TreeFragment } from '@lezer/common';
import { atOrAfter } from '../lists.ts';
import type { Span } from '../types.ts';
import { type Block, type BlockKind, BlockList, NO_LINKS } from './blocks.ts';
import { addPieces } from './cut.ts';
import { markdown as parser } from './grammar.ts';

/** Parses Markdown; `fragments` of an earlier tree make it incremental. */
export function parseMarkdown(text: string, fragments?: readonly TreeFragment[]): Tree {
  const matter = frontMatter(text);
  const source = matter.end === 0 ? text : ' '.repeat(matter.end) + text.slice(matter.end);
  return fragments ? parser.parse(source, fragments) : parser.parse(source);
}

/** The blocks of parsed Markdown. */
export function markdownBlocks(text: string, tree: Tree = parseMarkdown(text)): BlockList {
  const blocks = new BlockList();
  const matter = frontMatter(text);
  if (matter.end > 0) blocks.add(bare('matter', text, matter.start, matter.end), matter.start);
  for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) addBlocks(node, text, 'paragraph', blocks);
  return blocks;
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

function visit(parent: SyntaxNode, text: string, kind: BlockKind, out: BlockList): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) addBlocks(node, text, kind, out);
}

/** Adds the blocks of one node of the tree's upper levels. */
export function addBlocks(node: SyntaxNode, text: string, kind: BlockKind, out: BlockList): void {
  const { name } = node;
  const heading = HEADING.exec(name);
  if (heading) addProse(node, text, 'heading', Number(heading[1]), out);
  else if (name === 'Paragraph' || name === 'Task') addProse(node, text, kind, 0, out);
  else if (name === 'Blockquote') visit(node, text, 'quote', out);
  else if (name === 'BulletList' || name === 'OrderedList') visit(node, text, kind, out);
  else if (name === 'ListItem') visit(node, text, 'item', out);
  else if (name === 'Table') out.add(bare('table', text, node.from, node.to), node.from);
  else if (name === 'CommentBlock') out.add(bare('comment', text, node.from, node.to), node.from);
  else if (name === 'LinkReference') out.add(bare('footnote', text, node.from, node.to), node.from);
}

const CODE = new Set(['FencedCode', 'CodeBlock', 'InlineCode']);

/** Whether a place stands in code: a block of it or a stretch of a line. */
export function isCode(tree: Tree, at: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(at, 1); node !== null; node = node.parent) if (CODE.has(node.name)) return true;
  return false;
}

function bare(kind: BlockKind, text: string, start: number, end: number): Block {
  return { kind, length: end - start, prose: text.slice(start, end), map: null, links: NO_LINKS, level: 0, bold: false };
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

function addProse(node: SyntaxNode, text: string, kind: BlockKind, level: number, out: BlockList): void {
  const { from, to } = node;
  const markup: Span[] = [];
  const links: Span[] = [];
  collectHoles(node, text, markup, links);
  const marks = footnoteMarks(text.slice(from, to), from);
  const holes = marks.length > 0 ? [...outside(markup, marks), ...marks] : markup;
  for (const mark of marks) links.push(mark);
  if (text.startsWith('[^', from) && /^\[\^[^\]\n]+\]:/.test(text.slice(from, Math.min(to, from + 60)))) {
    out.add(bare('footnote', text, from, to), from);
    return;
  }
  const [start, end] = trimmed(text, from, to, holes);
  if (end <= start) return;
  const inner = holes.filter((h) => h.start >= start && h.end <= end).sort((a, b) => a.start - b.start);
  const bold = isAllBold(node, start, end);
  if (inner.length === 0) {
    const whole = text.slice(start, end);
    const spans = links.map((l) => ({ start: l.start - start, end: l.end - start }));
    addPieces({ kind, length: end - start, prose: whole, map: null, links: spans.length ? spans : NO_LINKS, level, bold }, start, out);
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
  const place = (raw: number) => atOrAfter(compact, raw - start);
  const spans = links.map((l) => ({ start: place(l.start), end: place(l.end) }));
  addPieces({ kind, length: end - start, prose, map: compact, links: spans, level, bold }, start, out);
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

/** `[^1]` is no CommonMark: found by hand, and kept from being read as text. `raw` stands at `from` in the article. */
function footnoteMarks(raw: string, from: number): Span[] {
  const marks: Span[] = [];
  let at = raw.indexOf('[^');
  while (at >= 0) {
    const close = raw.indexOf(']', at + 2);
    if (close < 0 || close - at > 60) break;
    marks.push({ start: from + at, end: from + close + 1 });
    at = raw.indexOf('[^', close);
  }
  return marks;
}

/** The holes that lie in none of the marks; both in document order. */
function outside(holes: readonly Span[], marks: readonly Span[]): Span[] {
  let m = 0;
  return holes.filter(({ start, end }) => {
    while (m < marks.length && marks[m]!.end < end) m++;
    return m === marks.length || marks[m]!.start > start;
  });
}

/** Leaves out blanks and holes at both ends of a block. */
function trimmed(text: string, from: number, to: number, holes: readonly Span[]): [number, number] {
  const byStart = new Map<number, number>();
  for (const h of holes) if (h.end <= to && !byStart.has(h.start)) byStart.set(h.start, h.end);
  let start = from;
  for (;;) {
    const behind = byStart.get(start);
    if (behind !== undefined && behind > start) start = behind;
    else if (start < to && text.charCodeAt(start) <= 32) start++;
    else break;
  }
  const byEnd = new Map<number, number>();
  for (const h of holes) if (h.start >= start && text.charCodeAt(h.start) !== 91 && !byEnd.has(h.end)) byEnd.set(h.end, h.start);
  let end = to;
  for (;;) {
    const before = byEnd.get(end);
    if (before !== undefined && before < end) end = before;
    else if (end > start && text.charCodeAt(end - 1) <= 32) end--;
    else break;
  }
  return [start, end];
}

function isAllBold(node: SyntaxNode, start: number, end: number): boolean {
  const strong = node.firstChild;
  return strong !== null && strong.name === 'StrongEmphasis' && strong.from <= start && strong.to >= end;
}
