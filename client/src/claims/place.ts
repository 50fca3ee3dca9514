import type { ClaimItem } from '../../../common/protocol.ts';

/** What is kept of a claim so that it is found again when it goes by another id: the words around it give it one. */
export interface Place extends Pick<ClaimItem, 'id' | 'code' | 'start' | 'end'> {
  /** Its words when the place was taken. */
  readonly words: string;
  /** The offsets have followed every edit since; not so where the article was closed in between. */
  readonly followed: boolean;
}

/** So much of the longer one two spans must share to be one claim's; the server asks the same of reviews. */
const COMMON = 0.5;
/** So near its spot a claim with the very words is the one that was deleted and typed again, in UTF-16 units. */
const NEAR = 20;

export function placeOf({ id, code, start, end, text }: ClaimItem): Place {
  return { id, code, start, end, words: text, followed: true };
}

/**
 * The claim that was there. Ids tell twins, of the same words and surroundings, apart by a number that changes with the twins: where
 * the offsets can be trusted they alone count, else the words must be the very same, with their surroundings if any has them.
 */
export function claimAtPlace(claims: readonly ClaimItem[], place: Place): ClaimItem | undefined {
  const alike = claims.filter(({ code }) => code === place.code);
  const worded = alike.filter(({ text }) => text === place.words);
  if (place.followed) {
    const near = worded.filter(({ start }) => Math.abs(start - place.start) <= NEAR);
    return standing(worded, place) ?? standing(alike, place) ?? nearest(near, place.start);
  }
  const twins = worded.filter(({ id }) => withoutNumber(id) === withoutNumber(place.id));
  return nearest(twins.length > 0 ? twins : worded, place.start);
}

function withoutNumber(id: string): string {
  return id.replace(/-\d+$/, '');
}

function standing(claims: readonly ClaimItem[], place: Place): ClaimItem | undefined {
  let best: ClaimItem | undefined;
  let most = COMMON;
  for (const claim of claims) {
    const shared = Math.min(place.end, claim.end) - Math.max(place.start, claim.start);
    const share = shared / Math.max(place.end - place.start, claim.end - claim.start, 1);
    if (share < most) continue;
    best = claim;
    most = share;
  }
  return best;
}

function nearest(claims: readonly ClaimItem[], spot: number): ClaimItem | undefined {
  let near: ClaimItem | undefined;
  for (const claim of claims) if (!near || Math.abs(claim.start - spot) < Math.abs(near.start - spot)) near = claim;
  return near;
}
