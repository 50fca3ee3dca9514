import type { Candidate } from '../candidates.ts';
import type { SpeechHints } from '../extract/speech/index.ts';
import { resolveTime } from '../extract/time/index.ts';
import { evidenceOf } from '../model/evidence.ts';
import type { Block } from '../text/blocks.ts';
import { type Context, ContextReader, isUntold, standingOf } from './context.ts';
import { horizonOf } from './horizon.ts';
import { identity } from './identity.ts';
import { type Accepted, type Judge, withoutOverlap } from './judge.ts';
import type { Local } from './local.ts';
import type { LocalClaim, LocalQuantity, ParagraphResult } from './paragraphResult.ts';

export interface Settling {
  readonly blocks: readonly Block[];
  readonly locals: readonly Local[];
  readonly date: string | null;
  readonly hints: SpeechHints;
  readonly judge: Judge;
  readonly genre: Int32Array;
  /** The result before of the block at an index, if it may be taken over. */
  readonly known: ((index: number) => ParagraphResult | undefined) | undefined;
  /** The first result before, for what an article's paragraphs share. */
  readonly before: ParagraphResult | undefined;
}

/** The article's pass: cheap for paragraphs whose basis stayed. */
export function settle(s: Settling): ParagraphResult[] {
  const terms = new Set<string>();
  const reader = new ContextReader(s.blocks, s.locals, s.hints, s.before?.context.before);
  const basis = `${s.date ?? ''}|${s.genre.join(',')}`;
  const results: ParagraphResult[] = [];
  for (let i = 0; i < s.blocks.length; i++) {
    const block = s.blocks[i]!;
    const local = s.locals[i]!;
    const { once } = local;
    const seen = once.length === 0 ? NOTHING : once.filter((term) => terms.has(term));
    const own = seen.length === 0 ? basis : `${basis}|${seen.join(',')}`;
    for (const term of once) terms.add(term);
    const old = s.known?.(i);
    const context = reader.next(i, old);
    if (old !== undefined && old.local === local && old.context === context && old.basis === own) {
      results.push(old.block === block ? old : { ...old, block });
    } else results.push(judged(s, i, local, context, seen, own));
  }
  return results;
}

const NOTHING: readonly string[] = [];

/** Never added to: no candidate of the paragraph has a term. */
const NO_TERMS = new Set<string>();

function judged(s: Settling, index: number, local: Local, context: Context, seen: readonly string[], basis: string): ParagraphResult {
  const p = local.paragraph;
  const accepted: Accepted[] = [];
  const once = local.once.length === 0 ? NO_TERMS : new Set(seen);
  for (const candidate of local.candidates) {
    const { found } = candidate;
    if (found.once !== undefined && once.has(found.once)) continue;
    if (found.untold && !isUntold(context, candidate.start)) continue;
    const margin = found.sure ? 9 : s.judge.margin(candidate, standingOf(candidate, local, context));
    if (margin < 0) continue;
    if (found.once !== undefined) once.add(found.once);
    accepted.push({ candidate, margin });
  }
  const claims = withoutOverlap(accepted).map(({ candidate }) => claimOf(s, local, context, candidate));
  const quantities: LocalQuantity[] = [];
  for (let i = 0; i < p.quantities.length; i++) {
    const { start, end, text, min, max, approx, kind, unit, currency } = p.quantities[i]!;
    quantities.push({ start, end, text, min, max, approx, kind, unit, currency, source: context.sources[i]?.source ?? null });
  }
  return { block: s.blocks[index]!, local, context, claims, quantities, quotes: context.speech.quotes, basis };
}

function claimOf(s: Settling, local: Local, context: Context, candidate: Candidate): LocalClaim {
  const p = local.paragraph;
  const { code, start, end, found } = candidate;
  const time = found.time === undefined ? undefined : p.times[found.time];
  return {
    id: identity(code, p.text, start, end),
    code,
    start,
    end,
    speaker: context.speech.speakerOf({ start, end }),
    ...(code === 'prediction' && { horizon: horizonOf(p, candidate.clause, s.date) }),
    ...(code === 'relative-date' && { resolved: time && s.date ? resolveTime(time.value, s.date) : null }),
    ...(found.quantity && { quantity: found.quantity }),
    ...(found.detail && { detail: found.detail }),
    evidence: evidenceOf(p, candidate),
  };
}
