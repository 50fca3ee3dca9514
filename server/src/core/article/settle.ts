import type { Candidate } from '../candidates.ts';
import { resolveTime } from '../extract/time/index.ts';
import { evidenceOf } from '../model/evidence.ts';
import type { Block } from '../text/blocks.ts';
import type { Standing } from './genre.ts';
import { horizonOf } from './horizon.ts';
import { identity } from './identity.ts';
import { type Accepted, type Judge, withoutOverlap } from './judge.ts';
import type { Local } from './local.ts';
import type { LocalClaim, ParagraphResult } from './paragraphResult.ts';

export interface Settling {
  readonly blocks: readonly Block[];
  readonly locals: readonly Local[];
  readonly date: string | null;
  readonly judge: Judge;
  readonly genre: Int32Array;
  /** The result before of the block at an index, if it may be taken over. */
  readonly known: ((index: number) => ParagraphResult | undefined) | undefined;
}

/** The article's pass: cheap for paragraphs whose basis stayed. */
export function settle(s: Settling): ParagraphResult[] {
  const terms = new Set<string>();
  const standing = standings(s.blocks, s.locals);
  const basis = `${s.date ?? ''}|${s.genre.join(',')}`;
  return s.blocks.map((block, i) => {
    const local = s.locals[i]!;
    const seen = local.candidates.filter((c) => c.found.once !== undefined && terms.has(c.found.once)).map((c) => c.found.once!);
    const own = `${basis}|${i === 0}|${seen.join(',')}`;
    for (const c of local.candidates) if (c.found.once !== undefined) terms.add(c.found.once);
    const old = s.known?.(i);
    if (old && old.local === local && old.basis === own) return old.block === block ? old : { ...old, block };
    return judged(s, standing, block, local, new Set(seen), own, i);
  });
}

function judged(
  s: Settling,
  standing: StandingOf,
  block: Block,
  local: Local,
  seen: ReadonlySet<string>,
  basis: string,
  index: number,
): ParagraphResult {
  const p = local.paragraph;
  const accepted: Accepted[] = [];
  const once = new Set(seen);
  for (const candidate of local.candidates) {
    const { found } = candidate;
    if (found.once !== undefined && once.has(found.once)) continue;
    const margin = found.sure ? 9 : s.judge.margin(candidate, standing(index, candidate));
    if (margin < 0) continue;
    if (found.once !== undefined) once.add(found.once);
    accepted.push({ candidate, margin });
  }
  const claims = withoutOverlap(accepted).map(({ candidate: c }): LocalClaim => {
    const { code, start, end, found } = c;
    const time = found.time === undefined ? undefined : p.times[found.time];
    return {
      id: identity(code, p.text, start, end),
      code,
      start,
      end,
      speaker: null,
      ...(code === 'prediction' && { horizon: horizonOf(p, c.clause, s.date) }),
      ...(code === 'relative-date' && { resolved: time && s.date ? resolveTime(time.value, s.date) : null }),
      ...(found.quantity && { quantity: found.quantity }),
      ...(found.detail && { detail: found.detail }),
      evidence: evidenceOf(p, c),
    };
  });
  const quantities = p.quantities.map((q) => ({ ...q, source: null }));
  return { block, local, claims, quantities, quotes: [], basis };
}

export type StandingOf = (paragraph: number, candidate: Candidate) => Standing;

/** Where candidates stand in their article. */
export function standings(_blocks: readonly Block[], _locals: readonly Local[]): StandingOf {
  return (paragraph) => ({ spoken: false, quoted: false, asked: false, title: paragraph === 0, source: null });
}
