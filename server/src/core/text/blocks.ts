import type { Span } from '../types.ts';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'footnote' | 'table' | 'comment' | 'matter';

/**
 * A paragraph-like stretch of the article. Only `paragraph`, `heading`, `item` and `quote` blocks are prose; the others are
 * kept for what they say about the article (dates, table sources, comments). Where a block stands is kept beside it, so that it
 * stays the same while text comes and goes in front of it.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Length of the raw text. */
  readonly length: number;
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

/** Blocks in the order of the text, with the offset at which each begins. */
export class BlockList {
  readonly blocks: Block[] = [];
  readonly starts: number[] = [];

  add(block: Block, start: number): void {
    this.blocks.push(block);
    this.starts.push(start);
  }
}

export const NO_LINKS: readonly Span[] = [];

export function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'item' || block.kind === 'quote';
}

/** Raw offset from the block's start of a place in its prose that begins a span. */
export function rawStart(block: Block, at: number): number {
  return block.map === null ? at : (block.map[at] ?? block.length);
}

/** Raw offset from the block's start just behind a span of prose that ends at `at`. */
export function rawEnd(block: Block, at: number): number {
  return block.map === null ? at : at === 0 ? 0 : (block.map[at - 1] ?? 0) + 1;
}

/** Whether two blocks are alike in all but their places. */
export function sameBlock(a: Block, b: Block): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.length !== b.length || a.level !== b.level || a.bold !== b.bold || a.prose !== b.prose) return false;
  if (a.links.length !== b.links.length || (a.map === null) !== (b.map === null)) return false;
  if (a.map !== null && b.map !== null) for (let i = 0; i < a.map.length; i++) if (a.map[i] !== b.map[i]) return false;
  return a.links.every((l, i) => l.start === b.links[i]!.start && l.end === b.links[i]!.end);
}
