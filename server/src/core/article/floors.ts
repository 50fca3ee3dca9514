import type { Model } from '../model/model.ts';
import { CODES } from '../types.ts';
import { possibleFeatures } from './genre.ts';

/**
 * By code, the score of its own paragraph that a candidate needs: with less it is no claim, whatever the article adds. Most candidates
 * fall here, and are not kept.
 */
export function floorsOf(model: Model): Float64Array {
  const groups = possibleFeatures();
  return Float64Array.from(CODES, (_, code) => {
    let highest = 0;
    for (const group of groups) highest += Math.max(...group.map((feature) => (feature === null ? 0 : model.weight(code, feature))));
    // Sums in another order may differ in their last digits.
    return model.threshold(code) - highest - 1e-6;
  });
}
