import type { ClaimItem } from '../../../common/protocol.ts';
import type { Grouping } from './tree.ts';
import type { Words } from './words.ts';

/** What a claim's row shows and says. */
export interface ClaimLabel {
  readonly label: string;
  readonly description: string;
  /** Where reviewers disagree: who decided what. */
  readonly decisions: readonly string[];
  /** What a screen reader says. */
  readonly spoken: string;
}

/** Longer words would push the speaker and the line out of a side bar of usual width. */
const LONGEST = 14;

/** `接近100万人次` + `— 周屹 · 第12行`; what the group already says is not repeated. */
export function claimLabel(claim: ClaimItem, grouping: Grouping, words: Words): ClaimLabel {
  const where = words.line(claim.line);
  const parts: string[] = [];
  if (claim.speaker !== null && grouping !== 'speaker') parts.push(claim.speaker);
  parts.push(where);
  if (grouping !== 'code') parts.push(claim.name);
  const reason = reasonOf(claim, words);
  if (reason) parts.push(reason);
  const review = reviewOf(claim, grouping, words);
  parts.push(...review);
  const decisions = decisionsOf(claim, words);
  const spoken = [oneLine(claim.text), claim.name, claim.speaker, where, reason, ...review, ...decisions].filter((part) => part !== null);
  return { label: shorten(oneLine(claim.text)), description: `— ${parts.join(' · ')}`, decisions, spoken: spoken.join(', ') };
}

function reasonOf(claim: ClaimItem, words: Words): string | null {
  if (!claim.suppressed || (claim.suppressed.by === 'review' && claim.suppressed.reason === '')) return null;
  if (claim.suppressed.by === 'review') return claim.suppressed.reason;
  return claim.suppressed.reason === '' ? words.ignoredWithoutReason : words.ignored(claim.suppressed.reason);
}

/** What the grouping does not say already: the status, and what asks for another look. */
function reviewOf({ review }: ClaimItem, grouping: Grouping, words: Words): string[] {
  if (!review) return [];
  return [
    ...(grouping === 'status' || review.status === 'open' ? [] : [words.status(review.status)]),
    ...(review.changedFrom === null ? [] : [words.changed]),
    ...(review.gone ? [words.gone] : []),
    ...(review.others.length === 0 ? [] : [words.conflict]),
  ];
}

function decisionsOf({ review }: ClaimItem, words: Words): string[] {
  if (!review || review.others.length === 0) return [];
  return [review, ...review.others].map(({ reviewer, status, reason }) => words.decision(reviewer, status, reason));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** At most so much that what follows can be seen, too. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.codePointAt(LONGEST - 2)! > 0xffff ? LONGEST - 2 : LONGEST - 1;
  return `${text.slice(0, cut)}…`;
}
