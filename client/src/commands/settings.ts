import * as vscode from 'vscode';
import type { DisableRuleParams } from '../../../common/commands.ts';
import { patternName } from '../../../common/names.ts';
import { isGroupNode } from '../claims/tree.ts';

/** How long a word about a changed setting stays in the status bar, in milliseconds. */
const SAID_FOR = 5000;

/** Sets `claimlens.rules.<code>` to `off`, beside what is already set there. A tree group's row does it for the user. */
export async function disableRule(argument: unknown): Promise<void> {
  const params = isGroupNode(argument) && argument.code !== null ? { code: argument.code, target: 'workspace' as const } : argument;
  if (!isParams(params)) return;
  const inWorkspace = params.target === 'workspace' && vscode.workspace.workspaceFolders !== undefined;
  const settings = vscode.workspace.getConfiguration('claimlens');
  const set = settings.inspect<Record<string, string>>('rules');
  const rules = { ...(inWorkspace ? set?.workspaceValue : set?.globalValue), [params.code]: 'off' };
  await settings.update('rules', rules, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
  const name = patternName(params.code, vscode.env.language);
  const text = inWorkspace ? vscode.l10n.t('{0}: switched off in this workspace', name) : vscode.l10n.t('{0}: switched off', name);
  vscode.window.setStatusBarMessage(text, SAID_FOR);
}

/** Turns a boolean setting round where it is set: in the workspace if it is set there, else for the user. */
export async function toggleSetting(key: 'enable' | 'highlight.enable'): Promise<void> {
  const settings = vscode.workspace.getConfiguration('claimlens');
  const inWorkspace = settings.inspect<boolean>(key)?.workspaceValue !== undefined;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update(key, !settings.get(key, true), target);
}

function isParams(value: unknown): value is DisableRuleParams {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'target' in value;
}
