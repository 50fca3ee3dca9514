import { atOrAfter } from '../lists.ts';
import { type BlockKind, isProse } from '../text/blocks.ts';
import type { Analysis, Span } from '../types.ts';
import { splitOf } from './split.ts';

/** Not judged, and read by people all the same. */
const READ: ReadonlySet<BlockKind> = new Set(['table', 'footnote']);

/** Whether a span of an article is prose as it stands, or in a table or footnote: no code, no address with a scheme, no markup within it. */
export function inProse(analysis: Analysis, { start, end }: Span): boolean {
  const { blocks, starts } = splitOf(analysis);
  const place = atOrAfter(starts, start + 1) - 1;
  const block = blocks[place];
  if (block === undefined || !(isProse(block) || READ.has(block.kind))) return false;
  const [from, until] = [start - starts[place]!, end - starts[place]!];
  const first = block.map === null ? from : atOrAfter(block.map, from);
  const last = first + until - from - 1;
  if (last >= block.prose.length) return false;
  if (block.map !== null && (block.map[first] !== from || block.map[last] !== until - 1)) return false;
  return !block.links.some((link) => link.start <= first && last < link.end && block.prose.slice(link.start, link.end).includes('://'));
}
