import * as vscode from 'vscode';
import type { ActiveArticle } from '../articles.ts';
import type { ClaimsStore } from '../claims/store.ts';
import type { Server } from '../connection/server.ts';
import { ReportPanel } from './panel.ts';

export const REPORT_PANEL = 'claimlens.report';

/** The report panels, one an article; those left open are there again after a restart. */
export class ReportPanels implements vscode.Disposable {
  readonly #panels = new Map<string, ReportPanel>();
  readonly #listeners: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly store: ClaimsStore,
    private readonly extension: vscode.Uri,
  ) {
    const serializer: vscode.WebviewPanelSerializer = {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
        if (typeof uri === 'string' && !this.#panels.has(uri)) this.#adopt(vscode.Uri.parse(uri), panel);
        else panel.dispose();
      },
    };
    this.#listeners = [
      vscode.window.registerWebviewPanelSerializer(REPORT_PANEL, serializer),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#renamed(oldUri, newUri);
      }),
    ];
  }

  get(uri: vscode.Uri): ReportPanel | undefined {
    return this.#panels.get(uri.toString());
  }

  /** Shows the report of the article in front, or of one that another extension names, beside it. */
  open(argument: unknown, active: ActiveArticle): void {
    const uri = argument instanceof vscode.Uri ? argument : active.editor?.document.uri;
    if (!uri) return;
    const known = this.get(uri);
    if (known) {
      known.panel.reveal(undefined, true);
      return;
    }
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.#adopt(uri, vscode.window.createWebviewPanel(REPORT_PANEL, vscode.l10n.t('Report'), where, { enableFindWidget: true }));
  }

  /** An article, or a folder of articles, is called otherwise now: their panels go on with the new name. */
  #renamed(from: vscode.Uri, to: vscode.Uri): void {
    for (const [key, report] of [...this.#panels]) {
      const { path, scheme } = report.uri;
      const rest = path === from.path ? '' : path.startsWith(`${from.path}/`) ? path.slice(from.path.length) : undefined;
      if (rest === undefined || scheme !== from.scheme) continue;
      this.#panels.delete(key);
      report.dispose();
      this.#adopt(to.with({ path: to.path + rest }), report.panel);
    }
  }

  #adopt(uri: vscode.Uri, panel: vscode.WebviewPanel): void {
    const report = new ReportPanel(uri, panel, this.server, this.store, this.extension);
    this.#panels.set(uri.toString(), report);
    panel.onDidDispose(() => {
      if (this.#panels.get(uri.toString()) === report) this.#panels.delete(uri.toString());
      report.dispose();
    });
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const report of this.#panels.values()) report.panel.dispose();
  }
}
