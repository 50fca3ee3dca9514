import type { Quantity } from '../../types.ts';

/** Digits in groups of three: `10,000,000`, `1,234.5`. */
export function groupDigits(value: number): string {
  const [whole, fraction] = plain(value).split('.') as [string, string | undefined];
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = sign === '' ? whole : whole.slice(1);
  let out = '';
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) out += ',';
    out += digits[i];
  }
  return fraction === undefined ? sign + out : `${sign}${out}.${fraction}`;
}

/** Decimal notation without exponent, at most six decimals. */
function plain(value: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(Math.min(Math.abs(value), Number.MAX_VALUE)).toString();
  return String(Number(value.toFixed(6))).includes('e') ? value.toFixed(6).replace(/\.?0+$/, '') : String(Number(value.toFixed(6)));
}

/**
 * A quantity's value for a hover: `一千万` → `10,000,000`, `200万-300万` → `2,000,000–3,000,000`, `三成五` → `35%`,
 * `25个BP` → `0.25 pp`, `五六倍` → `5–6×`. Units other than these are not repeated.
 */
export function explainNumber(q: Quantity): string {
  const value = q.min === q.max ? groupDigits(q.min) : `${groupDigits(q.min)}–${groupDigits(q.max)}`;
  const suffix = q.kind === 'percent' ? '%' : q.kind === 'percentagePoint' ? ' pp' : q.kind === 'multiple' ? '×' : '';
  return value + suffix;
}
