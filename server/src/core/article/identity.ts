import { NOTHING_NAMED, named, namedOn } from '../model/features.ts';

const CONTEXT = 12;
const PARTING = '\u0000';

/** A claim's id but for its ordinal: from code, words and neighbourhood, so that it stays while these stay. */
export function identity(code: string, text: string, start: number, end: number): string {
  const own = (number: number) => namedOn(namedOn(number, PARTING, 0, 1), text, start, end);
  const before = namedOn(namedOn(own(named(code)), PARTING, 0, 1), text, Math.max(0, start - CONTEXT), start);
  const after = own(namedOn(NOTHING_NAMED, text, end, Math.min(text.length, end + CONTEXT)));
  const both = namedOn(namedOn(after, PARTING, 0, 1), code, 0, code.length);
  write(before >>> 0, 0);
  write(both >>> 0, DIGITS);
  return String.fromCharCode.apply(null, SIGNS);
}

const DIGITS = 7;
/** Reused from id to id. */
const SIGNS = new Array<number>(2 * DIGITS).fill(0);

/** A number in base 36, with leading zeros. Several times as fast as `toString`, and there is an id for every claim. */
function write(number: number, at: number): void {
  let rest = number;
  for (let i = at + DIGITS - 1; i >= at; i--) {
    const digit = rest % 36;
    SIGNS[i] = digit < 10 ? 48 + digit : 87 + digit;
    rest = (rest - digit) / 36;
  }
}

/** Counts claims that look alike, in the order of the text. */
export class Ordinals {
  private readonly counts = new Map<string, number>();

  /** The number, from 1, of the next claim with this id. */
  next(id: string): number {
    const nth = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, nth);
    return nth;
  }
}

/** The id of the n-th claim, from 1, that looks alike. */
export function numbered(id: string, nth: number): string {
  return nth === 1 ? id : `${id}-${nth}`;
}
