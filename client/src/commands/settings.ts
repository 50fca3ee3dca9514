import * as vscode from 'vscode';
import { patternName } from '../../../common/names.ts';
import type { SetRuleArguments } from '../../../common/protocol.ts';
import type { ActiveArticle } from '../articles.ts';
import { isGroupNode } from '../claims/tree.ts';

/** How long a word about a changed setting stays in the status bar, in milliseconds. */
const SAID_FOR = 5000;

/** Sets one pattern's severity in `claimlens.rules`, beside what is already set there; without a folder, for the user. */
export async function setRule(argument: unknown): Promise<void> {
  if (!isArguments(argument)) return;
  const { code, severity } = argument;
  const inWorkspace = argument.target === 'workspace' && vscode.workspace.workspaceFolders !== undefined;
  const settings = vscode.workspace.getConfiguration('claimlens');
  const set = settings.inspect<Record<string, string>>('rules');
  const rules = { ...(inWorkspace ? set?.workspaceValue : set?.globalValue), [code]: severity };
  await settings.update('rules', rules, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
  vscode.window.setStatusBarMessage(said(patternName(code, vscode.env.language), severity, inWorkspace), SAID_FOR);
}

/** Switches the pattern of a tree group off. */
export async function disablePattern(argument: unknown): Promise<void> {
  if (isGroupNode(argument) && argument.code !== null) await setRule({ code: argument.code, severity: 'off', target: 'workspace' });
}

/**
 * Turns a boolean setting of the article in front round, where it is set: in its folder, else in the workspace, else for
 * the user. The argument `true` only ever switches it on: links that say so pass it.
 */
export async function toggleSetting(active: ActiveArticle, key: 'enable' | 'highlight.enable', argument?: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('claimlens', active.editor?.document.uri);
  const isOn = settings.get(key, true);
  if (isOn && argument === true) return;
  await settings.update(key, !isOn, targetOf(settings.inspect<boolean>(key)));
}

function targetOf(set: ReturnType<vscode.WorkspaceConfiguration['inspect']>): vscode.ConfigurationTarget {
  if (set?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  if (set?.workspaceValue !== undefined) return vscode.ConfigurationTarget.Workspace;
  return vscode.ConfigurationTarget.Global;
}

function said(name: string, severity: SetRuleArguments['severity'], inWorkspace: boolean): string {
  if (severity !== 'off') return vscode.l10n.t('{0}: {1}', name, severity);
  return inWorkspace ? vscode.l10n.t('{0}: switched off in this workspace', name) : vscode.l10n.t('{0}: switched off', name);
}

function isArguments(value: unknown): value is Pick<SetRuleArguments, 'code' | 'severity' | 'target'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'severity' in value &&
    'target' in value
  );
}
