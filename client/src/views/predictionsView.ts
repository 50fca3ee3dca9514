import * as vscode from 'vscode';
import type { CommandId } from '../../../common/commands.ts';
import { PREDICTIONS_REQUEST, type PredictionItem, type PredictionsResult } from '../../../common/protocol.ts';
import { OUTCOMES, outcomeName } from '../../../common/review.ts';
import { oneLine, shorten } from '../claims/label.ts';
import type { Server } from '../connection/server.ts';
import { type PredictionGroup, type PredictionNode, predictionNodes } from '../review/predictionNodes.ts';
import { askChange, today } from '../review/prompts.ts';
import type { Reviewer } from '../review/reviewer.ts';

export const PREDICTIONS_VIEW = 'claimlens.predictions';

/** Every prediction of the workspace, asked for when the view is opened, and again when an article or a review is saved. */
export class PredictionsView implements vscode.TreeDataProvider<PredictionNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<PredictionNode>;
  readonly #listeners: vscode.Disposable[];
  #nodes: PredictionNode[] | undefined;
  #asking: Promise<void> | undefined;

  constructor(
    private readonly server: Server,
    private readonly reviewer: Reviewer,
  ) {
    this.#view = vscode.window.createTreeView(PREDICTIONS_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      this.#view,
      vscode.workspace.onDidSaveTextDocument(() => this.#stale()),
      server.onDidChangeState(() => this.#stale()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#changed.fire(undefined)),
    ];
  }

  /** What is shown, asked for anew where nothing is yet. */
  async nodes(): Promise<readonly PredictionNode[]> {
    if (!this.#nodes) await this.refresh();
    return this.#nodes ?? [];
  }

  async refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    await this.#asking;
    this.#changed.fire(undefined);
  }

  async setOutcome(argument: unknown): Promise<void> {
    const item = itemOf(argument);
    if (!item) return;
    const change = await askChange('outcome', {});
    if (!change) return;
    await this.reviewer.send({ uri: item.uri, claim: item.claim, change });
    await this.refresh();
  }

  async reveal(argument: unknown): Promise<void> {
    const item = itemOf(argument);
    if (!item) return;
    const { start, end } = item.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(item.uri), { selection });
  }

  async getChildren(node?: PredictionNode): Promise<PredictionNode[]> {
    if (!node) return [...(await this.nodes())];
    return node.type === 'group' ? [...node.children] : [];
  }

  getTreeItem(node: PredictionNode): vscode.TreeItem {
    if (node.type === 'group') return groupItem(node.group, node.children.length);
    return node.type === 'score' ? scoreItem(node) : predictionItem(node);
  }

  async #ask(): Promise<void> {
    if (!this.server.running) return;
    try {
      const { predictions } = await this.server.request<PredictionsResult>(PREDICTIONS_REQUEST, {});
      this.#nodes = predictionNodes(predictions, today());
    } catch (error) {
      this.server.log.warn(`predictions: ${String(error)}`);
    }
  }

  #stale(): void {
    this.#nodes = undefined;
    if (this.#view.visible) this.#changed.fire(undefined);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}

function groupItem(group: PredictionGroup, count: number): vscode.TreeItem {
  const names: Record<PredictionGroup, string> = {
    overdue: vscode.l10n.t('Overdue'),
    coming: vscode.l10n.t('Not due yet'),
    undated: vscode.l10n.t('Without a date'),
    resolved: vscode.l10n.t('Outcome known'),
    speakers: vscode.l10n.t('Scorecard'),
  };
  const open = group === 'overdue' || group === 'coming';
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(names[group], open ? Expanded : Collapsed);
  item.id = `group:${group}`;
  item.description = String(count);
  return item;
}

function predictionItem({ item: prediction }: Extract<PredictionNode, { type: 'prediction' }>): vscode.TreeItem {
  const { text, speaker, article, due, horizon, outcome } = prediction;
  const item = new vscode.TreeItem(shorten(oneLine(text)), vscode.TreeItemCollapsibleState.None);
  item.description = [due, speaker ?? vscode.l10n.t('The author'), article].filter(Boolean).join(' · ');
  item.tooltip = [text, horizon, outcome?.evidence].filter(Boolean).join('\n');
  item.contextValue = 'prediction';
  item.iconPath = new vscode.ThemeIcon(outcome ? OUTCOMES[outcome.result].icon : due === null ? 'circle-outline' : 'calendar');
  item.accessibilityInformation = {
    label: [text, item.description, outcome && outcomeName(outcome.result, vscode.env.language)].filter(Boolean).join(', '),
  };
  item.command = { command: 'claimlens.predictions.reveal' satisfies CommandId, title: item.description, arguments: [prediction] };
  return item;
}

function scoreItem({ score }: Extract<PredictionNode, { type: 'score' }>): vscode.TreeItem {
  const { speaker, made, due, resolved, right, undated } = score;
  const item = new vscode.TreeItem(speaker ?? vscode.l10n.t('The author'), vscode.TreeItemCollapsibleState.None);
  item.description = vscode.l10n.t(
    '{0} made, {1} due, {2} resolved, {3} right, {4} % undated',
    made,
    due,
    resolved,
    right,
    Math.round((undated / made) * 100),
  );
  item.iconPath = new vscode.ThemeIcon('person');
  item.contextValue = 'score';
  return item;
}

function itemOf(argument: unknown): PredictionItem | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const item = 'item' in argument ? argument.item : argument;
  return typeof item === 'object' && item !== null && 'uri' in item && 'claim' in item && 'range' in item
    ? (item as PredictionItem)
    : undefined;
}
