import type { Certainty } from '../../../common/scorecard.ts';
import type { Span } from '../core/index.ts';
import { certainty } from '../core/lexicon/certainty.ts';

const KIND = new Map<string, Certainty>(
  (['absolute', 'hedged'] as const).flatMap((kind) => certainty[kind].split(/\s+/).map((word) => [word, kind] as const)),
);
/** The longest first: 不一定 is no 一定. */
const WORDS = new RegExp([...KIND.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Patterns that say by themselves that no doubt was left. */
const STRONG: ReadonlySet<string> = new Set(['absolute-wording', 'promised-return']);

/** The claims of an article that leave no doubt in a prediction that they are part of. */
export function strongClaims(claims: readonly (Span & { readonly code: string })[]): readonly Span[] {
  return claims.filter(({ code }) => STRONG.has(code));
}

/** An absolute word outweighs a hedge: who thinks that something is bound to happen leaves no doubt. */
export function certaintyOf(prediction: Span & { readonly text: string }, strong: readonly Span[]): Certainty {
  const found = new Set([...prediction.text.matchAll(WORDS)].map(([word]) => KIND.get(word)));
  if (found.has('absolute') || strong.some((claim) => overlap(claim, prediction))) return 'absolute';
  return found.has('hedged') ? 'hedged' : 'plain';
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
