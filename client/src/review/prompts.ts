import * as vscode from 'vscode';
import { isDay, localDay } from '../../../common/day.ts';
import { PATTERN_CODES, patternName } from '../../../common/names.ts';
import type { AskReviewArguments, OfferedSource } from '../../../common/protocol.ts';
import { OUTCOME_NAMES, OUTCOMES, outcomeName, type ReviewChange, type ReviewSource } from '../../../common/review.ts';
import { askSource } from './sourcePrompt.ts';

/** What is asked about in a box; notes are written in the margin. */
export type Asked = Exclude<AskReviewArguments['ask'], 'choose' | 'note'>;

/** Asks for what a decision needs; undefined when the user thought better of it. */
export async function askChange(
  ask: Asked,
  { sources = [], offered = [] }: { readonly sources?: readonly ReviewSource[]; readonly offered?: readonly OfferedSource[] } = {},
): Promise<ReviewChange | undefined> {
  switch (ask) {
    case 'dismiss': {
      const reason = await askText({
        title: vscode.l10n.t('Dismiss'),
        prompt: vscode.l10n.t('Why may it stay as it is? The reason is kept with the review.'),
        placeHolder: vscode.l10n.t('for example: quoted as said'),
        validateInput: (value) => (value === '' ? vscode.l10n.t('A dismissal needs a reason.') : undefined),
      });
      return reason === undefined ? undefined : { status: 'dismissed', reason };
    }
    case 'source': {
      const source = await askSource(offered);
      return source && { status: 'sourced', sources: [...sources, { ...source, seen: today() }] };
    }
    case 'outcome':
      return askOutcome();
  }
}

async function askOutcome(): Promise<ReviewChange | undefined> {
  const items = OUTCOME_NAMES.map((result) => ({
    result,
    label: `$(${OUTCOMES[result].icon}) ${outcomeName(result, vscode.env.language)}`,
  }));
  const title = vscode.l10n.t('What became of the prediction?');
  const picked = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true });
  if (!picked) return undefined;
  const evidence = await askText({
    title: vscode.l10n.t('How is it known?'),
    prompt: vscode.l10n.t('A link or a citation; may be left empty.'),
  });
  if (evidence === undefined) return undefined;
  const date = await askText({
    title: vscode.l10n.t('When was it known?'),
    prompt: vscode.l10n.t('The day, as YYYY-MM-DD.'),
    value: today(),
    validateInput: (value) => (isDay(value) ? undefined : vscode.l10n.t('The day, as YYYY-MM-DD.')),
  });
  return date === undefined ? undefined : { outcome: { result: picked.result, ...(evidence ? { evidence } : {}), date } };
}

/** Asks what pattern a selection is, and for a note on it. */
export async function askMark(): Promise<{ readonly code: string; readonly note: string } | undefined> {
  const items = PATTERN_CODES.map((code) => ({ code, label: patternName(code, vscode.env.language), description: code }));
  const title = vscode.l10n.t('Mark as Claim');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true });
  if (!picked) return undefined;
  const note = await askText({ title, prompt: vscode.l10n.t('A note on the claim; may be left empty.') });
  return note === undefined ? undefined : { code: picked.code, note };
}

/** What was typed, without space around it. The box stays when somebody looks something up meanwhile. */
async function askText(options: Omit<vscode.InputBoxOptions, 'validateInput'> & { validateInput?: (value: string) => string | undefined }) {
  const { validateInput } = options;
  const text = await vscode.window.showInputBox({
    ...options,
    ignoreFocusOut: true,
    ...(validateInput ? { validateInput: (value: string) => validateInput(value.trim()) } : {}),
  });
  return text?.trim();
}

/** The user's own day. */
export const today = () => localDay();
