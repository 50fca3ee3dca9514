import * as vscode from 'vscode';
import { EXPORT_FORMAT_NAMES, EXPORT_FORMATS, type ExportFormatName, exportName } from '../../../common/exports.ts';
import type { ActiveArticle } from '../articles.ts';

/** What is to be exported. */
export interface Subject {
  readonly uri: vscode.Uri;
  readonly folder: boolean;
}

/** The article in front, or a folder; asked only where there is a choice. */
export async function askSubject(active: ActiveArticle): Promise<Subject | undefined> {
  const article = active.editor?.document.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const items = [
    ...(article
      ? [
          {
            label: vscode.l10n.t('This article'),
            description: nameOf(article),
            iconPath: new vscode.ThemeIcon('file'),
            uri: article,
            folder: false,
          },
        ]
      : []),
    ...folders.map(({ uri, name }) => ({
      label: vscode.l10n.t('Every article of the folder'),
      description: name,
      iconPath: new vscode.ThemeIcon('folder'),
      uri,
      folder: true,
    })),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an article or a folder first: there is nothing to export.'));
    return undefined;
  }
  return items.length === 1 ? items[0] : vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export Claims') });
}

export async function askFormat(): Promise<ExportFormatName | undefined> {
  const items = EXPORT_FORMAT_NAMES.map((format) => ({
    format,
    label: exportName(format, vscode.env.language),
    description: `.${EXPORT_FORMATS[format].extension}`,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export Claims'), placeHolder: vscode.l10n.t('Format') }))
    ?.format;
}

/** Where it is to be written: beside the article, or into the folder, unless somebody says otherwise. */
export function askTarget({ uri, folder }: Subject, format: ExportFormatName): Thenable<vscode.Uri | undefined> {
  const { extension } = EXPORT_FORMATS[format];
  const kind = exportName(format, vscode.env.language);
  const name = folder ? `claims.${extension}` : `${nameOf(uri).replace(/\.(commentary\.)?\w+$/, '')}.claims.${extension}`;
  const beside = folder ? uri : uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Claims'),
    filters: { [kind]: [extension] },
    ...(beside && { defaultUri: vscode.Uri.joinPath(beside, name) }),
  });
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
