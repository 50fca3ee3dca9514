import * as vscode from 'vscode';
import { patternName } from '../../common/names.ts';
import { statusName } from '../../common/review.ts';
import type { Words } from './claims/words.ts';

/** `周屹的结论` */
export function decisionOf(reviewer: string | null): string {
  return vscode.l10n.t('decision of {0}', reviewer ?? vscode.l10n.t('Somebody'));
}

/** The label words in VS Code's display language. */
export function words(): Words {
  return {
    line: (line) => vscode.l10n.t('line {0}', line),
    claims: (count) => (count === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', count)),
    author: vscode.l10n.t('The author'),
    noSection: vscode.l10n.t('Before the first heading'),
    ignored: (reason) => vscode.l10n.t('ignored: {0}', reason),
    ignoredWithoutReason: vscode.l10n.t('ignored'),
    status: (status) => statusName(status, vscode.env.language),
    changed: vscode.l10n.t('text changed since review'),
    gone: vscode.l10n.t('found no more'),
    conflict: vscode.l10n.t('reviewers disagree'),
    decision: (reviewer, status, reason) => {
      const decided = statusName(status, vscode.env.language);
      return vscode.l10n.t('{0}: {1}', decisionOf(reviewer), reason ? vscode.l10n.t('{0}, {1}', decided, reason) : decided);
    },
    pattern: (code) => patternName(code, vscode.env.language),
  };
}
