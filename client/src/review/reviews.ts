import * as vscode from 'vscode';
import { REVIEW_REQUEST, type ReviewParams, type ReviewResult } from '../../../common/protocol.ts';
import type { ClaimsStore } from '../claims/store.ts';
import type { Server } from '../connection/server.ts';

/** The reviews of the articles shown, as the server last gave them: asked for whenever their claims come anew. */
export class ReviewStore implements vscode.Disposable {
  readonly #known = new Map<string, ReviewResult>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    store: ClaimsStore,
  ) {
    this.#listeners = [
      store.onDidChange((uri) => store.get(uri) && void this.#refresh(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#known.delete(uri.toString())) this.#changed.fire(uri);
      }),
    ];
  }

  get(uri: vscode.Uri): ReviewResult | undefined {
    return this.#known.get(uri.toString());
  }

  async #refresh(uri: vscode.Uri): Promise<void> {
    if (!this.server.running) return;
    try {
      const params: ReviewParams = { uri: this.server.toProtocol(uri) };
      const result = await this.server.request<ReviewResult>(REVIEW_REQUEST, params);
      const before = this.#known.get(uri.toString());
      this.#known.set(uri.toString(), result);
      if (JSON.stringify(before) !== JSON.stringify(result)) this.#changed.fire(uri);
    } catch (error) {
      this.server.log.warn(`review of ${uri.toString(true)}: ${String(error)}`);
    }
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}
