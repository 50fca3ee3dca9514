import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { CLIENT_COMMANDS, type CommandId } from '../../../common/commands.ts';
import type { InitializationOptions } from '../../../common/protocol.ts';
import { ARTICLE_LANGUAGES, isServed, PROJECT_FILES } from '../articles.ts';
import type { CrashCounter } from './crashes.ts';

/** How the language client works on every platform. */
export function clientOptions(log: vscode.LogOutputChannel, crashes: CrashCounter): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    locale: vscode.env.language,
    clientCommands: [...CLIENT_COMMANDS],
    files: true,
  };
  return {
    documentSelector: [...ARTICLE_LANGUAGES.map((language) => ({ language })), ...PROJECT_FILES],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    // Without this the client does not pull on change at all.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true, filter: (document) => !isServed(document) },
    markdown: { isTrusted: { enabledCommands: CLIENT_COMMANDS }, supportThemeIcons: true },
    errorHandler: errorHandler(crashes),
    middleware: { ...ARTICLES_ONLY, provideCodeActions },
  };
}

/** A document selector cannot exclude: what is no article is held back here. */
const ARTICLES_ONLY: Middleware = {
  didOpen: async (document, next) => (isServed(document) ? next(document) : undefined),
  didChange: async (event, next) => (isServed(event.document) ? next(event) : undefined),
  didSave: async (document, next) => (isServed(document) ? next(document) : undefined),
  didClose: async (document, next) => (isServed(document) ? next(document) : undefined),
};

/**
 * Commands are whole as they come, which VS Code is told by an edit, if an empty one. Else it has each resolved when it was chosen,
 * and by then may have forgotten the command, having looked for actions anew.
 */
const provideCodeActions: NonNullable<Middleware['provideCodeActions']> = async (document, range, context, token, next) => {
  const actions = await next(document, range, context, token);
  for (const action of actions ?? []) if (action instanceof vscode.CodeAction && action.command) action.edit ??= new vscode.WorkspaceEdit();
  return actions;
};

function errorHandler(crashes: CrashCounter): ErrorHandler {
  return {
    error: (_error, _message, count) => ({ action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: () => {
      const { restart, first } = crashes.crashed();
      if (!restart) void sayDown();
      else if (first) void sayRestarted();
      return { action: restart ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function sayRestarted(): Promise<void> {
  const output = vscode.l10n.t('Show Output');
  const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Claimlens stopped unexpectedly and was started again.'), output);
  if (answer === output) await run('claimlens.showOutput');
}

async function sayDown(): Promise<void> {
  const output = vscode.l10n.t('Show Output');
  const restart = vscode.l10n.t('Restart');
  const message = vscode.l10n.t('Claimlens stopped several times in a row and stays off. Your text is not affected.');
  const answer = await vscode.window.showErrorMessage(message, restart, output);
  if (answer === output) await run('claimlens.showOutput');
  if (answer === restart) await run('claimlens.restart');
}

function run(command: CommandId): Thenable<unknown> {
  return vscode.commands.executeCommand(command);
}
