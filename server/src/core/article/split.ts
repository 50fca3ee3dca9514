import { type Tree, TreeFragment } from '@lezer/common';
import { type Block, moved } from '../text/blocks.ts';
import { markdownBlocks } from '../text/markdown.ts';
import { detached } from '../text/normalize.ts';
import { plainBlocks } from '../text/plain.ts';
import type { Article, Change } from '../types.ts';

/** An article's blocks, with what makes splitting the next state of it cheap. */
export interface Split {
  readonly text: string;
  readonly format: Article['format'];
  readonly blocks: readonly Block[];
  readonly tree: Tree | null;
}

/** Splits an article; with its state before and the change between, only what the change touches is split anew. */
export function splitArticle(article: Article, previous?: Split, change?: Change): Split {
  const { text, format } = article;
  const before = previous?.format === format ? previous : undefined;
  if (before !== undefined && before.text === text) return before;
  const hull = before && (change ?? difference(before.text, text));
  if (format === 'plain') {
    return { text, format, tree: null, blocks: before && hull ? replaced(before, text, hull) : plainBlocks(text) };
  }
  let fragments: readonly TreeFragment[] | undefined;
  if (before?.tree && hull && !touchesMatter(before.text, hull)) {
    fragments = TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [
      { fromA: hull.start, toA: hull.oldEnd, fromB: hull.start, toB: hull.newEnd },
    ]);
  }
  const { tree, blocks } = markdownBlocks(text, fragments);
  return { text, format, tree, blocks };
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

/** Plain text: the lines that the change touches are split again, those behind it move along. */
function replaced(before: Split, text: string, change: Change): Block[] {
  // lastIndexOf takes a place before the text for its first.
  const from = change.start === 0 ? 0 : text.lastIndexOf('\n', change.start - 1) + 1;
  const newline = text.indexOf('\n', change.newEnd);
  const to = newline < 0 ? text.length : newline;
  const by = change.newEnd - change.oldEnd;
  const old = before.blocks;
  const head = old.findIndex((b) => b.end > from);
  const first = head < 0 ? old.length : head;
  let last = first;
  while (last < old.length && old[last]!.start + by < to) last++;
  // A block that began before the old end but past the new line end cannot be: lines are blocks.
  while (last < old.length && old[last]!.start < change.oldEnd) last++;
  // Blocks live on over many edits; as slices they would keep every state of the article alive in which they were last changed.
  const middle = plainBlocks(text, from, to).map((b) => ({ ...b, prose: detached(b.prose) }));
  const blocks = old.slice(0, first);
  for (const b of middle) blocks.push(b);
  for (let i = last; i < old.length; i++) blocks.push(moved(old[i]!, by));
  return blocks;
}
