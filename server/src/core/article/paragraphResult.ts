import type { Block } from '../text/blocks.ts';
import type { Claim, Quantity, Span } from '../types.ts';
import type { Context } from './context.ts';
import type { Local } from './local.ts';

/** A claim of a paragraph: offsets in the paragraph's prose. */
export type LocalClaim = Omit<Claim, 'text' | 'suppressed'>;

export interface LocalQuantity extends Quantity {
  /** Where its source stands: a span of the prose of the paragraph `away` from this one. */
  readonly source: (Span & { readonly away: number }) | null;
}

/** One prose block, judged. All but `block` stays while nothing that it rests on changes. */
export interface ParagraphResult {
  readonly block: Block;
  readonly local: Local;
  readonly context: Context;
  readonly claims: readonly LocalClaim[];
  readonly quantities: readonly LocalQuantity[];
  readonly quotes: readonly (Span & { readonly speaker: string | null })[];
  /** What the judgement rested on beside the block: compared by value. */
  readonly basis: string;
}
