import type { Quantity, Span, TimeExpression } from '../../types.ts';

/** What the arithmetic is done on: a paragraph's text with what was read in it. Offsets count in `text`. */
export interface Sums {
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly times: readonly TimeExpression[];
}

/** A statement whose numbers do not go together. */
export interface Mismatch extends Span {
  /** The kind of reckoning, a name for the evidence. */
  readonly check: string;
  /** The reckoning as people write it: `20亿 → 50亿 = 2.5倍`. */
  readonly calculation: string;
  /** The quantity at fault. */
  readonly quantity: Quantity;
}
