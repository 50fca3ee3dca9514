import { CharacterSet } from '../../text/characterSet.ts';
import { codeAt } from '../../text/characters.ts';

/** A word with what it stands for. */
export interface Word<T> {
  readonly word: string;
  readonly value: T;
}

/** Longest-match look-up in a fixed list, by first or by last character; no allocation per look-up. */
export class WordTable<T> {
  private readonly byFirst = new Map<number, Word<T>[]>();
  private readonly byLast = new Map<number, Word<T>[]>();
  /** Most places of a text are passed at the cost of one look. */
  private readonly first: CharacterSet;

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      push(this.byFirst, word.charCodeAt(0), { word, value });
      push(this.byLast, word.charCodeAt(word.length - 1), { word, value });
    }
    this.first = new CharacterSet(this.byFirst.keys());
    const longestFirst = (a: Word<T>, b: Word<T>) => b.word.length - a.word.length;
    for (const list of this.byFirst.values()) list.sort(longestFirst);
    for (const list of this.byLast.values()) list.sort(longestFirst);
  }

  /** The longest entry that starts at `i`, or null. */
  at(text: string, i: number): Word<T> | null {
    const first = codeAt(text, i);
    if (!this.first.has(first)) return null;
    const list = this.byFirst.get(first);
    if (list !== undefined) for (const entry of list) if (standsAt(text, entry.word, i)) return entry;
    return null;
  }

  /** The longest entry that ends at `end` and begins no earlier than `floor`, or null. */
  before(text: string, end: number, floor: number): Word<T> | null {
    const list = end > floor ? this.byLast.get(text.charCodeAt(end - 1)) : undefined;
    if (list !== undefined) {
      for (const entry of list) {
        const start = end - entry.word.length;
        if (start >= floor && standsAt(text, entry.word, start)) return entry;
      }
    }
    return null;
  }

  /** The first characters of all entries, for class tables. */
  firstCharacters(): Iterable<number> {
    return this.byFirst.keys();
  }
}

/** `text.startsWith(word, i)`, several times as fast on short words. */
function standsAt(text: string, word: string, i: number): boolean {
  // The last character first: in a bucket the first one is the same.
  if (i + word.length > text.length) return false;
  for (let k = word.length - 1; k >= 0; k--) if (text.charCodeAt(i + k) !== word.charCodeAt(k)) return false;
  return true;
}

function push<T>(map: Map<number, Word<T>[]>, key: number, entry: Word<T>): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

/** A list written as words parted by spaces, all with the same value. */
export function words<T>(list: string, value: T): [string, T][] {
  return list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [word, value]);
}
