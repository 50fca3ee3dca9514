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

/** The first `head` and the last `tail` of a list, with others between. */
export function joined<T>(old: readonly T[], head: number, tail: number, middle: readonly T[]): T[] {
  const out = old.slice(0, head);
  for (let i = 0; i < middle.length; i++) out.push(middle[i]!);
  for (let i = old.length - tail; i < old.length; i++) out.push(old[i]!);
  return out;
}
