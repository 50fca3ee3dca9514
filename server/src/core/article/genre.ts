import { FAR } from '../extract/sources/reach.ts';
import { SOURCE_EVIDENCE, type SourceEvidence } from '../extract/sources/types.ts';
import { bucket, mix, named } from '../model/features.ts';
import type { Traits } from './local.ts';

const T = {
  first: named('d.first'),
  second: named('d.second'),
  questions: named('d.questions'),
  exclamations: named('d.exclamations'),
  sources: named('d.sources'),
  numbers: named('d.numbers'),
  sentence: named('d.sentence'),
  speaker: named('d.speaker'),
  quoted: named('d.quoted'),
  question: named('d.question'),
  title: named('d.title'),
  source: named('d.source'),
  covered: named('d.covered'),
  speakers: named('d.speakers'),
};

/** Steps of a rate: per 10,000 characters or per 100 sentences. */
function step(value: number, steps: readonly number[]): number {
  let passed = 0;
  for (const one of steps) if (value >= one) passed++;
  return passed;
}

/** What all paragraphs tell together; whole numbers, so that a paragraph can be taken out again. */
export type Tally = { -readonly [K in keyof Traits]: number };

export function emptyTally(): Tally {
  return { units: 0, sentences: 0, questions: 0, exclamations: 0, first: 0, second: 0, sources: 0, quantities: 0 };
}

/** Counts a paragraph in, or out with `sign` -1. */
export function count(tally: Tally, traits: Traits, sign: 1 | -1): void {
  tally.units += sign * traits.units;
  tally.sentences += sign * traits.sentences;
  tally.questions += sign * traits.questions;
  tally.exclamations += sign * traits.exclamations;
  tally.first += sign * traits.first;
  tally.second += sign * traits.second;
  tally.sources += sign * traits.sources;
  tally.quantities += sign * traits.quantities;
}

const PEOPLE = [1, 25, 60, 120];
const QUESTIONS = [0.1, 4, 10, 20];
const EXCLAMATIONS = [0.1, 4, 15];
const SOURCES = [1, 20, 50, 100];
const NUMBERS = [1, 40, 100, 180, 260];

/** The article's genre as features: who speaks to whom, how much is asked, shouted, sourced and counted. */
export function genreFeatures(tally: Tally): Int32Array {
  const { questions, exclamations, first, second, sources, quantities } = tally;
  const units = tally.units + 1;
  const sentences = tally.sentences + 1;
  const per = (n: number) => (n * 10_000) / units;
  return Int32Array.of(
    mix(T.first, step(per(first), PEOPLE)),
    mix(T.second, step(per(second), PEOPLE)),
    mix(T.questions, step((questions * 100) / sentences, QUESTIONS)),
    mix(T.exclamations, step((exclamations * 100) / sentences, EXCLAMATIONS)),
    mix(T.sources, step(per(sources), SOURCES)),
    mix(T.numbers, step(per(quantities), NUMBERS)),
    mix(T.sentence, bucket(Math.floor(units / sentences / 4))),
  );
}

/** Where in the article a candidate stands and who says it, as features. */
export interface Standing {
  readonly spoken: boolean;
  readonly quoted: boolean;
  /** In an interviewer's question. */
  readonly asked: boolean;
  /** The article's first block. */
  readonly title: boolean;
  /** Evidence for a quantity's source, or null. */
  readonly source: SourceEvidence | null;
  readonly covered: boolean;
  /** The source leaves nothing to weigh. */
  readonly plain: boolean;
  /** Sentences or paragraphs between a quantity and its source. */
  readonly distance: number;
}

export function standingFeatures(s: Standing): number[] {
  const out = [mix(T.speaker, (s.spoken ? 1 : 0) + (s.quoted ? 2 : 0)), mix(T.title, s.title ? 1 : 0)];
  if (s.asked) out.push(mix(T.question, 1));
  if (s.source !== null)
    out.push(
      mix(T.source, named(s.source)),
      mix(T.covered, (s.covered ? 1 : 0) + 2 * Math.min(s.distance, FAR)),
      mix(mix(T.source, named(s.source)), s.spoken ? 3 : 2),
    );
  return out;
}

/** Everything that an article may say: of each group of features it has one, or none where null is among them. */
export function possibleFeatures(): (number | null)[][] {
  const numbers = (template: number, most: number, least = 0) =>
    Array.from({ length: most - least + 1 }, (_, n) => mix(template, least + n));
  const sources = SOURCE_EVIDENCE.map((evidence) => mix(T.source, named(evidence)));
  return [
    numbers(T.first, PEOPLE.length),
    numbers(T.second, PEOPLE.length),
    numbers(T.questions, QUESTIONS.length),
    numbers(T.exclamations, EXCLAMATIONS.length),
    numbers(T.sources, SOURCES.length),
    numbers(T.numbers, NUMBERS.length),
    numbers(T.sentence, bucket(Number.POSITIVE_INFINITY)),
    numbers(T.speaker, 3),
    numbers(T.title, 1),
    [null, mix(T.question, 1)],
    [null, ...sources],
    [null, ...numbers(T.covered, 2 * FAR + 1, -2 * FAR)],
    [null, ...sources.flatMap((source) => [mix(source, 2), mix(source, 3)])],
  ];
}

/** One number for a standing, to remember its score by. */
export function standingKey(s: Standing): number {
  const bits = (s.spoken ? 1 : 0) + (s.quoted ? 2 : 0) + (s.asked ? 4 : 0) + (s.title ? 8 : 0) + (s.covered ? 16 : 0);
  return bits + 32 * (Math.min(s.distance, FAR) + FAR) + 256 * (s.source === null ? 0 : 1 + SOURCE_EVIDENCE.indexOf(s.source));
}
