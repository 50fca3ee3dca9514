import type { SourceReach } from '../extract/sources/index.ts';
import { type Cast, type CastChange, sameState, startState } from '../extract/speech/index.ts';
import { type Context, contextOf } from './context.ts';
import type { Judge } from './judge.ts';
import { judged } from './judged.ts';
import type { Local } from './local.ts';
import type { ParagraphResult } from './paragraphResult.ts';
import { seenBefore, turnedTerms } from './terms.ts';

export interface Settling {
  readonly locals: readonly Local[];
  readonly date: string | null;
  readonly cast: Cast;
  readonly reach: SourceReach;
  readonly judge: Judge;
  /** The state before, where its results may be taken over. */
  readonly before: Before | null;
}

export interface Before {
  readonly locals: readonly Local[];
  readonly results: readonly ParagraphResult[];
  readonly reach: SourceReach;
  /** How many paragraphs at the beginning and at the end stayed. */
  readonly head: number;
  readonly tail: number;
  /** What became of the cast since. */
  readonly change: CastChange | null;
  /** Whether the article's date or genre is another: every claim is judged again. */
  readonly anew: boolean;
}

/** What is to be done with a paragraph that stayed. */
const JUDGE = 1;
/** Its context is looked at, and taken over where it is the same. */
const LOOK = 2;
const READ = 4;

/** The article's pass: from scratch, or over the paragraphs that a change can have reached. Yields as it goes. */
export function* settle(s: Settling): Generator<void, ParagraphResult[]> {
  if (s.before !== null) return yield* settleAgain(s, s.before);
  const { locals, cast } = s;
  const reach = s.reach.all();
  const terms = new Set<string>();
  const results: ParagraphResult[] = [];
  let state = startState(cast);
  for (let index = 0; index < locals.length; index++) {
    const local = locals[index]!;
    const { once } = local;
    const seen = once.length === 0 ? NOTHING : once.filter((term) => terms.has(term));
    for (const term of once) terms.add(term);
    const context = contextOf(local, { cast, before: state, reach: reach[index]!, index });
    state = context.after;
    results.push(judged(s, local, context, seen));
    yield;
  }
  return results;
}

const NOTHING: readonly string[] = [];

function* settleAgain(s: Settling, before: Before): Generator<void, ParagraphResult[]> {
  const { locals, cast } = s;
  const { head, tail, results: old } = before;
  const n = locals.length;
  const last = n - tail;
  const results = old.slice(0, head);
  for (let i = head; i < last; i++) results.push(undefined as never);
  for (let i = old.length - tail; i < old.length; i++) results.push(old[i]!);
  const flags = flagged(s, before, results);
  const { turned } = flags;
  for (let index = 0; index < n; index++) {
    const flag = flags.of[index]!;
    const isNew = index >= head && index < last;
    if (flag === 0 && !isNew) continue;
    const local = locals[index]!;
    const kept: ParagraphResult | undefined = results[index];
    let context: Context | undefined = kept?.context;
    if (context === undefined || flag >= LOOK) {
      const state = index === 0 ? startState(cast) : results[index - 1]!.context.after;
      const around = { cast, before: state, reach: s.reach.at(index), index };
      context = contextOf(local, around, flag & READ ? undefined : context);
    }
    if (kept === undefined || context !== kept.context || flag & JUDGE) {
      const seen = kept === undefined || turned.has(index) ? seenBefore(locals, index) : kept.seen;
      results[index] = judged(s, local, context, seen);
      yield;
    }
    // Who speaks may go on into the next paragraph.
    const next = index + 1 < n ? results[index + 1] : undefined;
    if (next !== undefined && !sameState(next.context.before, context.after)) flags.of[index + 1]! |= LOOK;
  }
  return results;
}

/** Marks the paragraphs that stayed and that a change elsewhere may have reached. */
function flagged(s: Settling, before: Before, results: readonly ParagraphResult[]) {
  const { locals } = s;
  const { head, tail, change } = before;
  const n = locals.length;
  const last = n - tail;
  const of = new Uint8Array(n);
  if (before.anew) of.fill(JUDGE);
  if (change !== null) {
    for (let i = 0; i < head; i++) if (change.touches(locals[i]!.speech)) of[i]! |= READ | LOOK;
    for (let i = last; i < n; i++) if (change.touches(locals[i]!.speech)) of[i]! |= READ | LOOK;
  }
  if (last < n) of[last]! |= LOOK;
  if (n > 0) of[0]! |= LOOK;
  // What was the title stands elsewhere.
  const first = n - before.locals.length;
  if (tail === before.locals.length && first < n) of[first]! |= LOOK;
  const differs = (i: number) => i < last || s.reach.at(i)?.evidence !== results[i]!.context.reach?.evidence;
  for (const i of s.reach.unsettled(before.reach, head, tail, differs)) of[i]! |= LOOK;
  const turned = turnedTerms(before.locals, locals, head, tail);
  for (const i of turned) of[i]! |= JUDGE;
  return { of, turned };
}
