import { type Tree, TreeFragment } from '@lezer/common';
import { atOrAfter, joined } from '../lists.ts';
import { type Block, type BlockList, isProse, sameBlock } from '../text/blocks.ts';
import { markdownBlocks, parseMarkdown } from '../text/markdown.ts';
import { detached } from '../text/normalize.ts';
import { plainBlocks } from '../text/plain.ts';
import type { Analysis, Article, Change } from '../types.ts';
import { blocksBetween } from './resplit.ts';

/** An article's blocks, with what makes splitting the next state of it cheap. */
export interface Split {
  readonly text: string;
  readonly format: Article['format'];
  readonly tree: Tree | null;
  readonly blocks: readonly Block[];
  /** Where each block begins. */
  readonly starts: Int32Array;
  /** Of the prose blocks, the places in `blocks`. */
  readonly prose: Int32Array;
  /** Place of the first heading, or -1. */
  readonly heading: number;
}

/** How many blocks at the beginning and at the end are the very ones of the state before. */
export interface Kept {
  readonly head: number;
  readonly tail: number;
}

export interface Resplit extends Kept {
  readonly split: Split;
}

/** Splits an article; with its state before and the change between, only what the change touches is split anew. */
export function splitArticle(article: Article, previous?: Split, change?: Change): Resplit {
  const { text, format } = article;
  const before = previous?.format === format ? previous : undefined;
  if (before === undefined) return whole(text, format, format === 'plain' ? null : parseMarkdown(text));
  if (before.text === text) return { split: before, head: before.blocks.length, tail: 0 };
  const hull = change ?? difference(before.text, text);
  if (format === 'plain') return replaced(before, text, hull);
  if (before.tree === null || touchesMatter(before.text, hull)) return whole(text, format, parseMarkdown(text));
  // Whether a paragraph ends at a table shows two lines further down: what stands right above is parsed again, too.
  const above = linesAbove(text, hull.start, LOOKED_AHEAD);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [
    { fromA: above, toA: hull.oldEnd, fromB: above, toB: hull.newEnd },
  ]);
  const tree = parseMarkdown(text, fragments);
  const { from, to, made } = blocksBetween(before.tree, tree, text, hull);
  // Front matter is no node of the tree.
  const first = Math.max(atOrAfter(before.starts, from), before.blocks[0]?.kind === 'matter' ? 1 : 0);
  return put(before, text, tree, first, to < 0 ? before.blocks.length : atOrAfter(before.starts, to), made, hull);
}

/** The split that an analysis rests on; made anew where it does not have the core's own. */
export function splitOf(analysis: Analysis): Split {
  const { text, format } = analysis.article;
  const own = (analysis as { readonly standing?: { readonly split: Split } }).standing?.split;
  return splitArticle({ text, format }, own).split;
}

function whole(text: string, format: Article['format'], tree: Tree | null): Resplit {
  const { blocks, starts } = tree === null ? plainBlocks(text) : markdownBlocks(text, tree);
  const prose: number[] = [];
  for (let i = 0; i < blocks.length; i++) if (isProse(blocks[i]!)) prose.push(i);
  const heading = blocks.findIndex((b) => b.kind === 'heading');
  return {
    split: { text, format, tree, blocks, starts: Int32Array.from(starts), prose: Int32Array.from(prose), heading },
    head: 0,
    tail: 0,
  };
}

const LOOKED_AHEAD = 2;

/** The beginning of the line that stands so many above the one that `at` is in. */
function linesAbove(text: string, at: number, lines: number): number {
  let start = at;
  for (let n = 0; n <= lines && start > 0; n++) start = text.lastIndexOf('\n', start - 1 - (n > 0 ? 1 : 0)) + 1;
  return Math.max(0, start);
}

