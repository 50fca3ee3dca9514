import type { Tree } from '@lezer/common';
import { BlockList } from '../text/blocks.ts';
import { addBlocks } from '../text/markdown.ts';
import type { Change } from '../types.ts';

/** Of Markdown, what of an old split gives way to which new blocks: those from `from` on, up to `to` (old offsets; -1: all of them). */
export interface Between {
  readonly from: number;
  readonly to: number;
  readonly made: BlockList;
}

/** So many of the upper blocks before the change are read again: it may join on to the one before, or close it. */
const BACK = 2;

/** The blocks around a change, from the trees before and after it: as far as the upper nodes stand elsewhere than they stood. */
export function blocksBetween(before: Tree, after: Tree, text: string, change: Change): Between {
  const old = before.topNode;
  let first = old.childBefore(change.start + 1);
  for (let i = 0; i < BACK && first !== null; i++) first = first.prevSibling;
  let node = first === null ? null : after.topNode.childAfter(first.from);
  let from = first?.from ?? 0;
  if (node?.from !== from) {
    from = 0;
    node = after.topNode.firstChild;
  }
  const by = change.newEnd - change.oldEnd;
  // What stands on the change's own lines may be indented by it.
  const newline = text.indexOf('\n', change.newEnd);
  const made = new BlockList();
  for (; node !== null; node = node.nextSibling) {
    if (newline >= 0 && node.from > newline) {
      // Where an upper block begins now as it did before, all behind it is read as it was.
      const was = old.childAfter(node.from - by);
      if (was !== null && was.from === node.from - by && was.name === node.name) return { from, to: was.from, made };
    }
    addBlocks(node, text, 'paragraph', made);
  }
  return { from, to: -1, made };
}
