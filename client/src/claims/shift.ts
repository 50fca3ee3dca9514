import type { ClaimItem } from '../../../common/protocol.ts';

/** One replaced stretch of a document, in UTF-16 offsets before the change. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Moves claims along with edits, so that they stay usable until the server has answered anew. A claim whose text is
 * deleted altogether goes; one that is edited inside grows or shrinks. Only `start` and `end` are kept up: lines and
 * columns follow from them.
 */
export function shiftClaims(claims: readonly ClaimItem[], changes: readonly TextChange[]): readonly ClaimItem[] {
  let moved = claims;
  for (const change of changes) moved = shiftOnce(moved, change);
  return moved;
}

function shiftOnce(claims: readonly ClaimItem[], change: TextChange): readonly ClaimItem[] {
  const from = change.rangeOffset;
  const to = from + change.rangeLength;
  const by = change.text.length - change.rangeLength;
  const moved: ClaimItem[] = [];
  for (const claim of claims) {
    if (claim.end <= from) moved.push(claim);
    else if (claim.start >= to) moved.push(by === 0 ? claim : { ...claim, start: claim.start + by, end: claim.end + by });
    else if (claim.start >= from && claim.end <= to) continue;
    else {
      const start = claim.start < from ? claim.start : from + change.text.length;
      const end = claim.end > to ? claim.end + by : from;
      if (end > start) moved.push({ ...claim, start, end });
    }
  }
  return moved;
}
