import type { ClaimItem } from '../../../common/protocol.ts';

/** What is kept of a claim so that it is found again when it goes by another id: the words around it give it one. Offsets follow edits. */
export interface Place extends Pick<ClaimItem, 'id' | 'code' | 'start' | 'end'> {
  /** Its words when the place was taken. */
  readonly words: string;
}

/** So much of the longer one two spans must share to be one claim's; the server asks the same of reviews. */
const COMMON = 0.5;

export function placeOf({ id, code, start, end, text }: ClaimItem): Place {
  return { id, code, start, end, words: text };
}

/** The claim that was there: by its id, else of the same pattern where it stood, else by the very words, the nearest of them. */
export function claimAtPlace(claims: readonly ClaimItem[], place: Place): ClaimItem | undefined {
  const same = claims.find(({ id }) => id === place.id);
  if (same) return same;
  const alike = claims.filter(({ code }) => code === place.code);
  let best: ClaimItem | undefined;
  let most = COMMON;
  for (const claim of alike) {
    const shared = Math.min(place.end, claim.end) - Math.max(place.start, claim.start);
    const share = shared / Math.max(place.end - place.start, claim.end - claim.start, 1);
    if (share < most) continue;
    best = claim;
    most = share;
  }
  if (best) return best;
  const worded = alike.filter(({ text }) => text === place.words);
  const distance = ({ start }: ClaimItem) => Math.abs(start - place.start);
  return worded.reduce<ClaimItem | undefined>((near, claim) => (near && distance(near) <= distance(claim) ? near : claim), undefined);
}
