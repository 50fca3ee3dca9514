import type { PredictionItem } from '../../../common/protocol.ts';
import type { ReviewedClaim } from '../review/apply.ts';
import { type Checked, rangeOf } from './context.ts';

/** An article's predictions, with the day by which each must have come true. */
export function predictionItems({ analysis, document }: Checked, article: string): PredictionItem[] {
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
        speaker: claim.speaker,
        range: rangeOf(document, claim),
        date: analysis.date,
        due: horizon?.until ?? null,
        horizon: horizon?.text ?? null,
        outcome: review?.outcome ?? null,
      },
    ];
  });
}
