/** An answer, with the day that it was given for. */
export interface Answer<T> {
  readonly day: string;
  readonly result: T;
}

/** The last answer to a question that is asked on behalf of a day. It ages by what changes meanwhile, and overnight. */
export class Kept<T> {
  #last: Answer<T> | undefined;
  #asking: Promise<void> | undefined;
  /** Somebody wants a newer answer than the one that is on its way. */
  #again = false;
  /** Nothing has changed since the last answer was asked for. */
  #fresh = false;

  /** `ask` answers undefined where it cannot; what was known stays then. `today` is `YYYY-MM-DD`. */
  constructor(
    private readonly ask: (day: string) => Promise<T | undefined>,
    private readonly today: () => string,
  ) {}

  get last(): Answer<T> | undefined {
    return this.#last;
  }

  /** It is of another day. */
  get outdated(): boolean {
    return this.#last !== undefined && this.#last.day !== this.today();
  }

  /** What is known, asked for anew where it is old. */
  async current(): Promise<Answer<T> | undefined> {
    if (!this.#last || !this.#fresh || this.outdated) await this.renew();
    return this.#last;
  }

  /** Something changed: whoever wants an answer next gets a new one, also where one to the old state is on its way. */
  age(): void {
    this.#fresh = false;
  }

  /** Asks in any case. */
  renew(): Promise<void> {
    if (this.#asking) this.#again = true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    do {
      this.#again = false;
      this.#fresh = true;
      const day = this.today();
      const result = await this.ask(day);
      if (result === undefined) this.#fresh = false;
      else this.#last = { day, result };
    } while (this.#again);
  }
}
