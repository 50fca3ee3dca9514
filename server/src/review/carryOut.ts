import type { ReviewChange } from '../../../common/review.ts';
import type { Analysis, Code, Span } from '../core/types.ts';
import { describe } from './anchor/describe.ts';
import { claimAt, type PlacedEntry, type ReviewedClaim } from './apply.ts';
import { decide, withdraw } from './decide.ts';
import type { ReviewEntry, ReviewFile } from './model.ts';

/** What a decision is about. */
export interface Subject {
  readonly entry: ReviewEntry | null;
  /** Null for an orphan. */
  readonly at: Span | null;
  readonly code: Code;
  /** Other entries about the same claim. */
  readonly others: readonly string[];
  /** A stretch of text that the analysis missed. */
  readonly marked: boolean;
}

/** What is to be done about it. */
export interface Act {
  readonly change?: ReviewChange;
  /** Takes the entry out. */
  readonly withdraw?: boolean;
  /** Of several entries about one claim this one stands; the others are taken out. */
  readonly keep?: boolean;
}

/** Null where there is no such entry. */
export function subjectOfEntry(id: string, analysis: Analysis, placed: readonly PlacedEntry[]): Subject | null {
  const found = placed.find(({ entry }) => entry.id === id);
  if (!found) return null;
  const claim = found.at && claimAt(analysis.claims, found.entry, found.at);
  const others = placed.filter(({ entry, at }) => claim && at && entry !== found.entry && claimAt(analysis.claims, entry, at) === claim);
  return { entry: found.entry, at: found.at, code: found.entry.code, others: others.map(({ entry }) => entry.id), marked: false };
}

/** A claim of an analysis that the review was applied to. */
export function subjectOfClaim(claim: ReviewedClaim, placed: readonly PlacedEntry[]): Subject {
  const entry = placed.find((one) => one.entry.id === claim.review?.entry)?.entry ?? null;
  return { entry, at: claim, code: claim.code, others: claim.review?.others.map((other) => other.entry) ?? [], marked: false };
}

/** Whether a change leaves a claim dismissed without saying why. */
export function isUnreasoned({ entry }: Subject, { status, reason }: ReviewChange = {}): boolean {
  if (status === undefined && reason === undefined) return false;
  return (status ?? entry?.status) === 'dismissed' && !(reason === undefined ? entry?.reason : reason)?.trim();
}

/** The file with the decision in it, and the entry that stands now. `known` is the file that the reviewer saw. */
export function carryOut(
  file: ReviewFile,
  known: ReviewFile,
  { entry, at, code, others, marked }: Subject,
  act: Act,
  text: string,
  reviewer: string,
): { readonly file: ReviewFile; readonly stands: string | null } {
  if (act.withdraw) return { file: withdraw(file, entry ? [entry.id] : []), stands: null };
  if (act.keep) return { file: withdraw(file, others), stands: entry?.id ?? null };
  const before = new Set(file.entries.map(({ id }) => id));
  const next = decide(file, known, {
    entry: entry?.id ?? null,
    code,
    target: at ? describe(text, at) : entry!.target,
    change: act.change ?? {},
    ...(marked ? { marked } : {}),
    reviewer,
    now: new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  });
  return { file: next, stands: next.entries.find(({ id }) => !before.has(id))?.id ?? entry?.id ?? null };
}
