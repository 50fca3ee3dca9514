import type { Claim, Quantity, Span } from '../types.ts';
import type { Context } from './context.ts';
import type { Local } from './local.ts';

/** A claim of a paragraph: offsets in the paragraph's prose. */
export type LocalClaim = Omit<Claim, 'text' | 'suppressed'>;

export interface LocalQuantity extends Quantity {
  /** Where its source stands in the paragraph; `reach`: where that stands which reaches the paragraph. */
  readonly source: Span | 'reach' | null;
}

/** One prose block, judged. Stays while nothing that it rests on changes, wherever the paragraph stands. */
export interface ParagraphResult {
  readonly local: Local;
  readonly context: Context;
  /** Of the terms that are explained once an article, those that earlier paragraphs have. */
  readonly seen: readonly string[];
  readonly claims: readonly LocalClaim[];
  readonly quantities: readonly LocalQuantity[];
  readonly quotes: readonly (Span & { readonly speaker: string | null })[];
}
