/** Lists that live on over edits: found by halving, and put together from what stays and what is new. */

/** The first place in an ascending list whose value is at least `value`. */
export function atOrAfter(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of a list that are each taken once: finds the next free one without walking over those that are taken. */
export class FreePlaces {
  private readonly next: Int32Array;

  constructor(length: number) {
    this.next = Int32Array.from({ length: length + 1 }, (_, i) => i);
  }

  /** The first free place at or after one; the list's length where there is none. */
  from(place: number): number {
    const { next } = this;
    let at = place;
    while (next[at] !== at) {
      next[at] = next[next[at]!]!;
      at = next[at]!;
    }
    return at;
  }

  take(place: number): void {
    this.next[place] = place + 1;
  }
}

/** The first `head` and the last `tail` of a list, with others between. */
export function joined<T>(old: readonly T[], head: number, tail: number, middle: readonly T[]): T[] {
  const out = old.slice(0, head);
  for (let i = 0; i < middle.length; i++) out.push(middle[i]!);
  for (let i = old.length - tail; i < old.length; i++) out.push(old[i]!);
  return out;
}
