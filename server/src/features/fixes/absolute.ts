import { t } from '../messages.ts';
import { toSimplified } from './script.ts';
import { soften } from './soften.ts';
import { type Fix, type FixContext, isQuoted } from './types.ts';

/** Half-width punctuation with the full-width that the tables know. */
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', '!': '！', ':': '：' };

/** Says an absolute with measure. */
export function softenFix(input: FixContext): Fix[] {
  const { text, claim, locale, write } = input;
  const from = text.lastIndexOf('\n', claim.start - 1) + 1;
  const newline = text.indexOf('\n', claim.end);
  const line = text.slice(from, newline < 0 ? text.length : newline).replace(/\r$/, '');
  const known = toSimplified(line).replace(/(?<=[\u4e00-\u9fff”」])[,;!:]/g, (mark) => WIDE[mark]!);
  const soft = soften(known, claim.start - from, claim.end - from);
  if (soft === null) return [];
  const edit = { start: from + soft.start, end: from + soft.end, text: write(soft.text) };
  // 大多是是 and the like: the word before or behind is said already.
  const old = text.slice(edit.start, edit.end);
  const quoted = isQuoted(input);
  const title = t(locale, quoted ? 'fix.softenQuoted' : 'fix.soften', { old, new: edit.text });
  return [{ key: 'soften', title, edits: [edit], ...(quoted ? {} : { complete: true as const }) }];
}
