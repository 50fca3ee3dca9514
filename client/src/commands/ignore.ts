import * as vscode from 'vscode';
import { IGNORE_WITH_REASON, type IgnoreWithReasonParams, REASON } from '../../../common/commands.ts';
import { patternName } from '../../../common/names.ts';
import type { ClaimsView } from '../views/claimsView.ts';
import { isClaimNode } from './navigate.ts';

/** Asks for the reason and writes the comment that the server prepared. Answers whether it was written. */
export async function ignoreWithReason(argument: unknown): Promise<boolean> {
  if (!isParams(argument)) return false;
  const name = patternName(argument.code, vscode.env.language);
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore: {0}', name),
    prompt: vscode.l10n.t('Why is it fine here? The reason is kept in a comment beside the text.'),
    placeHolder: vscode.l10n.t('for example: quoted as said'),
    validateInput: (value) => (/--|[<>\r\n]/.test(value) ? vscode.l10n.t('Use neither "--" nor angle brackets.') : undefined),
  });
  if (reason === undefined) return false;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(argument.uri));
  if (document.version !== argument.version) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The text changed in the meantime; please ignore the claim again.'));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of argument.edits) {
    edit.replace(
      document.uri,
      new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
      withReason(newText, reason),
    );
  }
  return vscode.workspace.applyEdit(edit);
}

/** A reason left empty takes the colon before it along. */
export function withReason(newText: string, reason: string): string {
  const text = reason.trim();
  return text === '' ? newText.replace(/[::]?\s*\{reason\}/, '') : newText.replace(REASON, () => text);
}

/** The same from a row of the tree: the server's own code action for that claim is looked up and run. */
export async function ignoreClaim(view: ClaimsView, argument: unknown): Promise<void> {
  const uri = view.provider.content?.uri;
  if (!uri || !isClaimNode(argument)) return;
  const { claim } = argument;
  const document = await vscode.workspace.openTextDocument(uri);
  const range = new vscode.Range(document.positionAt(claim.start), document.positionAt(claim.end));
  const actions = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
  );
  for (const action of actions) {
    const command = typeof action.command === 'object' ? action.command : undefined;
    const params: unknown = command?.arguments?.[0];
    if (command?.command === IGNORE_WITH_REASON && isParams(params) && params.code === claim.code) {
      await ignoreWithReason(params);
      return;
    }
  }
}

function isParams(value: unknown): value is IgnoreWithReasonParams {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    'version' in value &&
    'code' in value &&
    'edits' in value &&
    Array.isArray(value.edits)
  );
}
