import type { ReviewChange } from '../../../common/review.ts';
import type { Code } from '../core/types.ts';
import type { ReviewEntry, ReviewFile, Target } from './model.ts';

/** One decision of a reviewer, ready to be written. */
export interface Decision {
  /** The entry that it changes; null makes a new one. */
  readonly entry: string | null;
  readonly code: Code;
  /** Where the claim stands now, in its present words. */
  readonly target: Target;
  readonly change: ReviewChange;
  readonly marked?: boolean;
  readonly reviewer: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly newId: () => string;
}

const FIELDS = ['status', 'reason', 'note', 'sources', 'outcome'] as const;

/**
 * Puts a decision into the file as it is now. `known` is the file that the reviewer saw: where somebody else has decided
 * otherwise about the same thing since, both decisions stand side by side.
 */
export function decide(file: ReviewFile, known: ReviewFile, decision: Decision): ReviewFile {
  const theirs = file.entries.find(({ id }) => id === decision.entry);
  const base = known.entries.find(({ id }) => id === decision.entry);
  if (!theirs) return { ...file, entries: [...file.entries, changed(base ?? null, decision, base?.id ?? decision.newId())] };
  if (base && disagree(base, theirs, decision.change)) {
    return { ...file, entries: [...file.entries, changed(base, decision, decision.newId())] };
  }
  const mine = changed(theirs, decision, theirs.id);
  return { ...file, entries: file.entries.map((entry) => (entry === theirs ? mine : entry)) };
}

/** Takes entries out: those that were withdrawn, or that lost against another decision. */
export function withdraw(file: ReviewFile, ids: readonly string[]): ReviewFile {
  return { ...file, entries: file.entries.filter(({ id }) => !ids.includes(id)) };
}

/** Whether somebody has meanwhile given another value to what the change touches. */
function disagree(base: ReviewEntry, theirs: ReviewEntry, change: ReviewChange): boolean {
  return FIELDS.some((field) => field in change && !same(base[field], theirs[field]) && !same(theirs[field], change[field]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function anew(before: Target | undefined, target: Target): Target {
  const { reviewed: _, ownClause: _own, resembled: _like, ...others } = before ?? {};
  return { ...others, ...target };
}

function changed(before: ReviewEntry | null, decision: Decision, id: string): ReviewEntry {
  const { code, target, change, reviewer, now, marked } = decision;
  const entry: Record<string, unknown> = {
    ...before,
    id,
    code: before?.code ?? code,
    status: before?.status ?? 'open',
    // Fields of other programs stay; our own are those of the present words.
    // A note says nothing of whether the present words were looked at: only a decision does.
    target: before && change.status === undefined && change.outcome === undefined ? before.target : anew(before?.target, target),
    created: before?.created ?? now,
    updated: now,
  };
  if (marked) entry['marked'] = true;
  for (const field of FIELDS) {
    const value = change[field];
    if (value === undefined) continue;
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) delete entry[field];
    else entry[field] = value;
  }
  if (change.status !== undefined && change.status !== 'dismissed' && change.reason === undefined) delete entry['reason'];
  if (reviewer !== '') entry['reviewer'] = reviewer;
  return entry as unknown as ReviewEntry;
}
