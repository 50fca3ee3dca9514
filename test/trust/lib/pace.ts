/** How much longer than plain prose of its size anything may take. */
export const FACTOR = 50;

/**
 * Says of a task on a text whether it hangs: whether it takes more than `FACTOR` times what plain prose of that size takes.
 * Only the quickest of several runs counts, since what else runs on the machine only ever adds to it.
 */
export class Pace {
  /** The worst factor met since it was last told. */
  #worst = 0;
  readonly #sizes: { readonly size: number; readonly ms: number }[];

  /** @param plain makes prose of a size; `task` is measured on it */
  constructor(task: (text: string) => void, plain: (size: number) => string, sizes: readonly number[], rounds = 6) {
    for (const size of sizes) for (let i = 0; i < rounds; i++) task(plain(size));
    this.#sizes = sizes.map((size) => {
      const text = plain(size);
      const times = Array.from({ length: rounds }, () => timed(() => task(text))).sort((a, b) => a - b);
      return { size, ms: times[Math.floor(rounds / 2)]! };
    });
  }

  /** What plain prose of that size takes, in milliseconds; a text shorter than the smallest measured counts as that. */
  plain(size: number): number {
    const { size: least, ms } = this.#sizes[0]!;
    if (size <= least) return ms;
    const above = this.#sizes.findIndex((one) => one.size >= size);
    if (above < 0) {
      const last = this.#sizes.at(-1)!;
      return (last.ms * size) / last.size;
    }
    const low = this.#sizes[above - 1]!;
    const high = this.#sizes[above]!;
    return low.ms + ((high.ms - low.ms) * (size - low.size)) / (high.size - low.size);
  }

  /** Throws where it hangs. `took` is how long it has taken once already. */
  check(size: number, took: number, again: () => void): void {
    const plain = this.plain(size);
    let best = took;
    // Again where it would be the worst so far: a first time may have been no fault of the text's.
    for (let i = 0; i < 4 && best > plain * Math.max(FACTOR / 10, this.#worst); i++) best = Math.min(best, timed(again));
    this.#worst = Math.max(this.#worst, best / plain);
    if (best > plain * FACTOR) throw new Error(`${best.toFixed(1)} ms, ${(best / plain).toFixed(0)} times as long as plain prose`);
  }

  /** The worst since it was last told, for a row's figures. */
  tell(): string {
    const said = `slowest ${this.#worst.toFixed(1)} times plain prose of its size (at least ${this.#sizes[0]!.size})`;
    this.#worst = 0;
    return said;
  }
}

export function timed(task: () => void): number {
  const started = performance.now();
  task();
  return performance.now() - started;
}
