import type { ClaimItem } from '../../../common/protocol.ts';

/** The claims that stand: those that a comment or a reviewer suppressed are left out. */
export function openClaims(claims: readonly ClaimItem[]): readonly ClaimItem[] {
  return claims.filter((claim) => claim.suppressed === null);
}

/** A claim as it is known by now: rows and questions keep it as it was when they were made. */
export function claimNow(claims: readonly ClaimItem[], claim: ClaimItem): ClaimItem {
  return claims.find(({ id, code }) => id === claim.id && code === claim.code) ?? claim;
}

/** The shortest claim around `offset`. `claims` stand in document order. */
export function claimAround(claims: readonly ClaimItem[], offset: number): ClaimItem | undefined {
  let around: ClaimItem | undefined;
  for (const claim of claims) {
    if (claim.start > offset) break;
    if (offset <= claim.end && (!around || claim.end - claim.start < around.end - around.start)) around = claim;
  }
  return around;
}

/** The claim that a cursor at `offset` means: the one around it, else the last that begins before it, else the first. */
export function claimNear(claims: readonly ClaimItem[], offset: number): ClaimItem | undefined {
  return claimAround(claims, offset) ?? claims.findLast(({ start }) => start <= offset) ?? claims[0];
}

/** A stretch of the document, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The claim that a decision at `offset` is about: the one around it, else the only open one on its line. */
export function claimAtCursor(claims: readonly ClaimItem[], offset: number, line: Stretch): ClaimItem | undefined {
  const around = claimAround(claims, offset);
  if (around) return around;
  const open = openClaims(claimsOn(claims, line));
  return open.length === 1 ? open[0] : undefined;
}

/** The claim on `lines` that `stretch` means: the first that it touches, else the nearest. */
export function claimOnLines(claims: readonly ClaimItem[], stretch: Stretch, lines: Stretch): ClaimItem | undefined {
  const gap = ({ start, end }: ClaimItem) => Math.max(0, start - stretch.end, stretch.start - end);
  let nearest: ClaimItem | undefined;
  for (const claim of claimsOn(claims, lines)) if (!nearest || gap(claim) < gap(nearest)) nearest = claim;
  return nearest;
}

/** The claims of which at least a part stands there. */
function claimsOn(claims: readonly ClaimItem[], { start, end }: Stretch): readonly ClaimItem[] {
  return claims.filter((claim) => claim.start <= end && claim.end >= start);
}

/** Where the next open claim begins after the selection, around the end of the document; claims on one range count once. */
export function nextClaim(claims: readonly ClaimItem[], start: number, end: number): ClaimItem | undefined {
  const open = openClaims(claims);
  return open.find((claim) => claim.start > start || (claim.start === start && claim.end > end && end > start)) ?? open[0];
}

/** The same backwards. */
export function previousClaim(claims: readonly ClaimItem[], start: number, end: number): ClaimItem | undefined {
  const open = openClaims(claims);
  return open.findLast((claim) => claim.start < start || (claim.start === start && claim.end < end)) ?? open.at(-1);
}
