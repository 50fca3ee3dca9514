import * as vscode from 'vscode';
import { REPORT_REQUEST, type ReportParams, type ReportResult } from '../../../common/protocol.ts';
import type { ClaimsStore } from '../claims/store.ts';
import type { Server } from '../connection/server.ts';
import { messagePage, reportPage } from './page.ts';

/** So long the text must rest at least before the report is made anew, in milliseconds; long articles have to rest longer. */
const REST = 250;
const REST_BY_COST = 4;

/** One article's report beside it: the page that the export writes, kept up with the text. */
export class ReportPanel implements vscode.Disposable {
  readonly #listeners: vscode.Disposable[];
  #shown: ReportResult | undefined;
  #asking: vscode.CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last report took, in milliseconds. */
  #cost = 0;

  constructor(
    readonly uri: vscode.Uri,
    readonly panel: vscode.WebviewPanel,
    private readonly server: Server,
    private readonly store: ClaimsStore,
    private readonly extension: vscode.Uri,
  ) {
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'resources/report')] };
    panel.iconPath = vscode.Uri.joinPath(extension, 'resources/icons/activity.svg');
    const isOurs = (uri: vscode.Uri) => uri.toString() === this.uri.toString();
    this.#listeners = [
      panel.webview.onDidReceiveMessage((message: unknown) => void this.receive(message)),
      panel.onDidChangeViewState(() => panel.visible && this.#soon()),
      store.onDidChange((uri) => isOurs(uri) && this.#soon()),
      // The store follows what is seen; the article may lie behind another.
      vscode.workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && this.#soon()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => isOurs(uri) && this.#soon()),
      server.onDidChangeState(() => this.#soon()),
    ];
    void this.refresh();
  }

  get body(): string {
    return this.#shown?.body ?? '';
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  /** Asks for the report as the text stands, and shows it; what was asked before is given up. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    if (!this.server.running) {
      if (!this.#shown && !this.server.starting) this.#say(vscode.l10n.t('The language server is not running.'));
      return;
    }
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    try {
      const params: ReportParams = { uri: this.server.toProtocol(this.uri) };
      const asked = performance.now();
      const report = await this.server.request<ReportResult | null>(REPORT_REQUEST, params, asking.token);
      this.#cost = performance.now() - asked;
      if (!asking.token.isCancellationRequested) this.#show(report);
    } catch (error) {
      if (!asking.token.isCancellationRequested) this.server.log.warn(`report of ${this.uri.toString(true)}: ${String(error)}`);
    } finally {
      asking.dispose();
      if (this.#asking === asking) this.#asking = undefined;
    }
  }

  /** What the page has to say. */
  async receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    // A page that was put away and made anew starts from what it was first given.
    if (message.type === 'ready' && this.#shown) this.#post(this.#shown);
    if (message.type === 'reveal' && 'claim' in message && typeof message.claim === 'string') await this.#reveal(message.claim);
  }

  click(claim: string): Promise<void> {
    return this.receive({ type: 'reveal', claim });
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), Math.max(REST, this.#cost * REST_BY_COST));
  }

  #show(report: ReportResult | null): void {
    if (!report) {
      this.#shown = undefined;
      this.#say(vscode.l10n.t('This article was not checked.'));
      return;
    }
    const before = this.#shown;
    this.#shown = report;
    this.panel.title = vscode.l10n.t('Report: {0}', report.title);
    if (!before) this.panel.webview.html = reportPage(this.panel.webview, this.extension, this.uri, report);
    else if (before.body !== report.body) this.#post(report);
  }

  #post({ body }: ReportResult): void {
    void this.panel.webview.postMessage({ type: 'body', body });
  }

  #say(text: string): void {
    this.panel.webview.html = messagePage(text);
  }

  /** Selects the claim in the article, where that is open already, else beside the report. */
  async #reveal(id: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    const known = this.store.get(this.uri)?.claims.find((claim) => claim.id === id);
    const range = known ? { start: document.positionAt(known.start), end: document.positionAt(known.end) } : this.#shown?.ranges[id];
    if (!range) return;
    const { start, end } = range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    const column = open ?? (this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column, selection });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    for (const listener of this.#listeners) listener.dispose();
  }
}
