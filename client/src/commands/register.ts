import * as vscode from 'vscode';
import type { CommandId } from '../../../common/commands.ts';

/** What a command does. Arguments come from menus, keybindings and other extensions: each handler looks at them itself. */
export type Handler = (argument?: unknown) => unknown;

/** Registers every command of the extension; one that is missing does not compile. */
export function registerCommands(handlers: Readonly<Record<CommandId, Handler>>): vscode.Disposable {
  return vscode.Disposable.from(...Object.entries(handlers).map(([id, handler]) => vscode.commands.registerCommand(id, handler)));
}
