import type { Span } from '../types.ts';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'footnote' | 'table' | 'comment' | 'matter';

/**
 * A paragraph-like stretch of the article. Only `paragraph`, `heading`, `item` and `quote` blocks are prose; the others are
 * kept for what they say about the article (dates, table sources, comments).
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Raw text without inline markup, not yet normalised; equal to the raw slice when `map` is null. */
  readonly prose: string;
  /** Raw offset (from the block's start) of each unit of `prose`; null when they are the same. */
  readonly map: Int32Array | null;
  /** Links and footnote marks, as spans in `prose`; a footnote mark is an empty span at its place. */
  readonly links: readonly Span[];
  /** Heading level from 1; 0 elsewhere. */
  readonly level: number;
  /** The whole paragraph is set bold, as an interview's questions and run-in headings are. */
  readonly bold: boolean;
}

export const NO_LINKS: readonly Span[] = [];

export function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'item' || block.kind === 'quote';
}

/** Raw offset from the block's start of a place in its prose that begins a span. */
export function rawStart(block: Block, at: number): number {
  return block.map === null ? at : (block.map[at] ?? block.end - block.start);
}

/** Raw offset from the block's start just behind a span of prose that ends at `at`. */
export function rawEnd(block: Block, at: number): number {
  return block.map === null ? at : at === 0 ? 0 : (block.map[at - 1] ?? 0) + 1;
}

/** The same block elsewhere in the article. */
export function moved(block: Block, by: number): Block {
  if (by === 0) return block;
  const { kind, start, end, prose, map, links, level, bold } = block;
  return { kind, start: start + by, end: end + by, prose, map, links, level, bold };
}
