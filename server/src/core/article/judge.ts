import type { Candidate } from '../candidates.ts';
import { FeatureList } from '../model/features.ts';
import { CLAUSE_CODES, CLAUSE_WIDTH, type Model } from '../model/model.ts';
import { codeNumber, RULES } from '../rules/index.ts';
import { isClauseRule } from '../rules/rule.ts';
import { CODES, type Code } from '../types.ts';
import { type Standing, standingFeatures, standingKey } from './genre.ts';

const IS_CLAUSE = CODES.map((code) => RULES.some((rule) => rule.code === code && isClauseRule(rule)));

const PLACE = CODES.map((code) => CLAUSE_CODES.indexOf(code as never));
const scratch = new FeatureList();
const clause = new Float64Array(CLAUSE_WIDTH);

/** Adds the article's part to candidates' scores: the genre, and where in the article they stand. */
export class Judge {
  /** By standing and code; most articles have few of either. */
  private readonly remembered = new Map<number, number>();
  private readonly model: Model;
  private readonly genre: Int32Array;

  constructor(model: Model, genre: Int32Array) {
    this.model = model;
    this.genre = genre;
  }

  /** Whether it judges by this genre. */
  judges(genre: Int32Array): boolean {
    return genre.length === this.genre.length && genre.every((feature, i) => feature === this.genre[i]);
  }

  /** Features that the article adds to a candidate's own; for training. */
  features(standing: Standing): Int32Array {
    return Int32Array.from([...this.genre, ...standingFeatures(standing)]);
  }

  /** How far a candidate is above its code's threshold; a claim from 0 on. */
  margin(candidate: Candidate, standing: Standing): number {
    const code = codeNumber(candidate.code);
    return candidate.score + this.lift(standing, code) - this.model.threshold(code);
  }

  private lift(standing: Standing, code: number): number {
    const key = standingKey(standing) * CODES.length + code;
    let lift = this.remembered.get(key);
    if (lift === undefined) {
      scratch.clear();
      for (const f of this.genre) scratch.add(f);
      for (const f of standingFeatures(standing)) scratch.add(f);
      if (IS_CLAUSE[code]) {
        this.model.scoreClause(scratch, clause);
        lift = clause[PLACE[code]!]!;
      } else lift = this.model.scorePhrase(code, scratch);
      this.remembered.set(key, lift);
    }
    return lift;
  }
}

export interface Accepted {
  readonly candidate: Candidate;
  readonly margin: number;
}

/** One unnamed person is one of these, never both. */
const EXCLUSIVE: Partial<Record<Code, Code>> = { 'vague-attribution': 'anonymous-example', 'anonymous-example': 'vague-attribution' };

/** Of candidates that overlap within a code, the best; in the order of the text. */
export function withoutOverlap(accepted: Accepted[]): Accepted[] {
  if (accepted.length < 2) return accepted;
  const kept: Accepted[] = [];
  const best = [...accepted].sort(
    (a, b) => b.margin - a.margin || a.candidate.start - b.candidate.start || b.candidate.end - a.candidate.end,
  );
  for (const a of best) {
    const { code, start, end } = a.candidate;
    const clash = kept.some(({ candidate: k }) => (k.code === code || k.code === EXCLUSIVE[code]) && k.start < end && k.end > start);
    if (!clash) kept.push(a);
  }
  return kept.sort((a, b) => a.candidate.start - b.candidate.start || codeNumber(a.candidate.code) - codeNumber(b.candidate.code));
}
