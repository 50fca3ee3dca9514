import * as vscode from 'vscode';
import type { ArticleClaims } from '../../../client/src/claims/store.ts';
import type { Api } from '../../../client/src/extension.ts';
import { clock, until } from './wait.ts';

/** The extension under test, activated, its server started. */
export async function claimlens(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('claimlens.claimlens');
  if (!extension) throw new Error('the extension is not installed');
  const api = await extension.activate();
  await api.ready;
  return api;
}

/** Opens an article of the workspace, or a document with a text, in front. */
export async function show(what: string | { content: string; language?: string }): Promise<vscode.TextEditor> {
  const document =
    typeof what === 'string'
      ? await vscode.workspace.openTextDocument(fileOf(what))
      : await vscode.workspace.openTextDocument({ language: 'markdown', ...what });
  return vscode.window.showTextDocument(document);
}

export function fileOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** The claims of exactly the document's present text. */
export async function claimsOf(document: vscode.TextDocument): Promise<ArticleClaims> {
  const api = await claimlens();
  const known = await until(
    `claims of ${document.uri}`,
    () => api.claims(document.uri),
    (claims) => claims?.version === document.version,
    [api.onDidChangeClaims as vscode.Event<never>, clock],
  );
  return known!;
}

/** Our diagnostics of a document, once they are as expected. */
export function problemsOf(
  document: vscode.TextDocument,
  what: string,
  accept: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const read = () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'claimlens');
  return until(what, read, accept, [vscode.languages.onDidChangeDiagnostics as vscode.Event<never>]);
}

/** A problem's code, which stands beside its link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Whether a problem of that code stands at that text. */
export function hasProblem(document: vscode.TextDocument, problems: readonly vscode.Diagnostic[], code: string, text: string): boolean {
  return problems.some((problem) => codeOf(problem) === code && document.getText(problem.range).includes(text));
}

/** The middle of the nth place (from 0) where a text stands. */
export function middleOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`the article does not say ${text}`);
  return document.positionAt(at + Math.floor(text.length / 2));
}

/** Sets one of our settings for the workspace; undefined takes it back. */
export async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('claimlens').update(key, value, vscode.ConfigurationTarget.Workspace);
}

/** Closes every editor; what is not saved is thrown away. */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** An article of which every reader would say the same: a number from nowhere, people without names, an absolute, a day that fades. */
export const ARTICLE = `---
title: 试文
date: 2024-02-22
---

# 试文

## 现状

这家公司两年来接待了接近100万人次。业内人士认为，市场还会更大。

## 展望

昨天周屹说：“我们一定会赢。”
`;

export const ENGLISH = '# Readme\n\nThis library had 1,000,000 downloads last year and will certainly win.\n';
