import { clauseFeatures } from './model/clauseFeatures.ts';
import { FeatureList, mix, named } from './model/features.ts';
import { CLAUSE_CODES, CLAUSE_WIDTH, type Model } from './model/model.ts';
import { phraseFeatures } from './model/phraseFeatures.ts';
import { clauseSignals } from './model/signals.ts';
import { wordFeatures } from './model/wordFeatures.ts';
import type { Paragraph } from './paragraph.ts';
import { codeNumber, RULES } from './rules/index.ts';
import { type Found, isClauseRule } from './rules/rule.ts';
import { CODES, type Code, type Span } from './types.ts';

/** A span that may be a claim, with what its own paragraph says for it. The article has the last word. */
export interface Candidate extends Span {
  readonly code: Code;
  /** Sum of the weights of the paragraph's features. */
  readonly score: number;
  readonly found: Found;
  /** Clause number, for clause rules. */
  readonly clause: number;
  /** Only while training. */
  readonly features?: Int32Array;
}

/** So near its threshold a candidate is worth asking the segmenter, which is slow, about. */
const DOUBT = 0.25;

const CLAUSE_RULES = RULES.filter(isClauseRule);
const PHRASE_RULES = RULES.filter((rule) => !isClauseRule(rule)) as Exclude<(typeof RULES)[number], { gate: unknown }>[];
const CLAUSE_PLACES = CLAUSE_RULES.map((rule) => CLAUSE_CODES.indexOf(rule.code as never));
const CLAUSE_NUMBERS = CLAUSE_RULES.map((rule) => codeNumber(rule.code));
const CLAUSE_FOUND: Found = { cue: '' };

const scratch = new FeatureList();
const scores = new Float64Array(CLAUSE_WIDTH);

const EXTRA = named('extra');
const EMPTY = named('');

/**
 * Everything in a paragraph that may be a claim; `floors` are the scores by code below which nothing can. With `keep`, nothing is
 * dropped and features are kept for training.
 */
export function findCandidates(p: Paragraph, model: Model, floors: Float64Array, off: ReadonlySet<Code>, keep = false): Candidate[] {
  const out: Candidate[] = [];
  const signals = clauseSignals(p);
  for (let index = 0; index < p.clauses.length; index++) {
    let scored = false;
    let features: Int32Array | undefined;
    for (let r = 0; r < CLAUSE_RULES.length; r++) {
      const rule = CLAUSE_RULES[r]!;
      if (off.has(rule.code)) continue;
      if (!scored) {
        scratch.clear();
        clauseFeatures(p, signals, index, scratch);
        model.scoreClause(scratch, scores);
        if (keep) features = scratch.copy();
        scored = true;
      }
      const score = scores[CLAUSE_PLACES[r]!]!;
      if (!keep && score < floors[CLAUSE_NUMBERS[r]!]!) continue;
      const span = rule.gate(p, index);
      if (span === null) continue;
      const candidate = { code: rule.code, start: span.start, end: span.end, score, found: CLAUSE_FOUND, clause: index };
      out.push(features === undefined ? candidate : { ...candidate, features });
    }
  }
  for (const rule of PHRASE_RULES) {
    if (off.has(rule.code)) continue;
    const code = CODES.indexOf(rule.code);
    const doubt = model.threshold(code);
    const floor = floors[code]!;
    rule.propose(p, (start, end, found) => {
      // What is sure is never asked about: nothing to weigh.
      if (found.sure && !keep) {
        out.push({ code: rule.code, start, end, score: 0, found, clause: -1 });
        return;
      }
      scratch.clear();
      phraseFeatures(p, signals, start, end, named(found.cue), found.group === undefined ? EMPTY : named(found.group), scratch);
      if (found.features) for (const f of found.features) scratch.add(mix(EXTRA, named(f)));
      let score = keep ? 0 : model.scorePhrase(code, scratch);
      if (rule.words && (keep || Math.abs(score - doubt) < DOUBT)) {
        const known = scratch.length;
        wordFeatures(p, start, end, named(found.cue), scratch);
        if (!keep) score += model.scorePhrase(code, scratch, known);
      }
      // A term counts where it first stands, claim or not.
      if (!keep && score < floor && found.once === undefined) return;
      const candidate = { code: rule.code, start, end, score, found, clause: -1 };
      out.push(keep ? { ...candidate, features: scratch.copy() } : candidate);
    });
  }
  return out;
}
