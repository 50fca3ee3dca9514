import * as vscode from 'vscode';
import type { ActiveArticle } from '../articles.ts';
import { claimNow, nextClaim, previousClaim } from '../claims/locate.ts';
import type { ClaimsStore } from '../claims/store.ts';
import { rangeIn } from '../claims/stretch.ts';
import type { TreeNode } from '../claims/tree.ts';
import type { ClaimsView } from '../views/claimsView.ts';

/** Selects the next (or previous) open claim of the article in front. */
export function goToClaim(store: ClaimsStore, active: ActiveArticle, direction: 'next' | 'previous'): void {
  const { editor } = active;
  if (!editor) return;
  const { document, selection } = editor;
  const claims = store.get(document.uri)?.claims ?? [];
  const find = direction === 'next' ? nextClaim : previousClaim;
  const claim = find(claims, document.offsetAt(selection.start), document.offsetAt(selection.end));
  if (claim) show(editor, rangeIn(document, claim));
}

/** Shows the claim of a tree row where it stands now, and moves the focus there. */
export async function revealClaim(store: ClaimsStore, view: ClaimsView, argument: unknown): Promise<void> {
  const uri = view.provider.content?.uri;
  if (!uri || !isClaimNode(argument)) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const column = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const editor = await vscode.window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
  show(editor, rangeIn(document, claimNow(store.get(uri)?.claims ?? [], argument.claim)));
}

function show(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export function isClaimNode(value: unknown): value is Extract<TreeNode, { type: 'claim' }> {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'claim' && 'claim' in value;
}
