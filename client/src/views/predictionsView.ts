import * as vscode from 'vscode';
import {
  PREDICTIONS_CHANGED,
  PREDICTIONS_REQUEST,
  type PredictionItem,
  type PredictionsParams,
  type PredictionsResult,
} from '../../../common/protocol.ts';
import type { Server } from '../connection/server.ts';
import { Kept } from '../review/kept.ts';
import { type PredictionNode, predictionNodes, Rows, VIEW_GROUPS } from '../review/predictionNodes.ts';
import { askChange, today } from '../review/prompts.ts';
import type { Reviewer } from '../review/reviewer.ts';
import { predictionTreeItem } from './predictionItems.ts';

export const PREDICTIONS_VIEW = 'claimlens.predictions';
/** A checkout changes many files at once. */
const SETTLE_MS = 500;

/** Every prediction of the workspace, asked for when the view is opened, and again when an article or a review changes. */
export class PredictionsView implements vscode.TreeDataProvider<PredictionNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<PredictionNode>;
  readonly #listeners: vscode.Disposable[];
  readonly #kept = new Kept((day) => this.#request(day), today);
  #soon: ReturnType<typeof setTimeout> | undefined;
  readonly #rows = new Rows();

  constructor(
    private readonly server: Server,
    private readonly reviewer: Reviewer,
  ) {
    this.#view = vscode.window.createTreeView(PREDICTIONS_VIEW, { treeDataProvider: this, showCollapseAll: true });
    const files = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,txt}');
    const soon = () => this.#staleSoon();
    this.#listeners = [
      this.#view,
      files,
      files.onDidCreate(soon),
      files.onDidChange(soon),
      files.onDidDelete(soon),
      server.onNotification(PREDICTIONS_CHANGED, () => this.#stale()),
      server.onDidChangeState(() => this.#stale()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#changed.fire(undefined)),
      // A window that was left open overnight is come back to.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#view.visible && this.#kept.outdated) this.#changed.fire(undefined);
      }),
    ];
  }

  /** What is shown, asked for anew where it is old. The server counted by the day it was asked on: so are the rows parted. */
  async nodes(): Promise<readonly PredictionNode[]> {
    const known = await this.#kept.current();
    return known ? predictionNodes(known.result, known.day) : [];
  }

  /** Articles that the server is still to read. */
  get pending(): number {
    return this.#kept.last?.result.pending ?? 0;
  }

  async refresh(): Promise<void> {
    await this.#kept.renew();
    this.#changed.fire(undefined);
  }

  async more(argument: unknown): Promise<void> {
    const group = VIEW_GROUPS.find((name) => name === argument);
    if (!group) return;
    this.#rows.more(group);
    await this.refresh();
  }

  async setOutcome(argument: unknown): Promise<void> {
    const item = itemOf(argument);
    if (!item) return;
    const change = await askChange('outcome');
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
    return predictionTreeItem(node);
  }

  async #request(day: string): Promise<PredictionsResult | undefined> {
    if (!this.server.running) return undefined;
    try {
      const params: PredictionsParams = { partial: true, rows: this.#rows.params(), today: day };
      const result = await this.server.request<PredictionsResult>(PREDICTIONS_REQUEST, params);
      this.#view.message = result.pending > 0 ? vscode.l10n.t('{0} articles are still to be read.', result.pending) : '';
      return result;
    } catch (error) {
      this.server.log.warn(`predictions: ${String(error)}`);
      return undefined;
    }
  }

  /** What was known stays until the new is there. */
  #stale(): void {
    if (this.#view.visible) void this.refresh();
    else this.#kept.age();
  }

  #staleSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#stale(), SETTLE_MS);
  }

  dispose(): void {
    clearTimeout(this.#soon);
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}

function itemOf(argument: unknown): PredictionItem | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const item = 'item' in argument ? argument.item : argument;
  return typeof item === 'object' && item !== null && 'uri' in item && 'claim' in item && 'range' in item
    ? (item as PredictionItem)
    : undefined;
}
