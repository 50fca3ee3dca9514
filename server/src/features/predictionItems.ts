import type { PredictionItem } from '../../../common/protocol.ts';
import type { Lexicon } from '../core/index.ts';
import type { ReviewedClaim } from '../review/apply.ts';
import { certaintyOf, strongClaims } from './certainty.ts';
import { type Checked, rangeOf } from './context.ts';

/** An article's predictions, with the day by which each must have come true. */
export function predictionItems({ analysis, document }: Checked, article: string, lexicon?: Lexicon): PredictionItem[] {
  const strong = strongClaims(analysis.claims);
  return (analysis.claims as readonly ReviewedClaim[]).flatMap((claim): PredictionItem[] => {
    // One that was dismissed is no prediction, or none that anybody wants to follow.
    if (claim.code !== 'prediction' || claim.suppressed) return [];
    const { horizon, review } = claim;
    return [
      {
        uri: document.uri,
        article,
        claim: claim.id,
        text: claim.text,
        speaker: fullName(claim.speaker, lexicon),
        range: rangeOf(document, claim),
        date: analysis.date,
        due: horizon?.until ?? null,
        horizon: horizon?.text ?? null,
        certainty: certaintyOf(claim, strong),
        outcome: review?.outcome ?? null,
      },
    ];
  });
}

/** The name under which the interests register knows a speaker, so that one person has one row in the scorecard. */
function fullName(speaker: string | null, lexicon: Lexicon | undefined): string | null {
  return lexicon?.speakers?.find(({ aliases }) => speaker !== null && aliases?.includes(speaker))?.name ?? speaker;
}
