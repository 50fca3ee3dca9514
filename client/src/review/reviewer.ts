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
import { claimAtCursor, claimNear, claimNow } from '../claims/locate.ts';
import type { ClaimsStore } from '../claims/store.ts';
import { linesOf } from '../claims/stretch.ts';
import { isClaimNode } from '../commands/navigate.ts';
import type { Server } from '../connection/server.ts';
import type { ClaimsView } from '../views/claimsView.ts';
import { type Choice, choose, chooseDecision } from './choose.ts';
import { askChange, askMark } from './prompts.ts';
import type { ReviewStore } from './reviews.ts';

/** A claim, and the document it stands in. */
export interface Subject {
  readonly uri: vscode.Uri;
  readonly claim: ClaimItem;
}

type Answer = Promise<ReviewAnswer | undefined>;

/** Carries decisions to the server, from the tree, the cursor's place, code actions and hovers. */
export class Reviewer {
  /** Lets a note on a claim be written in the margin. */
  writeNote: (subject: Subject) => Promise<void> = async () => undefined;

  constructor(
    private readonly server: Server,
    private readonly store: ClaimsStore,
    private readonly reviews: ReviewStore,
    private readonly view: ClaimsView,
    private readonly active: ActiveArticle,
  ) {}

  async setStatus(argument: unknown, status: ReviewStatus): Answer {
    const subject = this.#subject(argument);
    return subject && this.#do(subject, { do: 'status', status });
  }

  async ask(argument: unknown, ask: AskReviewArguments['ask']): Answer {
    // The list of all actions names the claim it is about, which may stand beside the cursor.
    const subject = this.#subject(argument, ask === 'choose' ? claimNear : claimAtCursor);
    if (!subject) return undefined;
    const choice: Choice | undefined = ask === 'choose' ? await choose(subject.claim) : { do: 'ask', ask };
    return choice && this.#do(subject, choice);
  }

  /** The command that the server's code actions and hovers name. */
  async asked(argument: unknown): Answer {
    if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('claim' in argument) || !('ask' in argument))
      return undefined;
    return this.ask(argument, argument.ask as AskReviewArguments['ask']);
  }

  async settle(argument: unknown): Answer {
    const subject = this.#subject(argument);
    const choice = subject && (await chooseDecision(subject.claim));
    return choice && this.#do(subject, choice);
  }

  async withdraw(argument: unknown): Answer {
    const subject = this.#subject(argument);
    return subject && this.#do(subject, { do: 'withdraw' });
  }

  /** Marks the selection as a claim that the analysis missed; another extension may name the pattern. */
  async mark(argument: unknown): Answer {
    const { editor } = this.active;
    if (!editor) return undefined;
    if (editor.selection.isEmpty) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the words of the claim first.'));
      return undefined;
    }
    const { document, selection } = editor;
    const mark = typeof argument === 'string' ? { code: argument, note: '' } : await askMark();
    if (!mark) return undefined;
    const change = { status: 'open' as const, ...(mark.note ? { note: mark.note } : {}) };
    return this.send({ uri: this.server.toProtocol(document.uri), range: rangeOf(selection), code: mark.code, change });
  }

  /** Answers once the decision is on disk; the user is told why it is not, by the server where there is one. */
  async send(args: ReviewArguments): Promise<ReviewAnswer> {
    if (!(await this.server.upOrTold())) return { entry: null, error: vscode.l10n.t('The language server is not running.') };
    return this.server.execute<ReviewAnswer>(REVIEW_COMMAND, args);
  }

  async #do(subject: Subject, choice: Choice): Answer {
    const { claim } = subject;
    const uri = this.server.toProtocol(subject.uri);
    switch (choice.do) {
      case 'status':
        return this.send({ uri, claim: claim.id, change: { status: choice.status } });
      case 'keep':
        return this.send({ uri, entry: choice.entry, keep: true });
      case 'withdraw':
        return claim.review && this.send({ uri, entry: claim.review.entry, withdraw: true });
      case 'ask': {
        if (choice.ask === 'note') {
          await this.writeNote(subject);
          return undefined;
        }
        const offered = this.reviews.get(subject.uri)?.sources ?? [];
        const change = await askChange(choice.ask, { sources: claim.review?.sources ?? [], offered });
        return change && this.send({ uri, claim: claim.id, change });
      }
    }
  }

  /** A tree row, what a code action names, or the claim at the cursor. */
  #subject(argument: unknown, find = claimAtCursor): Subject | undefined {
    if (isClaimNode(argument)) {
      const uri = this.view.provider.content?.uri;
      return uri && { uri, claim: claimNow(this.store.get(uri)?.claims ?? [], argument.claim) };
    }
    if (typeof argument === 'object' && argument !== null && 'uri' in argument && 'claim' in argument) {
      if (typeof argument.uri !== 'string') return undefined;
      const uri = vscode.Uri.parse(argument.uri);
      const claim = this.store.get(uri)?.claims.find((one) => one.id === argument.claim);
      if (!claim) void vscode.window.showWarningMessage(vscode.l10n.t('The text changed in the meantime; please choose the claim again.'));
      return claim && { uri, claim };
    }
    const { editor } = this.active;
    if (!editor) return undefined;
    const { document, selection } = editor;
    const claim = find(
      this.store.get(document.uri)?.claims ?? [],
      document.offsetAt(selection.active),
      linesOf(document, new vscode.Range(selection.active, selection.active)),
    );
    if (!claim) void vscode.window.showInformationMessage(vscode.l10n.t('There is no claim here.'));
    return claim && { uri: document.uri, claim };
  }
}

export function rangeOf({ start, end }: vscode.Range) {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
