import { bodyAt } from '../../lexicon/bodies.ts';
import { FIGURES } from '../../lexicon/people.ts';
import { among } from '../quantity/characters.ts';
import { isChineseName } from './subject.ts';
import type { Subject } from './types.ts';

/** What joins the two whom 前者 and 后者 mean. */
const JOINTS = '和与跟及、';
const JOINED = new RegExp(`[${JOINTS}]`, 'g');
/** What goes on behind a name: with no word segmenter, it tells a name of two characters from one of three. */
const AFTER = /^(?:[都均也在对就则的各为曾近日同一是有给持于先双分隔此最,、。和与及]|意见|观点|看法|态度|展开|认为|表示|之间|两|$)/;
/** Of these, the ones that hardly end a name. */
const ENDS_NONE = /[都均也在对就则的各曾是有给持于]/;
/** No further back is a pair remembered. */
const MEMORY = 120;

/** The two who were named side by side last before `at`, as subjects; null where nobody was. */
export function pairBefore(text: string, at: number): readonly [Subject, Subject] | null {
  const from = Math.max(0, at - MEMORY);
  const stretch = text.slice(from, at);
  let found: readonly [Subject, Subject] | null = null;
  JOINED.lastIndex = 0;
  for (let m = JOINED.exec(stretch); m !== null; m = JOINED.exec(stretch)) {
    const first = nameBefore(stretch, m.index);
    const second = first === null ? null : nameFrom(stretch, m.index + 1);
    // Three in a row are no pair.
    if (first !== null && second !== null && !among(JOINTS, stretch, m.index + 1 + second.length))
      found = [subject(first), subject(second)];
  }
  return found;
}

function subject(name: string): Subject {
  return { kind: 'name', name, body: bodyAt(name, 0) === name, sure: true };
}

/** The name that fills its clause up to `end`. */
function nameBefore(text: string, end: number): string | null {
  for (let length = 2; length <= 8 && length <= end; length++) {
    const start = end - length;
    if (start > 0 && !/[,。;:!?\s“”而但由]/.test(text[start - 1]!)) continue;
    const name = text.slice(start, end);
    if (isChineseName(name) || FIGURES.has(name) || bodyAt(name, 0) === name) return name;
  }
  return null;
}

function nameFrom(text: string, start: number): string | null {
  const body = bodyAt(text, start);
  if (body !== null) return body;
  // 李四对: no name ends so.
  const lengths = ENDS_NONE.test(text[start + 2] ?? '') ? [2] : [3, 2, 4];
  for (const length of lengths) {
    const name = text.slice(start, start + length);
    if (name.length === length && (isChineseName(name) || FIGURES.has(name)) && AFTER.test(text.slice(start + length, start + length + 2)))
      return name;
  }
  return null;
}
