import { PATTERN_CODES } from '../../../common/names.ts';
import type { ClaimItem } from '../../../common/protocol.ts';
import { REVIEW_STATUS_NAMES, type ReviewStatus } from '../../../common/review.ts';
import type { Words } from './words.ts';

export const GROUPINGS = ['code', 'speaker', 'section', 'status', 'flat'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface ClaimNode {
  readonly type: 'claim';
  /** Unique in the tree and the same from one build to the next. */
  readonly id: string;
  readonly claim: ClaimItem;
  readonly parent: GroupNode | null;
}

export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  /** The pattern's code where the tree is grouped by code. */
  readonly code: string | null;
  /** How many claims stand, suppressed ones not counted. */
  readonly open: number;
  readonly children: readonly ClaimNode[];
}

export type TreeNode = ClaimNode | GroupNode;

/** Claims (in document order) as a tree: patterns in the guide's order, speakers and sections as they appear. */
export function buildTree(claims: readonly ClaimItem[], grouping: Grouping, words: Words): readonly TreeNode[] {
  const name = uniqueIds();
  if (grouping === 'flat') return claims.map((claim) => leaf(claim, null, name));
  const groups = new Map<string, ClaimItem[]>();
  for (const claim of claims) {
    const key = keyOf(claim, grouping);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const keys = [...groups.keys()];
  if (grouping === 'code') keys.sort((a, b) => rank(a) - rank(b));
  const order: readonly string[] = REVIEW_STATUS_NAMES;
  if (grouping === 'status') keys.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return keys.map((key) => groupOf(key, groups.get(key)!, grouping, words, name));
}

function groupOf(
  key: string,
  claims: readonly ClaimItem[],
  grouping: Grouping,
  words: Words,
  name: (claim: ClaimItem) => string,
): GroupNode {
  const children: ClaimNode[] = [];
  const group: GroupNode = {
    type: 'group',
    id: `${grouping}:${key}`,
    label: groupLabel(key, claims, grouping, words),
    code: grouping === 'code' ? key : null,
    open: claims.reduce((sum, claim) => sum + (claim.suppressed ? 0 : 1), 0),
    children,
  };
  for (const claim of claims) children.push(leaf(claim, group, name));
  return group;
}

function leaf(claim: ClaimItem, parent: GroupNode | null, name: (claim: ClaimItem) => string): ClaimNode {
  return { type: 'claim', id: name(claim), claim, parent };
}

/** What changed since it was reviewed is open again, and so is what reviewers disagree about. */
function statusOf({ review }: ClaimItem): ReviewStatus {
  return review && review.changedFrom === null && review.others.length === 0 ? review.status : 'open';
}

function keyOf(claim: ClaimItem, grouping: Grouping): string {
  if (grouping === 'code') return claim.code;
  if (grouping === 'status') return statusOf(claim);
  return (grouping === 'speaker' ? claim.speaker : claim.section) ?? '';
}

function groupLabel(key: string, claims: readonly ClaimItem[], grouping: Grouping, words: Words): string {
  if (grouping === 'code') return claims[0]?.name ?? words.pattern(key);
  if (grouping === 'status') return words.status(claims[0] ? statusOf(claims[0]) : 'open');
  if (key !== '') return key;
  return grouping === 'speaker' ? words.author : words.noSection;
}

function rank(code: string): number {
  const at = (PATTERN_CODES as readonly string[]).indexOf(code);
  return at < 0 ? PATTERN_CODES.length : at;
}

/** Ids repeat where one sentence is repeated word for word; a tree must not have two nodes of one id. */
function uniqueIds(): (claim: ClaimItem) => string {
  const seen = new Map<string, number>();
  return (claim) => {
    const key = `${claim.code}:${claim.id}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? key : `${key}#${count}`;
  };
}

/** For command handlers, whose arguments come from outside. */
export function isGroupNode(value: unknown): value is GroupNode {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'group' && 'children' in value;
}
