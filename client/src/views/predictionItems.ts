import * as vscode from 'vscode';
import type { CommandId } from '../../../common/commands.ts';
import { OUTCOMES, outcomeName } from '../../../common/review.ts';
import { CERTAINTIES } from '../../../common/scorecard.ts';
import { oneLine, shorten } from '../claims/label.ts';
import type { PredictionNode, ViewGroup } from '../review/predictionNodes.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** What a row of the predictions view shows and says. */
export function predictionTreeItem(node: PredictionNode): vscode.TreeItem {
  switch (node.type) {
    case 'group':
      return groupItem(node);
    case 'more':
      return moreItem(node);
    case 'score':
      return scoreItem(node);
    case 'prediction':
      return predictionItem(node);
  }
}

type Of<T extends PredictionNode['type']> = Extract<PredictionNode, { type: T }>;

function groupItem({ group, count }: Of<'group'>): vscode.TreeItem {
  const names: Record<ViewGroup, string> = {
    overdue: vscode.l10n.t('Overdue'),
    coming: vscode.l10n.t('Not due yet'),
    undated: vscode.l10n.t('Without a date'),
    resolved: vscode.l10n.t('Outcome known'),
    speakers: vscode.l10n.t('Scorecard'),
  };
  const item = new vscode.TreeItem(names[group], group === 'overdue' || group === 'coming' ? Expanded : Collapsed);
  item.id = `group:${group}`;
  item.description = String(count);
  return item;
}

function moreItem({ group, count }: Of<'more'>): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more...', count), None);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = {
    command: 'claimlens.predictions.more' satisfies CommandId,
    title: vscode.l10n.t('{0} more...', count),
    arguments: [group],
  };
  return item;
}

function predictionItem({ item: prediction }: Of<'prediction'>): vscode.TreeItem {
  const { text, speaker, article, due, horizon, outcome } = prediction;
  const item = new vscode.TreeItem(shorten(oneLine(text)), None);
  const result = outcome && outcomeName(outcome.result, vscode.env.language);
  item.description = [result, due, speaker ?? vscode.l10n.t('The author'), article].filter(Boolean).join(' · ');
  item.tooltip = [text, horizon, [result, outcome?.date].filter(Boolean).join(' '), outcome?.evidence].filter(Boolean).join('\n');
  item.contextValue = 'prediction';
  item.iconPath = new vscode.ThemeIcon(outcome ? OUTCOMES[outcome.result].icon : due === null ? 'circle-outline' : 'calendar');
  item.accessibilityInformation = { label: [text, item.description].join(', ') };
  item.command = { command: 'claimlens.predictions.reveal' satisfies CommandId, title: item.description, arguments: [prediction] };
  return item;
}

function scoreItem({ score }: Of<'score'>): vscode.TreeItem {
  const { speaker, made, due, resolved, right, undated, calibration } = score;
  const name = speaker ?? vscode.l10n.t('The author');
  const item = new vscode.TreeItem(name, None);
  item.description = vscode.l10n.t(
    '{0} made, {1} due, {2} resolved, {3} right, {4} % undated',
    made,
    due,
    resolved,
    right,
    Math.round((undated / made) * 100),
  );
  const names = { absolute: vscode.l10n.t('Absolute'), hedged: vscode.l10n.t('Hedged'), plain: vscode.l10n.t('Plain') };
  const lines = [
    item.description,
    ...CERTAINTIES.filter((kind) => calibration[kind].resolved > 0).map((kind) =>
      vscode.l10n.t('{0}: {1} of {2} came true', names[kind], calibration[kind].right, calibration[kind].resolved),
    ),
  ];
  item.tooltip = lines.join('\n');
  item.accessibilityInformation = { label: [name, ...lines].join(', ') };
  item.iconPath = new vscode.ThemeIcon('person');
  item.contextValue = 'score';
  return item;
}
