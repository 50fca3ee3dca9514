import * as vscode from 'vscode';
import { CHECK_ARTICLE, CHECK_WORKSPACE, type ClaimsParams, type WorkspaceCheckResult } from '../../../common/protocol.ts';
import type { ActiveArticle } from '../articles.ts';
import type { Server } from '../connection/server.ts';
import type { FolderView } from '../views/folderView.ts';

/** Checks the article in front, whatever `claimlens.run` says. */
export async function checkNow(server: Server, active: ActiveArticle): Promise<void> {
  const document = active.editor?.document;
  if (!document || !(await server.upOrTold())) return;
  await server.execute(CHECK_ARTICLE, { uri: server.toProtocol(document.uri) } satisfies ClaimsParams);
}

/** Checks every article of the folder; the server shows the progress, which can be stopped, and the problems as they come. Then they are listed by article. */
export async function checkWorkspace(server: Server, view: FolderView): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: there is none to check.'));
    return;
  }
  if (!(await server.upOrTold())) return;
  const result = await server.execute<WorkspaceCheckResult | null>(CHECK_WORKSPACE);
  if (!result) return;
  await view.show(result.articles);
  const claims = Object.values(result.claims).reduce((sum, count) => sum + count, 0);
  const text = vscode.l10n.t('{0} of {1} articles checked: {2} claims', result.files, result.total, claims);
  vscode.window.setStatusBarMessage(text, 10_000);
  for (const file of result.failed) server.log.warn(`could not be read: ${file}`);
}
