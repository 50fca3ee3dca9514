import { type Amount, readAmount } from './amount.ts';
import { among, isArabic, isHan, roleAt, TEN, tidy } from './characters.ts';

/** `3、400亿`, `2、3个亿`, `十几二十亿`: two numbers said in one breath are a span; null where `left` begins none. */
export function pairAfter(text: string, left: Amount): Amount | null {
  if (left.numeral.several) return tensAfter(text, left);
  if (!neighbours(text, left)) return null;
  const right = readAmount(text, left.end + 1);
  if (right === null || right.fraction || right.min !== right.max) return null;
  // 1、2期, 1、2号: numbers that name things.
  if (right.kind === null ? right.numeral.plainDigits > 0 && right.end === right.numeral.end : right.entry?.loose) return null;
  const last = left.min + 1;
  const first = tidy((right.min / last) * left.min);
  return { ...right, start: left.start, min: first };
}

/** One digit, `、`, and the next digit, which only zeros may follow. */
export function neighbours(text: string, left: Amount): boolean {
  const { start, end } = left;
  if (end - start !== 1 || text[end] !== '、' || !isArabic(text, start) || !isArabic(text, end + 1)) return false;
  if (text.charCodeAt(end + 1) !== text.charCodeAt(start) + 1 || text[start] === '0') return false;
  let k = end + 2;
  while (text[k] === '0') k++;
  if (isArabic(text, k) || among('.,:/、', text, k)) return false;
  // A number of a list, of a figure or a table; 分别为2、3万吨 are two values.
  if (!isHan(text, start - 1) && !among(',', text, start - 1)) return false;
  return !/第|[图表附式注件](?:见)?$|分别/.test(text.slice(Math.max(0, start - 8), start));
}

/** 十几二十, 二十几三十: from some beyond the ten to the next ten. */
function tensAfter(text: string, left: Amount): Amount | null {
  const role = roleAt(text, left.end);
  if (text[left.end - 1] !== '几' || role < 2 || role > TEN || left.end !== left.numeral.end || left.max > 99) return null;
  const right = readAmount(text, left.end);
  if (right === null || right.fraction || right.approx !== 'none') return null;
  const next = left.max + 1;
  const scale = right.min / next;
  if (right.numeral.coefficient !== next || left.max % 10 !== 9) return null;
  return { ...right, start: left.start, min: tidy(left.min * scale) };
}
