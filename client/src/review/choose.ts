import * as vscode from 'vscode';
import type { ClaimItem } from '../../../common/protocol.ts';
import { REVIEW_STATUSES, type ReviewStatus, statusName } from '../../../common/review.ts';
import { decisionOf } from '../words.ts';
import type { Asked } from './prompts.ts';

/** What may be done about a claim. */
export type Choice =
  | { readonly do: 'status'; readonly status: ReviewStatus }
  | { readonly do: 'ask'; readonly ask: Asked | 'note' }
  | { readonly do: 'keep'; readonly entry: string }
  | { readonly do: 'withdraw' };

const AT_ONCE: readonly ReviewStatus[] = ['verified', 'disputed', 'wrong', 'open'];

type Item = vscode.QuickPickItem & { readonly choice: Choice };

/** Everything that may be done about a claim in one list, for the keyboard. */
export async function choose(claim: ClaimItem): Promise<Choice | undefined> {
  const { review } = claim;
  const items: Item[] = [
    ...conflictItems(claim),
    ...AT_ONCE.filter((status) => status !== (review?.status ?? 'open')).map((status) => ({
      label: labelOf(status),
      choice: { do: 'status', status } as const,
    })),
    asking('dismiss', 'circle-slash', vscode.l10n.t('Dismiss with a reason...')),
    asking('source', 'link', vscode.l10n.t('Record a source...')),
    asking('note', 'comment', vscode.l10n.t('Write a note...')),
    ...(claim.code === 'prediction' ? [asking('outcome', 'milestone', vscode.l10n.t('Record an outcome...'))] : []),
    ...(review ? [{ label: `$(discard) ${vscode.l10n.t('Withdraw review')}`, choice: { do: 'withdraw' } as const }] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: `${claim.name}: ${claim.text}`, matchOnDetail: true });
  return picked?.choice;
}

/** Asks whose decision stands; the only choices there are where reviewers disagree. */
export async function chooseDecision(claim: ClaimItem): Promise<Choice | undefined> {
  const title = vscode.l10n.t('Reviewers disagree: whose decision stands?');
  return (await vscode.window.showQuickPick(conflictItems(claim), { title }))?.choice;
}

function conflictItems({ review }: ClaimItem): Item[] {
  if (!review || review.others.length === 0) return [];
  return [review, ...review.others].map(({ entry, status, reviewer, reason }) => ({
    label: labelOf(status),
    description: decisionOf(reviewer),
    ...(reason ? { detail: reason } : {}),
    choice: { do: 'keep', entry },
  }));
}

function labelOf(status: ReviewStatus): string {
  return `$(${REVIEW_STATUSES[status].icon}) ${statusName(status, vscode.env.language)}`;
}

function asking(ask: Asked | 'note', icon: string, label: string): Item {
  return { label: `$(${icon}) ${label}`, choice: { do: 'ask', ask } };
}
