import { codeAt } from '../text/characters.ts';
import { isArabic, isLetter } from './quantity/characters.ts';
import { WordTable } from './quantity/words.ts';

/** Index families by the words before the number, with the numbers their indices have: any other number there is a number. */
const FAMILIES = new WordTable<readonly number[]>([
  ['标普', [400, 500, 600, 1500]],
  ['沪深', [300]],
  ['中证', [200, 500, 700, 800, 1000, 2000]],
  ['上证', [50, 180, 380]],
  ['深证', [50, 100, 300]],
  ['国证', [300, 1000, 2000]],
  ['科创', [50, 100, 200]],
  ['创业板', [50, 200]],
  ['双创', [50]],
  ['北证', [50]],
  ['富时', [50, 100, 250]],
  ['罗素', [1000, 2000, 3000]],
  ['日经', [225]],
  ['纳斯达克', [100]],
  ['纳指', [100]],
  ['斯托克', [50, 600]],
  ['斯托克斯', [50, 600]],
]);

const LONGEST = 4;

/** Where the number of an index's name ends that begins at `i` and is followed by a word of time (`沪深300年初`); `i` for none. */
export function indexNumberEnd(text: string, i: number): number {
  if (codeAt(text, i - 1) < 0x4e00) return i;
  let end = i;
  while (end - i < 5 && isArabic(text, end)) end++;
  const c = text[end];
  if ((c !== '年' && c !== '月' && c !== '日') || end - i < 2) return i;
  const family = FAMILIES.before(text, i, Math.max(0, i - LONGEST));
  return family?.value.includes(Number(text.slice(i, end))) ? end : i;
}

/** Whether the digits before `i` end a name, as an index's (沪深300, A500) or a product's (GPT-5), so that 年底 behind them is no count of years. */
export function endsName(text: string, i: number): boolean {
  let start = i;
  while (i - start < 5 && isArabic(text, start - 1)) start--;
  if (start === i) return false;
  if (indexNumberEnd(text, start) === i) return true;
  const letter = text[start - 1] === '-' ? start - 2 : start - 1;
  if (!isLetter(text, letter) || (text[letter] === 'Y' && text[letter - 1] === 'F')) return false;
  // AI2024年底: a year of its own
  return i - start !== 4 || !(text[start] === '1' || text[start] === '2');
}
