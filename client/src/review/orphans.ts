import * as vscode from 'vscode';
import type { ReviewItem } from '../../../common/protocol.ts';
import { REVIEW_STATUSES, statusName } from '../../../common/review.ts';
import type { ActiveArticle } from '../articles.ts';
import type { Server } from '../connection/server.ts';
import type { Reviewer } from './reviewer.ts';
import type { ReviewStore } from './reviews.ts';

/** Lists what lost its claim with its old words; the one that is picked can be taken out. */
export async function showOrphans(server: Server, reviews: ReviewStore, reviewer: Reviewer, active: ActiveArticle): Promise<void> {
  const { editor } = active;
  if (!editor) return;
  const { uri } = editor.document;
  const orphans = (reviews.get(uri)?.entries ?? []).filter(({ range }) => range === null);
  if (orphans.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Every review of this article has found its text.'));
    return;
  }
  const items = orphans.map((item) => ({
    item,
    label: `$(${REVIEW_STATUSES[item.status].icon}) ${item.text}`,
    description: item.name,
    detail: detailOf(item),
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Reviews without their text: pick one to withdraw it') });
  if (picked) await reviewer.send({ uri: server.toProtocol(uri), entry: picked.item.entry, withdraw: true });
}

function detailOf({ status, reviewer, reason, note }: ReviewItem): string {
  return [statusName(status, vscode.env.language), reviewer, reason, note].filter(Boolean).join(' · ');
}
