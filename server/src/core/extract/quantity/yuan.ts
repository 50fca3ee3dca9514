import type { Quantity } from '../../types.ts';

/** Characters that only a text in traditional script has so many of. */
const ENOUGH = 3;
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/台币|NT\$|TWD|NTD/, 'TWD'],
  [/港[元币纸]|HK\$|HKD/, 'HKD'],
  [/人民币|RMB|CNY/, 'CNY'],
];

/**
 * Whose 元 a bare 元 is. In simplified script China's; in traditional script Taiwan's, Hong Kong's or China's: the one currency of
 * these that the paragraph names, else unknown. `raw` is the text before it was normalised.
 */
export function settleYuan(quantities: Quantity[], text: string, raw: string): Quantity[] {
  if (raw === text || !quantities.some(isBare) || !isTraditional(text, raw)) return quantities;
  const named = NAMED.filter(([words]) => words.test(text));
  const currency = named.length === 1 ? named[0]![1] : null;
  return currency === 'CNY' ? quantities : quantities.map((q) => (isBare(q) ? { ...q, currency } : q));
}

function isBare({ currency, unit, text }: Quantity): boolean {
  return currency === 'CNY' && unit !== null && /^[元圆块毛角]/.test(unit) && !/人民币|[¥￥A-Za-z]/.test(text);
}

function isTraditional(text: string, raw: string): boolean {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = raw.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff && code !== text.charCodeAt(i) && ++count >= ENOUGH) return true;
  }
  return false;
}
