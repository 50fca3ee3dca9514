import * as vscode from 'vscode';
import {
  CLAIMS_CHANGED,
  CLAIMS_REQUEST,
  type ClaimItem,
  type ClaimsChangedParams,
  type ClaimsParams,
  type ClaimsResult,
} from '../../../common/protocol.ts';
import { isArticle } from '../articles.ts';
import type { Server } from '../connection/server.ts';
import type { Skipped } from './articleState.ts';
import { shiftClaims } from './shift.ts';

/** What is known about one open article. `claims` follow edits by `start` and `end`. */
export interface ArticleClaims {
  readonly claims: readonly ClaimItem[];
  readonly skipped: Skipped;
  readonly date: string | null;
  /** The document version that the server's answer was for. */
  readonly version: number;
}

/** The claims of the visible articles, as the server last gave them, moved along with what was typed since. */
export class ClaimsStore implements vscode.Disposable {
  readonly #known = new Map<string, ArticleClaims>();
  readonly #pending = new Map<string, { readonly source: vscode.CancellationTokenSource; readonly done: Promise<void> }>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** The server's answer for an article has come, or it is forgotten; edits in between do not fire. */
  readonly onDidChange = this.#changed.event;
  readonly #listeners: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.#listeners = [
      server.onNotification<ClaimsChangedParams>(CLAIMS_CHANGED, ({ uri }) => this.#refreshIfShown(uri)),
      server.onDidChangeState(() => this.#refreshVisible()),
      // What was changed while it was hidden, by a revert or a search over files, is asked for when it is seen again.
      vscode.window.onDidChangeVisibleTextEditors(() =>
        this.#refreshVisible((document) => this.#known.get(document.uri.toString())?.version !== document.version),
      ),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#refreshIfShown(document.uri.toString())),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri.toString())),
    ];
    this.#refreshVisible();
  }

  get(uri: vscode.Uri): ArticleClaims | undefined {
    return this.#known.get(uri.toString());
  }

  /** Asks the server for an open article's claims; an older request for the same article is given up, and ends with this one. */
  async refresh(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    this.#pending.get(key)?.source.cancel();
    if (!this.server.running) return;
    const source = new vscode.CancellationTokenSource();
    const done = this.#ask(document, source).then(() => this.#pending.get(key)?.done);
    this.#pending.set(key, { source, done });
    await done;
  }

  async #ask(document: vscode.TextDocument, source: vscode.CancellationTokenSource): Promise<void> {
    const key = document.uri.toString();
    try {
      const params: ClaimsParams = { uri: this.server.toProtocol(document.uri) };
      const result = await this.server.request<ClaimsResult>(CLAIMS_REQUEST, params, source.token);
      if (source.token.isCancellationRequested || document.isClosed || !result) return;
      this.#take(document, result);
    } catch (error) {
      if (!source.token.isCancellationRequested) this.#failed(document, error);
    } finally {
      if (this.#pending.get(key)?.source === source) this.#pending.delete(key);
      source.dispose();
    }
  }

  /** What is known stays. */
  #failed(document: vscode.TextDocument, error: unknown): void {
    this.server.log.warn(`claims of ${document.uri.toString(true)}: ${String(error)}`);
    const key = document.uri.toString();
    if (this.#known.has(key) || document.isClosed || !this.server.running) return;
    // Not of this version: it is asked for again when it is next seen.
    this.#known.set(key, { claims: [], skipped: 'failed', date: null, version: -1 });
    this.#changed.fire(document.uri);
  }

  /** An answer for an older text is used only where nothing better is there: another one is on its way. */
  #take(document: vscode.TextDocument, result: ClaimsResult): void {
    const key = document.uri.toString();
    if (result.version !== document.version && this.#known.has(key)) return;
    const { claims, skipped, date, version } = result;
    this.#known.set(key, { claims, skipped, date, version });
    this.#changed.fire(document.uri);
  }

  #follow(event: vscode.TextDocumentChangeEvent): void {
    const key = event.document.uri.toString();
    const known = this.#known.get(key);
    if (!known || event.contentChanges.length === 0) return;
    this.#known.set(key, { ...known, claims: shiftClaims(known.claims, event.contentChanges) });
  }

  #refreshIfShown(uri: string): void {
    const wanted = vscode.Uri.parse(uri).toString();
    const document = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === wanted)?.document;
    if (document && isArticle(document)) void this.refresh(document);
    // What is hidden is asked for when it is shown again.
    else this.#forget(wanted);
  }

  #refreshVisible(which: (document: vscode.TextDocument) => boolean = () => true): void {
    const documents = new Set(vscode.window.visibleTextEditors.map((editor) => editor.document));
    for (const document of documents) if (isArticle(document) && which(document)) void this.refresh(document);
  }

  #forget(key: string): void {
    this.#pending.get(key)?.source.cancel();
    // Whoever shows something of it takes it away: it may be in sight still, as no article any more.
    if (this.#known.delete(key)) this.#changed.fire(vscode.Uri.parse(key));
  }

  dispose(): void {
    for (const { source } of this.#pending.values()) source.cancel();
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}
