import { Converter } from 'opencc-js';
import {
  cut,
  edit,
  int,
  PHRASES,
  paragraphAt,
  pick,
  type Random,
  renumbered,
  sentenceAt,
  splice,
  type Traced,
  typed,
} from '../../review/scripts.ts';

type Edit = (now: Traced, next: Random) => Traced;

/** What becomes of articles while no editor watches, by kind. */
export const EDIT_KINDS: Readonly<Record<string, Edit>> = {
  'text typed in': (now, next) => times(1 + int(next, 6), now, (it) => splice(it, at(it, next), null, typed(pick(next, PHRASES)))),
  'sentences rewritten': (now, next) =>
    times(1 + int(next, 6), now, (it) => {
      const { start, end } = sentenceAt(it.text, at(it, next));
      return splice(it, start, end, typed(pick(next, PHRASES) + pick(next, PHRASES)));
    }),
  'sentences deleted': (now, next) =>
    times(1 + int(next, 6), now, (it) => {
      const { start, end } = sentenceAt(it.text, at(it, next));
      return splice(it, start, end, typed(''));
    }),
  'characters changed': (now, next) =>
    times(5 + int(next, 30), now, (it) => {
      const from = at(it, next);
      return splice(it, from, Math.min(it.text.length, from + 1), typed(pick(next, ['', '了', '2', '不', '，', '大概'])));
    }),
  'paragraphs moved': (now, next) =>
    times(1 + int(next, 4), now, (it) => {
      const [piece, rest] = cut(it, paragraphAt(it.text, at(it, next)));
      return splice(rest, paragraphAt(rest.text, at(rest, next)).start, null, piece);
    }),
  'paragraphs doubled': (now, next) =>
    times(1 + int(next, 3), now, (it) => {
      const { start, end } = paragraphAt(it.text, at(it, next));
      const copy = { text: it.text.slice(start, end), from: it.from.slice(start, end) };
      return splice(it, paragraphAt(it.text, at(it, next)).start, null, copy);
    }),
  'paragraphs doubled, one with other numbers': (now, next) => {
    const { start, end } = paragraphAt(now.text, at(now, next));
    return splice(now, paragraphAt(now.text, at(now, next)).start, null, renumbered(now, start, end, next));
  },
  'a word found and replaced': (now, next) => times(1 + int(next, 3), now, (it) => replaced(it, next)),
  'simplified → traditional': (now) => mapped(now, toTraditional),
  'traditional → simplified': (now) => mapped(now, toSimplified),
  'punctuation made half-width': (now) => mapped(now, (unit) => HALF.get(unit) ?? unit),
  'quotation marks changed': (now) => mapped(now, (unit) => CORNER.get(unit) ?? unit),
  'spaces between Chinese and Latin': (now) => spaced(now),
  'line breaks made those of Windows': (now) => mapped(now, (unit) => (unit === '\n' ? '\r\n' : unit)),
  'all of it together': (now, next) => times(1 + int(next, 8), now, (it) => edit(it, next)),
};

/** What the article is before the edit, where that is not what it was written as. */
export const BEFORE: Readonly<Record<string, (text: string) => string>> = {
  'traditional → simplified': (text) => Array.from(text, toTraditional).join(''),
};

const at = ({ text }: Traced, next: Random) => int(next, text.length + 1);

function times(count: number, now: Traced, change: (now: Traced) => Traced): Traced {
  for (let i = 0; i < count; i++) now = change(now);
  return now;
}

/** Every occurrence of two or three characters that stand somewhere becomes something else. */
function replaced(now: Traced, next: Random): Traced {
  const words = now.text.match(/[\u4e00-\u9fff]{2,3}/g);
  if (!words) return now;
  const word = pick(next, words);
  const other = pick(next, ['某某', '本公司', '乙', '市场参与者']);
  let made: Traced = { text: '', from: [] };
  let last = 0;
  for (let found = now.text.indexOf(word); found >= 0; found = now.text.indexOf(word, last)) {
    made = joined(made, part(now, last, found), typed(other));
    last = found + word.length;
  }
  return joined(made, part(now, last, now.text.length));
}

const part = ({ text, from }: Traced, start: number, end: number): Traced => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
});
const joined = (...parts: Traced[]): Traced => ({ text: parts.map(({ text }) => text).join(''), from: parts.flatMap(({ from }) => from) });

/** Unit by unit: what a unit becomes stands for it, what is added was typed. */
function mapped({ text, from }: Traced, change: (unit: string) => string): Traced {
  const units = text.split('').map(change);
  return { text: units.join(''), from: units.flatMap((unit, i) => [...Array(Math.max(0, unit.length - 1)).fill(-1), from[i]!]) };
}

const perUnit = (convert: (text: string) => string) => {
  const known = new Map<string, string>();
  return (unit: string): string => {
    let made = known.get(unit);
    if (made === undefined) {
      made = convert(unit);
      // Word for word, some become two; a text of one of them is what is meant here.
      known.set(unit, made.length === unit.length ? made : unit);
    }
    return known.get(unit)!;
  };
};
const toTraditional = perUnit(Converter({ from: 'cn', to: 't' }));
const toSimplified = perUnit(Converter({ from: 't', to: 'cn' }));

const HALF = new Map([...'，。；：！？（）'].map((wide, i) => [wide, [...',.;:!?()'][i]!]));
const CORNER = new Map([...'“”‘’'].map((curly, i) => [curly, [...'「」『』'][i]!]));

function spaced(now: Traced): Traced {
  const made: Traced[] = [];
  let last = 0;
  for (const { index } of now.text.matchAll(/(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])/g)) {
    made.push(part(now, last, index), typed(' '));
    last = index;
  }
  return joined(...made, part(now, last, now.text.length));
}
