import * as vscode from 'vscode';
import { PATTERN_CODES, patternName } from '../../../common/names.ts';
import type { AskReviewArguments } from '../../../common/protocol.ts';
import { OUTCOME_NAMES, OUTCOMES, outcomeName, type ReviewChange, type ReviewSource } from '../../../common/review.ts';

/** Asks for what a decision needs; undefined when the user thought better of it. */
export async function askChange(
  ask: AskReviewArguments['ask'],
  before: { note?: string | null; sources?: readonly ReviewSource[] },
): Promise<ReviewChange | undefined> {
  switch (ask) {
    case 'dismiss': {
      const reason = await vscode.window.showInputBox({
        title: vscode.l10n.t('Dismiss'),
        prompt: vscode.l10n.t('Why may it stay as it is? The reason is kept with the review.'),
        placeHolder: vscode.l10n.t('for example: quoted as said'),
        validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A dismissal needs a reason.') : undefined),
      });
      return reason === undefined ? undefined : { status: 'dismissed', reason: reason.trim() };
    }
    case 'source': {
      const said = await vscode.window.showInputBox({
        title: vscode.l10n.t('Record a Source'),
        prompt: vscode.l10n.t('An address, or where it can be looked up. With today as the date it was seen.'),
        placeHolder: 'https://…',
      });
      if (!said?.trim()) return undefined;
      return { status: 'sourced', sources: [...(before.sources ?? []), { ...sourceOf(said.trim()), seen: today() }] };
    }
    case 'note': {
      const note = await vscode.window.showInputBox({ title: vscode.l10n.t('Note'), value: before.note ?? '' });
      return note === undefined ? undefined : { note: note.trim() };
    }
    case 'outcome': {
      const items = OUTCOME_NAMES.map((result) => ({
        result,
        label: `$(${OUTCOMES[result].icon}) ${outcomeName(result, vscode.env.language)}`,
      }));
      const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What became of the prediction?') });
      if (!picked) return undefined;
      const evidence = await vscode.window.showInputBox({
        title: vscode.l10n.t('How is it known?'),
        prompt: vscode.l10n.t('A link or a citation; may be left empty.'),
      });
      if (evidence === undefined) return undefined;
      return { outcome: { result: picked.result, ...(evidence.trim() ? { evidence: evidence.trim() } : {}), date: today() } };
    }
  }
}

/** Asks what pattern a selection is. */
export async function askCode(): Promise<string | undefined> {
  const items = PATTERN_CODES.map((code) => ({ code, label: patternName(code, vscode.env.language), description: code }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Mark as Claim'), matchOnDescription: true }))?.code;
}

function sourceOf(text: string): ReviewSource {
  return /^https?:\/\/\S+$/i.test(text) ? { url: text } : { citation: text };
}

/** The user's own day. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
