import type { ClaimItem } from '../../../common/protocol.ts';
import { statusName } from '../../../common/review.ts';

/** Whether a claim has every word of a query in its text, pattern, speaker, note or review status. */
export function matches(claim: ClaimItem, query: string, language: string): boolean {
  const status = claim.review?.status ?? 'open';
  const all = [
    claim.text,
    claim.code,
    claim.name,
    claim.speaker,
    claim.section,
    claim.review?.note,
    claim.review?.reviewer,
    status,
    statusName(status, language),
  ];
  const text = all.filter(Boolean).join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
