import type { ClaimItem } from '../../../common/protocol.ts';

type Standing = Pick<ClaimItem, 'id' | 'code' | 'start' | 'end'>;

/**
 * Claims that go by another id since the words around them changed: old ids to new ones. Offsets of both lists are in the text as
 * it is now. The heir is the claim of the same pattern that shares most characters with where the old one stood.
 */
export function heirsOf(before: readonly Standing[], after: readonly Standing[]): ReadonlyMap<string, string> {
  const known = new Set(before.map(({ id }) => id));
  const still = new Set(after.map(({ id }) => id));
  const fresh = after.filter(({ id }) => !known.has(id));
  const heirs = new Map<string, string>();
  for (const old of before) {
    if (still.has(old.id)) continue;
    let most = 0;
    for (const claim of fresh) {
      const shared = Math.min(old.end, claim.end) - Math.max(old.start, claim.start);
      if (claim.code !== old.code || shared <= most) continue;
      most = shared;
      heirs.set(old.id, claim.id);
    }
  }
  return heirs;
}
