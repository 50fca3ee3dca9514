import type { Candidate } from '../candidates.ts';
import { evidenceOf } from '../model/evidence.ts';
import { indexAt } from '../paragraph.ts';
import { wholeCharacters } from '../text/characters.ts';
import { daysOf } from './comingDay.ts';
import { type Context, isRuledOut, standingOf } from './context.ts';
import { horizonOf } from './horizon.ts';
import { identity } from './identity.ts';
import { type Accepted, type Judge, withoutOverlap } from './judge.ts';
import type { Local } from './local.ts';
import type { LocalClaim, LocalQuantity, ParagraphResult } from './paragraphResult.ts';

/** Never added to: no candidate of the paragraph has a term. */
const NO_TERMS = new Set<string>();
const NONE: readonly LocalClaim[] = [];

/** What an article is judged by as a whole. */
export interface Judging {
  readonly date: string | null;
  readonly judge: Judge;
}

/** A paragraph's claims, quantities and quotations; `seen` are the terms of it that earlier paragraphs have. */
export function judged(s: Judging, local: Local, context: Context, seen: readonly string[]): ParagraphResult {
  const p = local.paragraph;
  const accepted: Accepted[] = [];
  const once = local.once.length === 0 ? NO_TERMS : new Set(seen);
  for (const candidate of local.candidates) {
    const { found } = candidate;
    if (found.once !== undefined && once.has(found.once)) continue;
    const standing = standingOf(candidate, local, context);
    if (isRuledOut(candidate, standing, context)) continue;
    const margin = found.sure ? 9 : s.judge.margin(candidate, standing);
    if (margin < 0) continue;
    if (found.once !== undefined) once.add(found.once);
    accepted.push({ candidate, margin });
  }
  const claims = withoutOverlap(accepted).map(({ candidate }) => claimOf(s, local, context, candidate));
  const unsourced = claims.filter(({ code }) => code === 'unsourced-number');
  const quantities: LocalQuantity[] = [];
  for (let i = 0; i < p.quantities.length; i++) {
    const { start, end, text, min, max, approx, kind, unit, currency } = p.quantities[i]!;
    // What a claim says has no source has none here.
    const asked = unsourced.length > 0 && unsourced.some((c) => c.start <= start && end <= c.end);
    const source = asked ? null : (context.sources[i]?.source ?? null);
    quantities.push({ start, end, text, min, max, approx, kind, unit, currency, source });
  }
  return { local, context, seen, claims: claims.length === 0 ? NONE : claims, quantities, quotes: context.speech.quotes };
}

function claimOf(s: Judging, local: Local, context: Context, candidate: Candidate): LocalClaim {
  const p = local.paragraph;
  const { code, found } = candidate;
  const { start, end } = wholeCharacters(p.text, candidate);
  const time = found.time === undefined ? undefined : p.times[found.time];
  const claim: { -readonly [K in keyof LocalClaim]: LocalClaim[K] } = {
    id: identity(code, p.text, start, end),
    code,
    start,
    end,
    speaker: context.speech.speakerOf({ start, end }),
    evidence: evidenceOf(p, candidate),
  };
  if (code === 'prediction') claim.horizon = horizonOf(p, candidate.clause, s.date);
  if (code === 'relative-date')
    claim.resolved = time && s.date ? daysOf(time, p.text, p.clauses[indexAt(p.clauses, time.start)], s.date) : null;
  if (found.quantity) claim.quantity = found.quantity;
  if (found.detail) claim.detail = found.detail;
  return claim;
}
