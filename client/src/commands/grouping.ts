import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from '../claims/tree.ts';
import type { ClaimsView } from '../views/claimsView.ts';

/** Asks how the list is to be grouped; another command may name the grouping itself. */
export async function chooseGrouping(view: ClaimsView, argument: unknown): Promise<void> {
  const named = GROUPINGS.find((grouping) => grouping === argument);
  const chosen = named ?? (await ask(view.grouping));
  if (chosen) await view.groupBy(chosen);
}

async function ask(current: Grouping): Promise<Grouping | undefined> {
  const labels: Readonly<Record<Grouping, string>> = {
    code: vscode.l10n.t('Pattern'),
    speaker: vscode.l10n.t('Speaker'),
    section: vscode.l10n.t('Section'),
    status: vscode.l10n.t('Review status'),
    flat: vscode.l10n.t('No groups'),
  };
  const items = GROUPINGS.map((grouping) => ({
    grouping,
    label: labels[grouping],
    ...(grouping === current && { description: vscode.l10n.t('current') }),
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group Claims By') }))?.grouping;
}
