import * as vscode from 'vscode';
import { EXPORT_FORMATS, type ExportFormatName } from '../../../common/exports.ts';
import { EXPORT_REQUEST, type ExportParams, type ExportPart, type ExportResult } from '../../../common/protocol.ts';
import type { ActiveArticle } from '../articles.ts';
import type { Server } from '../connection/server.ts';
import { askFormat, askSubject, askTarget, nameOf, type Subject } from './ask.ts';

/** What other extensions and keybindings may say beforehand; the rest is asked. */
export interface ExportArguments {
  readonly uri?: vscode.Uri;
  readonly folder?: boolean;
  readonly format?: ExportFormatName;
  readonly target?: vscode.Uri;
}

/** Writes the claims of an article or of a folder to a file. Answers what was written; undefined when nothing was. */
export async function exportClaims(server: Server, active: ActiveArticle, argument: unknown): Promise<ExportResult | undefined> {
  if (!(await server.upOrTold())) return undefined;
  const given = argumentsOf(argument);
  const subject = given.uri ? await named(given.uri, given.folder) : await askSubject(active);
  const format = subject && (given.format ?? (await askFormat()));
  const target = format && (given.target ?? (await askTarget(subject, format)));
  if (!target) return undefined;
  const made = await make(server, subject, format);
  if (!made) return undefined;
  const { result, bytes } = made;
  if (result.skipped) {
    const none = vscode.l10n.t('There is no article to export in {0}.', nameOf(subject.uri));
    void vscode.window.showWarningMessage(result.skipped === 'noArticles' ? none : vscode.l10n.t('This article was not checked.'));
    return result;
  }
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} was not written: {1}', nameOf(target), error instanceof Error ? error.message : String(error)),
    );
    return undefined;
  }
  void say(result, target, format);
  return result;
}

/** With a progress that can be stopped, and what it has made when it was not. */
async function make(server: Server, { uri, folder }: Subject, format: ExportFormatName) {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const token = `claimlens-export-${crypto.randomUUID()}`;
  const params: ExportParams = { uri: server.toProtocol(uri), folder, format, partialResultToken: token };
  const title = vscode.l10n.t('Exporting claims');
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, stop) => {
      const listening = server.onProgress<ExportPart>(token, ({ text, done, total }) => {
        if (text) parts.push(encoder.encode(text));
        if (total > 1) progress.report({ message: `${done}/${total}`, increment: 100 / total });
      });
      try {
        const result = await server.request<ExportResult>(EXPORT_REQUEST, params, stop);
        return { result, bytes: joined(parts) };
      } catch (error) {
        if (!stop.isCancellationRequested) {
          server.log.error(`export: ${String(error)}`);
          void vscode.window.showErrorMessage(
            vscode.l10n.t('The export failed: {0}', error instanceof Error ? error.message : String(error)),
          );
        }
        return undefined;
      } finally {
        listening.dispose();
      }
    },
  );
}

async function say(result: ExportResult, target: vscode.Uri, format: ExportFormatName): Promise<void> {
  const open = vscode.l10n.t('Open');
  const done = vscode.l10n.t('{0}: {1} claims of {2} articles', nameOf(target), result.claims, result.articles);
  const failed = result.failed.length > 0 ? vscode.l10n.t('{0} files could not be read.', result.failed.length) : '';
  const answer = await vscode.window.showInformationMessage([done, failed].filter(Boolean).join(' · '), open);
  if (answer !== open) return;
  // A page belongs in a browser, where the window has one beside it.
  const outside = EXPORT_FORMATS[format].extension === 'html' && target.scheme === 'file' && vscode.env.remoteName === undefined;
  if (!outside || !(await vscode.env.openExternal(target))) await vscode.commands.executeCommand('vscode.open', target);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The explorer hands over what was clicked, as a resource alone. */
async function named(uri: vscode.Uri, folder: boolean | undefined): Promise<Subject> {
  if (folder !== undefined) return { uri, folder };
  const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
  return { uri, folder: stat !== undefined && (stat.type & vscode.FileType.Directory) !== 0 };
}

function argumentsOf(argument: unknown): ExportArguments {
  if (argument instanceof vscode.Uri) return { uri: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { uri, folder, format, target } = argument as Record<string, unknown>;
  return {
    ...(uri instanceof vscode.Uri && { uri }),
    ...(typeof folder === 'boolean' && { folder }),
    ...(typeof format === 'string' && format in EXPORT_FORMATS && { format: format as ExportFormatName }),
    ...(target instanceof vscode.Uri && { target }),
  };
}
