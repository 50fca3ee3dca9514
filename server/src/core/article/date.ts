import { findArticleDate } from '../extract/time/index.ts';
import type { Block } from '../text/blocks.ts';

/** How many blocks from the top and the foot may carry a date line. */
const HEAD = 8;
/** A date line is short: a date inside a long paragraph dates something else. */
const DATE_LINE = 48;

/** The article's date: from its front matter, else from a short line near its head, else from one at its foot. */
export function articleDate(blocks: readonly Block[]): string | null {
  const matter = blocks[0]?.kind === 'matter' ? findArticleDate(blocks[0].prose) : null;
  if (matter !== null) return matter;
  for (const block of [...blocks.slice(0, HEAD), ...blocks.slice(-2)]) {
    if (block.kind === 'table' || block.prose.length > DATE_LINE) continue;
    const date = findArticleDate(block.prose);
    if (date !== null) return date;
  }
  return null;
}
