import type { ClaimReview } from '../../../common/review.ts';
import { isCode } from '../config/severity.ts';
import type { Analysis, Claim, Span, Suppression } from '../core/types.ts';
import { type ReviewEntry, reviewedWords } from './model.ts';

/** An entry with its place in the present text; null for an orphan. */
export interface PlacedEntry {
  readonly entry: ReviewEntry;
  readonly at: Span | null;
}

export interface ReviewedClaim extends Claim {
  readonly review?: ClaimReview;
}

/** Whether only its review is left of a claim. */
export function isGone(claim: Claim): boolean {
  return claim.evidence[0] === GONE;
}

const GONE = 'gone';
/** The share of the longer of two stretches that they must have in common to be one claim. */
const COMMON = 0.5;

/**
 * The analysis with what was decided about its claims, and with the claims that people marked. `gone`: those, too, that were
 * reviewed and are found no more, for whoever looks after the review.
 */
export function applyReviews(analysis: Analysis, placed: readonly PlacedEntry[], { gone = false } = {}): Analysis {
  const { text } = analysis.article;
  const byClaim = new Map<Claim, PlacedEntry[]>();
  const added: Claim[] = [];
  for (const one of placed) {
    if (!one.at) continue;
    const claim = claimAt([...analysis.claims, ...added], one.entry, one.at);
    if (claim) byClaim.set(claim, [...(byClaim.get(claim) ?? []), one]);
    else if (isCode(one.entry.code) && (gone || one.entry.marked)) {
      const made = claimOf(one.entry, one.at, text);
      added.push(made);
      byClaim.set(made, [one]);
    }
  }
  if (byClaim.size === 0) return analysis;
  const all = added.length > 0 ? [...analysis.claims, ...added].sort((a, b) => a.start - b.start || a.end - b.end) : analysis.claims;
  const claims = all.map((claim): ReviewedClaim => {
    const entries = byClaim.get(claim);
    return entries ? reviewed(claim, entries, text) : claim;
  });
  // The analysis puts its lists together only when asked: all but the claims are its own still.
  return Object.create(analysis, { claims: { value: claims, enumerable: true } }) as Analysis;
}

/** The claim that an entry is about: of its code, at its place or nearly. */
export function claimAt(claims: readonly Claim[], { code }: ReviewEntry, at: Span): Claim | undefined {
  let best: Claim | undefined;
  let most = COMMON;
  for (const claim of claims) {
    if (claim.code !== code || claim.start >= at.end || claim.end <= at.start) continue;
    const common = Math.min(claim.end, at.end) - Math.max(claim.start, at.start);
    const share = common / Math.max(claim.end - claim.start, at.end - at.start);
    if (share >= most) [best, most] = [claim, share];
  }
  return best;
}

/** What only the review knows of. */
function claimOf(entry: ReviewEntry, { start, end }: Span, text: string): Claim {
  return {
    id: entry.id,
    code: entry.code,
    start,
    end,
    text: text.slice(start, end),
    speaker: null,
    evidence: [entry.marked ? 'marked' : GONE],
    // Nothing is wrong with it any more, but what was decided stays in sight.
    suppressed: entry.marked ? null : { by: 'review', reason: '' },
  };
}

function reviewed(claim: Claim, placed: readonly PlacedEntry[], text: string): ReviewedClaim {
  // The newest first: it is the one that is shown and changed.
  const entries = [...placed].sort((a, b) => (a.entry.updated < b.entry.updated ? 1 : -1));
  const { entry, at } = entries[0]!;
  const review: ClaimReview = {
    ...reviewOf(entry, at, text, isGone(claim)),
    others: entries
      .slice(1)
      .filter((other) => other.entry.status !== entry.status)
      .map((other) => ({
        entry: other.entry.id,
        status: other.entry.status,
        reviewer: other.entry.reviewer ?? null,
        reason: other.entry.reason ?? null,
      })),
  };
  return { ...claim, suppressed: claim.suppressed ?? suppression(review), review };
}

/** One entry as clients show it, by itself. */
export function reviewOf(entry: ReviewEntry, at: Span | null, text: string, gone = false): ClaimReview {
  const words = reviewedWords(entry.target);
  return {
    entry: entry.id,
    status: entry.status,
    reason: entry.reason ?? null,
    note: entry.note ?? null,
    sources: entry.sources ?? [],
    outcome: entry.outcome ?? null,
    reviewer: entry.reviewer ?? null,
    updated: entry.updated,
    changedFrom: at && text.slice(at.start, at.end) !== words ? words : null,
    marked: entry.marked === true,
    gone,
    others: [],
  };
}

/** A settled claim is no problem any more, unless somebody disagrees or its words are not those that were settled. */
function suppression({ status, reason, sources, changedFrom, others }: ClaimReview): Suppression | null {
  if (changedFrom !== null || others.length > 0) return null;
  if (status === 'dismissed') return { by: 'review', reason: reason ?? '' };
  if (status === 'sourced') return { by: 'review', reason: sources.map(({ citation, url }) => citation ?? url ?? '').join(' ') };
  return null;
}
