import type { InlayHint, Range } from 'vscode-languageserver-types';
import { normalize, type Quantity } from '../core/index.ts';
import { type Checked, spanOf } from './context.ts';
import { readQuantity } from './readout.ts';

/** Small numbers need no reading: 两年, 三十个. */
const SMALL = 100;

/** After numbers written in Chinese, or with 万 and 亿: what they are in digits. */
export function inlayHints(checked: Checked, range: Range): InlayHint[] {
  const { analysis, document, locale } = checked;
  const span = spanOf(document, range);
  return analysis.quantities
    .filter((quantity) => quantity.end > span.start && quantity.end <= span.end && needsReading(quantity))
    .map((quantity) => ({ position: document.positionAt(quantity.end), label: `= ${readQuantity(quantity, locale)}`, paddingLeft: true }));
}

function needsReading({ text, kind, min, max, approx }: Quantity): boolean {
  if (!/[零一二两三四五六七八九十百千万亿兆几数〇]/.test(normalize(text))) return false;
  return approx !== 'none' || min !== max || max >= SMALL || kind === 'percent' || kind === 'percentagePoint' || kind === 'multiple';
}
