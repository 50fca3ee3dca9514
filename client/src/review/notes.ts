import * as vscode from 'vscode';
import type { ReviewItem } from '../../../common/protocol.ts';
import { statusName } from '../../../common/review.ts';
import { isArticle } from '../articles.ts';
import type { ClaimsStore } from '../claims/store.ts';
import type { Server } from '../connection/server.ts';
import type { Reviewer } from './reviewer.ts';
import type { ReviewStore } from './reviews.ts';

/** Notes of the review as comment threads in the margin. They are made anew from the files: the margin keeps nothing of its own. */
export class Notes implements vscode.Disposable {
  readonly #controller: vscode.CommentController;
  readonly #threads = new Map<string, Map<string, vscode.CommentThread>>();
  readonly #listener: vscode.Disposable;

  constructor(
    private readonly server: Server,
    private readonly store: ClaimsStore,
    private readonly reviews: ReviewStore,
    private readonly reviewer: Reviewer,
  ) {
    this.#controller = vscode.comments.createCommentController('claimlens.review', vscode.l10n.t('Claimlens review'));
    this.#controller.options = { prompt: vscode.l10n.t('Write a note on this claim'), placeHolder: vscode.l10n.t('Note') };
    this.#controller.commentingRangeProvider = { provideCommentingRanges: (document) => this.#ranges(document) };
    this.#listener = reviews.onDidChange((uri) => this.#show(uri));
  }

  /** The threads of an article, for tests. */
  threads(uri: vscode.Uri): readonly vscode.CommentThread[] {
    return [...(this.#threads.get(uri.toString())?.values() ?? [])];
  }

  /** What was written into a thread goes into the review of the claim under it. Answers whether it stands. */
  async save(argument: unknown): Promise<boolean> {
    if (!isReply(argument)) return false;
    const { thread, text } = argument;
    const item = this.reviews.get(thread.uri)?.entries.find(({ entry }) => this.#threads.get(thread.uri.toString())?.get(entry) === thread);
    const uri = this.server.toProtocol(thread.uri);
    if (item) {
      const note = [item.note, text.trim()].filter(Boolean).join('\n');
      return (await this.reviewer.send({ uri, entry: item.entry, change: { note } })).error === null;
    }
    const claim = this.store.get(thread.uri)?.claims.find(({ range }) => thread.range?.intersection(toRange(range)));
    if (!claim) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no claim on these lines; mark the words as a claim first.'));
      return false;
    }
    const { error } = await this.reviewer.send({ uri, claim: claim.id, change: { note: text.trim() } });
    // What was typed stays in its box until it is safe.
    if (error === null) thread.dispose();
    return error === null;
  }

  #ranges(document: vscode.TextDocument): vscode.Range[] {
    if (!isArticle(document)) return [];
    return (this.store.get(document.uri)?.claims ?? []).map(({ range }) => toRange(range));
  }

  #show(uri: vscode.Uri): void {
    const key = uri.toString();
    const before = this.#threads.get(key) ?? new Map<string, vscode.CommentThread>();
    const now = new Map<string, vscode.CommentThread>();
    for (const item of this.reviews.get(uri)?.entries ?? []) {
      if (!item.note || !item.range) continue;
      const known = before.get(item.entry);
      const thread = known ?? this.#controller.createCommentThread(uri, toRange(item.range), []);
      if (!known) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      thread.range = toRange(item.range);
      thread.label = `${item.name}: ${item.text}`;
      thread.comments = [comment(item)];
      now.set(item.entry, thread);
    }
    for (const [entry, thread] of before) if (!now.has(entry)) thread.dispose();
    this.#threads.set(key, now);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#controller.dispose();
  }
}

function comment(item: ReviewItem): vscode.Comment {
  return {
    // Plain text on purpose: a review file may come from anybody.
    body: item.note ?? '',
    mode: vscode.CommentMode.Preview,
    author: { name: item.reviewer ?? vscode.l10n.t('Somebody') },
    label: statusName(item.status, vscode.env.language),
    timestamp: new Date(item.updated),
  };
}

function toRange({
  start,
  end,
}: {
  start: vscode.Position | { line: number; character: number };
  end: { line: number; character: number };
}): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function isReply(value: unknown): value is vscode.CommentReply {
  return typeof value === 'object' && value !== null && 'thread' in value && 'text' in value && typeof value.text === 'string';
}
