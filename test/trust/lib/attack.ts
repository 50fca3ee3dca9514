import { Random } from './random.ts';

/** What docs/reliability.md sorts attacks under, in its order. */
export const TOPICS = {
  text: 'Any text',
  protocol: 'Protocol abuse',
  review: 'Faults around the review files',
  anchors: 'Anchoring',
  workspace: 'Hostile workspaces',
  life: 'Long life',
  supply: 'Supply chain',
} as const;
export type Topic = keyof typeof TOPICS;

/** What a file in `test/trust/attacks` exports as `attack`; the file's name is the attack's. */
export interface Attack {
  readonly topic: Topic;
  /** Minutes after which the long form has hung; 30 where nothing is said. */
  readonly limit?: number;
  /** Carries it out. What it throws counts as one loss of its own: the attack did not come to its end. */
  run(trial: Trial): Promise<void> | void;
}

/** One line of the table: what was tried, how often, and what was lost. */
export interface Row {
  readonly what: string;
  readonly tried: number;
  readonly lost: number;
  /** Figures beside: times, sizes, shares. */
  readonly notes: string[];
  /** The first losses, for whoever mends them. */
  readonly examples: string[];
}

/** Thrown where this machine lacks what an attack needs. */
export class Unavailable extends Error {}

const EXAMPLES = 5;

/** One row in the making. */
export class Tally {
  tried = 0;
  lost = 0;
  readonly notes: string[] = [];
  readonly examples: string[] = [];

  constructor(readonly what: string) {}

  /** One try, or several at once: whatever it throws is a loss. Answers whether it held. */
  async hold(task: () => unknown, times = 1): Promise<boolean> {
    this.tried += times;
    try {
      await task();
      return true;
    } catch (error) {
      this.lose(error);
      return false;
    }
  }

  /** The same without a promise, for what is tried a million times. `about` says what was tried, only where it failed. */
  holdNow(task: () => void, about: () => string): boolean {
    this.tried++;
    try {
      task();
      return true;
    } catch (error) {
      this.lose(`${about()}: ${said(error)}`);
      return false;
    }
  }

  lose(reason: unknown): void {
    this.lost++;
    if (this.examples.length >= EXAMPLES) return;
    this.examples.push(said(reason).slice(0, 2000));
  }

  note(text: string): void {
    this.notes.push(text);
  }
}

/** An error with where it was thrown, without the sources that a loader puts there. */
function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? error.message).split('\n');
  return lines
    .filter((line) => !line.includes('data:text/javascript'))
    .slice(0, 12)
    .join('\n');
}

export interface TrialOptions {
  readonly long: boolean;
  readonly seed: number;
  /** How much of the long form: 1 is all. */
  readonly share: number;
  /** After so many minutes one series of tries is over, done or not; what was tried is counted. */
  readonly minutes: number;
}

/** What an attack is given: how much to do, chance that can be repeated, and rows to count in. */
export class Trial {
  readonly long: boolean;
  readonly seed: number;
  readonly random: Random;
  readonly #share: number;
  readonly #minutes: number;
  readonly #rows: Tally[] = [];

  constructor({ long, seed, share, minutes }: TrialOptions) {
    this.long = long;
    this.seed = seed;
    this.random = new Random(seed);
    this.#share = long ? share : 1;
    this.#minutes = minutes;
  }

  /** How often: in the short form, which every `npm test` runs, and in the long one. */
  count(short: number, long: number): number {
    return Math.max(1, Math.round(this.long ? long * this.#share : short));
  }

  /** Counts so often, from 0: a series of tries, which ends early where its time is up. */
  *times(short: number, long: number): Generator<number> {
    const end = Date.now() + this.#minutes * 60_000;
    const count = this.count(short, long);
    for (let i = 0; i < count && Date.now() < end; i++) yield i;
  }

  row(what: string): Tally {
    const row = new Tally(what);
    this.#rows.push(row);
    return row;
  }

  rows(): Row[] {
    return this.#rows.map(({ what, tried, lost, notes, examples }) => ({ what, tried, lost, notes, examples }));
  }
}

/** Runs an attack to its end. */
export async function carryOut(attack: Attack, options: TrialOptions): Promise<Row[]> {
  const trial = new Trial(options);
  try {
    await attack.run(trial);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    const broken = trial.row('the attack came to its end');
    broken.tried = 1;
    broken.lose(error);
  }
  return trial.rows();
}
