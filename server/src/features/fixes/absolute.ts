import { t } from '../messages.ts';
import { soften } from './soften.ts';
import { type Fix, type FixInput, isQuoted } from './types.ts';

/** Says an absolute with measure. */
export function softenFix(input: FixInput): Fix[] {
  const { text, claim, locale } = input;
  const from = text.lastIndexOf('\n', claim.start - 1) + 1;
  const newline = text.indexOf('\n', claim.end);
  const line = text.slice(from, newline < 0 ? text.length : newline).replace(/\r$/, '');
  const soft = soften(line, claim.start - from, claim.end - from);
  if (soft === null) return [];
  const edit = { start: from + soft.start, end: from + soft.end, text: soft.text };
  // 大多是是 and the like: the word before or behind is said already.
  const old = text.slice(edit.start, edit.end);
  const quoted = isQuoted(input);
  const title = t(locale, quoted ? 'fix.softenQuoted' : 'fix.soften', { old, new: soft.text });
  return [{ key: 'soften', title, edits: [edit], ...(quoted ? {} : { complete: true as const }) }];
}
