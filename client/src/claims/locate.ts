import type { ClaimItem } from '../../../common/protocol.ts';

/** The claims that stand: those that a comment or a reviewer suppressed are left out. */
export function openClaims(claims: readonly ClaimItem[]): readonly ClaimItem[] {
  return claims.filter((claim) => claim.suppressed === null);
}

/**
 * The claim to show for a cursor at `offset`: the shortest one around it, else the last that begins before it,
 * else the first. `claims` stand in document order.
 */
export function claimNear(claims: readonly ClaimItem[], offset: number): ClaimItem | undefined {
  let around: ClaimItem | undefined;
  let before: ClaimItem | undefined;
  for (const claim of claims) {
    if (claim.start > offset) break;
    before = claim;
    if (offset <= claim.end && (!around || claim.end - claim.start < around.end - around.start)) around = claim;
  }
  return around ?? before ?? claims[0];
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
