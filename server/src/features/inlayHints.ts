import type { InlayHint, Range } from 'vscode-languageserver-types';
import { type Checked, spanOf } from './context.ts';
import { readQuantity } from './readout.ts';

/** After numbers written in Chinese, or with 万 and 亿: what they are in digits. */
export function inlayHints(checked: Checked, range: Range): InlayHint[] {
  const { analysis, document, locale } = checked;
  const span = spanOf(document, range);
  return analysis.quantities
    .filter(
      (quantity) =>
        quantity.end > span.start && quantity.end <= span.end && /[零一二两三四五六七八九十百千万亿兆几数〇]/.test(quantity.text),
    )
    .map((quantity) => ({ position: document.positionAt(quantity.end), label: `= ${readQuantity(quantity, locale)}`, paddingLeft: true }));
}
