/** Crashes within this many milliseconds count together. */
const WINDOW = 3 * 60 * 1000;
/** So many restarts within the window; then it stays down. */
const RESTARTS = 4;

/** Decides whether a server that went away is started again, and whether the user hears of it. */
export class CrashCounter {
  #times: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** `first`: nothing has crashed for a while, so that a word is due; later ones in a row stay in the log. */
  crashed(): { readonly restart: boolean; readonly first: boolean } {
    const now = this.now();
    this.#times = this.#times.filter((time) => now - time < WINDOW);
    this.#times.push(now);
    return { restart: this.#times.length <= RESTARTS, first: this.#times.length === 1 };
  }

  /** The user started it again by hand. */
  reset(): void {
    this.#times = [];
  }
}
