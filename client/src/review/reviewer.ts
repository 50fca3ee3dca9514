import * as vscode from 'vscode';
import {
  type AskReviewArguments,
  type ClaimItem,
  REVIEW_COMMAND,
  type ReviewAnswer,
  type ReviewArguments,
} from '../../../common/protocol.ts';
import type { ReviewStatus } from '../../../common/review.ts';
import type { ActiveArticle } from '../articles.ts';
import { claimNear } from '../claims/locate.ts';
import type { ClaimsStore } from '../claims/store.ts';
import { isClaimNode } from '../commands/navigate.ts';
import type { Server } from '../connection/server.ts';
import type { ClaimsView } from '../views/claimsView.ts';
import { askChange, askCode } from './prompts.ts';

interface Subject {
  /** As the server knows it. */
  readonly uri: string;
  readonly claim: ClaimItem;
}

/** Carries decisions to the server, from the tree, the cursor's place, code actions and comments. */
export class Reviewer {
  constructor(
    private readonly server: Server,
    private readonly store: ClaimsStore,
    private readonly view: ClaimsView,
    private readonly active: ActiveArticle,
  ) {}

  async setStatus(argument: unknown, status: ReviewStatus): Promise<ReviewAnswer | undefined> {
    const subject = this.#subject(argument);
    return subject && this.send({ uri: subject.uri, claim: subject.claim.id, change: { status } });
  }

  async ask(argument: unknown, ask: AskReviewArguments['ask']): Promise<ReviewAnswer | undefined> {
    const subject = this.#subject(argument);
    if (!subject) return undefined;
    const { uri, claim } = subject;
    const change = await askChange(ask, { note: claim.review?.note ?? null, sources: claim.review?.sources ?? [] });
    return change && this.send({ uri, claim: claim.id, change });
  }

  /** The command that the server's code actions name. */
  async asked(argument: unknown): Promise<ReviewAnswer | undefined> {
    if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('claim' in argument) || !('ask' in argument))
      return undefined;
    return this.ask(argument, argument.ask as AskReviewArguments['ask']);
  }

  async withdraw(argument: unknown): Promise<ReviewAnswer | undefined> {
    const subject = this.#subject(argument);
    const entry = subject?.claim.review?.entry;
    return subject && entry !== undefined ? this.send({ uri: subject.uri, entry, withdraw: true }) : undefined;
  }

  /** Marks the selection as a claim that the analysis missed; another extension may name the pattern. */
  async mark(argument: unknown): Promise<ReviewAnswer | undefined> {
    const { editor } = this.active;
    if (!editor) return undefined;
    if (editor.selection.isEmpty) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the words of the claim first.'));
      return undefined;
    }
    const { document, selection } = editor;
    const code = typeof argument === 'string' ? argument : await askCode();
    if (!code) return undefined;
    return this.send({ uri: this.server.toProtocol(document.uri), range: rangeOf(selection), code, change: { status: 'open' } });
  }

  /** Answers once the decision is on disk; the server itself says why it is not. */
  async send(args: ReviewArguments): Promise<ReviewAnswer> {
    if (!this.server.running) return { entry: null, error: vscode.l10n.t('The language server is not running.') };
    return this.server.execute<ReviewAnswer>(REVIEW_COMMAND, args);
  }

  /** A tree row, what a code action names, or the claim at the cursor. */
  #subject(argument: unknown): Subject | undefined {
    if (isClaimNode(argument)) {
      const uri = this.view.provider.content?.uri;
      return uri && { uri: this.server.toProtocol(uri), claim: argument.claim };
    }
    if (typeof argument === 'object' && argument !== null && 'uri' in argument && 'claim' in argument) {
      const { uri, claim: id } = argument;
      if (typeof uri !== 'string') return undefined;
      const claim = this.store.get(vscode.Uri.parse(uri))?.claims.find((one) => one.id === id);
      return claim && { uri, claim };
    }
    const { editor } = this.active;
    if (!editor) return undefined;
    const claim = claimNear(this.store.get(editor.document.uri)?.claims ?? [], editor.document.offsetAt(editor.selection.active));
    return claim && { uri: this.server.toProtocol(editor.document.uri), claim };
  }
}

export function rangeOf({ start, end }: vscode.Range) {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
