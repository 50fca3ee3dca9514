import * as vscode from 'vscode';
import { patternName } from '../../../common/names.ts';
import { APPLY_IGNORE, type IgnoreArguments } from '../../../common/protocol.ts';
import type { ClaimsStore } from '../claims/store.ts';
import type { Server } from '../connection/server.ts';
import type { ClaimsView } from '../views/claimsView.ts';
import { isClaimNode } from './navigate.ts';

/** Asks for the reason, then lets the server write the comment. Answers whether it was written. */
export async function ignoreWithReason(server: Server, store: ClaimsStore, argument: unknown): Promise<boolean> {
  if (!isTarget(argument)) return false;
  const claim = store.get(vscode.Uri.parse(argument.uri))?.claims.find(({ id }) => id === argument.id);
  const reason = await vscode.window.showInputBox({
    title: claim ? vscode.l10n.t('Ignore: {0}', patternName(claim.code, vscode.env.language)) : vscode.l10n.t('Ignore'),
    prompt: vscode.l10n.t('Why is it fine here? The reason is kept in a comment beside the text.'),
    placeHolder: vscode.l10n.t('for example: quoted as said'),
    // Whoever looks something up in the text meanwhile does not lose what is written.
    ignoreFocusOut: true,
    validateInput: (value) => (value.includes('-->') ? vscode.l10n.t('Leave out "-->", which would end the comment.') : undefined),
  });
  if (reason === undefined) return false;
  const applied = await server.execute<boolean>(APPLY_IGNORE, {
    uri: argument.uri,
    id: argument.id,
    reason: reason.trim(),
  } satisfies IgnoreArguments);
  if (!applied) void vscode.window.showWarningMessage(vscode.l10n.t('The text changed in the meantime; please ignore the claim again.'));
  return applied;
}

/** The same from a row of the tree. */
export async function ignoreClaim(server: Server, store: ClaimsStore, view: ClaimsView, argument: unknown): Promise<boolean> {
  const uri = view.provider.content?.uri;
  if (!uri || !isClaimNode(argument)) return false;
  return ignoreWithReason(server, store, { uri: server.toProtocol(uri), id: argument.claim.id });
}

function isTarget(value: unknown): value is Pick<IgnoreArguments, 'uri' | 'id'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    typeof value.uri === 'string' &&
    'id' in value &&
    typeof value.id === 'string'
  );
}