/** The hull of what differs, found from both ends. */
export function difference(a: string, b: string): Change {
  const limit = Math.min(a.length, b.length);
  let start = 0;
  while (start < limit && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < limit - start && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return { start, oldEnd: a.length - tail, newEnd: b.length - tail };
}

/** Front matter is blanked out before parsing: an edit in or at it changes text that the old tree never saw. */
function touchesMatter(text: string, change: Change): boolean {
  if (change.start < 8) return true;
  if (!text.startsWith('---')) return false;
  const close = text.indexOf('\n---', 3);
  return close < 0 || change.start <= close + 5;
}

/** Plain text: the lines that the change touches are split again. */
function replaced(before: Split, text: string, change: Change): Resplit {
  // lastIndexOf takes a place before the text for its first.
  const from = change.start === 0 ? 0 : text.lastIndexOf('\n', change.start - 1) + 1;
  const newline = text.indexOf('\n', change.newEnd);
  const to = newline < 0 ? text.length : newline;
  // The old text is the same before `from` and behind `to`, and lines are blocks.
  return put(
    before,
    text,
    null,
    atOrAfter(before.starts, from),
    atOrAfter(before.starts, to - change.newEnd + change.oldEnd),
    plainBlocks(text, from, to),
    change,
  );
}

/** Puts new blocks in the place of those from `first` up to `last`, and keeps of these what is alike at either end. */
function put(before: Split, text: string, tree: Tree | null, first: number, last: number, made: BlockList, change: Change): Resplit {
  const by = change.newEnd - change.oldEnd;
  const { blocks: old, starts } = before;
  const most = Math.min(last - first, made.blocks.length);
  let alike = 0;
  while (alike < most && made.starts[alike] === starts[first + alike] && sameBlock(made.blocks[alike]!, old[first + alike]!)) alike++;
  let until = made.blocks.length;
  let behind = last;
  while (until > alike && behind > first + alike) {
    if (made.starts[until - 1] !== starts[behind - 1]! + by || !sameBlock(made.blocks[until - 1]!, old[behind - 1]!)) break;
    until--;
    behind--;
  }
  const head = first + alike;
  const tail = old.length - behind;
  const blocks = joined(old, head, tail, made.blocks.slice(alike, until).map(apart));
  const shift = blocks.length - old.length;
  const places = new Int32Array(blocks.length);
  places.set(starts.subarray(0, head));
  places.set(made.starts.slice(alike, until), head);
  for (let i = blocks.length - tail; i < blocks.length; i++) places[i] = starts[i - shift]! + by;
  const split = { text, format: before.format, tree, blocks, starts: places, prose: proseOf(before, blocks, head, tail) };
  return { split: { ...split, heading: headingOf(before, blocks, head, tail) }, head, tail };
}

/** Blocks live on over many edits; as slices they would keep every state of the article alive in which they were last changed. */
function apart(block: Block): Block {
  return { ...block, prose: detached(block.prose) };
}

function proseOf(before: Split, blocks: readonly Block[], head: number, tail: number): Int32Array {
  const { prose } = before;
  const shift = blocks.length - before.blocks.length;
  const first = atOrAfter(prose, head);
  const last = atOrAfter(prose, before.blocks.length - tail);
  const own: number[] = [];
  for (let i = head; i < blocks.length - tail; i++) if (isProse(blocks[i]!)) own.push(i);
  const out = new Int32Array(first + own.length + prose.length - last);
  out.set(prose.subarray(0, first));
  out.set(own, first);
  for (let i = last, k = first + own.length; i < prose.length; i++, k++) out[k] = prose[i]! + shift;
  return out;
}

function headingOf(before: Split, blocks: readonly Block[], head: number, tail: number): number {
  const old = before.heading;
  if (old >= 0 && old < head) return old;
  // From the change on; with none before, none in the tail that was none.
  const until = old < 0 ? blocks.length - tail : blocks.length;
  for (let i = head; i < until; i++) if (blocks[i]!.kind === 'heading') return i;
  return -1;
}
