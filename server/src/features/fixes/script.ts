import { SIMPLIFIED, TRADITIONAL } from '../../core/text/traditional.generated.ts';
import { CHARACTERS, FORMS, WORD_FORMS, WORDS } from './traditionalForms.generated.ts';

const simplifiedOf = new Map([...TRADITIONAL].map((c, i) => [c, SIMPLIFIED[i]!]));
const formOf = new Map([...CHARACTERS].map((c, i) => [c, FORMS[i]!]));
const wordForms = new Map(WORDS.split(' ').map((word, i) => [word, WORD_FORMS.split(' ')[i]!]));
const anyWord = new RegExp([...wordForms.keys()].join('|'), 'g');

/** The same text in simplified characters, one for one: what the fixes' tables are written in. */
export function toSimplified(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += simplifiedOf.get(text[i]!) ?? text[i];
  return out;
}

/** Words of the fixes and the glossary in traditional characters; other words are left as they are where they are not known. */
export function toTraditional(text: string): string {
  const characters = (part: string) => [...part].map((c) => formOf.get(c) ?? c).join('');
  let out = '';
  let at = 0;
  for (const match of text.matchAll(anyWord)) {
    out += characters(text.slice(at, match.index)) + wordForms.get(match[0]);
    at = match.index + match[0].length;
  }
  return out + characters(text.slice(at));
}

/** Which script a text is in, by characters that are common enough to be in the table; null where none tells. */
export function isTraditional(text: string): boolean | null {
  let traditional = 0;
  let simplified = 0;
  for (const c of text) {
    if (simplifiedOf.has(c)) traditional++;
    else if (formOf.has(c)) simplified++;
  }
  return traditional === simplified ? null : traditional > simplified;
}
