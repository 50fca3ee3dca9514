import * as vscode from 'vscode';

/** Tree rows with a resource of this scheme are greyed: a tree item's words take a colour only so. */
export const IGNORED_SCHEME = 'claimlens-ignored';

export function registerIgnoredDecoration(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => (uri.scheme === IGNORED_SCHEME ? { color: new vscode.ThemeColor('disabledForeground') } : undefined),
  });
}
