import * as vscode from 'vscode';
import type { CommandId } from '../../../common/commands.ts';
import type { REVIEW_COMMANDS } from '../../../common/reviewCommands.ts';
import type { ActiveArticle } from '../articles.ts';
import type { ClaimsStore } from '../claims/store.ts';
import type { Handler } from '../commands/register.ts';
import type { Server } from '../connection/server.ts';
import type { ClaimsView } from '../views/claimsView.ts';
import { PredictionsView } from '../views/predictionsView.ts';
import { Drafts } from './drafts.ts';
import { Notes } from './notes.ts';
import { showOrphans } from './orphans.ts';
import { Reviewer } from './reviewer.ts';
import { ReviewStore } from './reviews.ts';

export interface Review extends vscode.Disposable {
  readonly reviews: ReviewStore;
  readonly notes: Notes;
  readonly predictions: PredictionsView;
  readonly handlers: Readonly<Record<keyof typeof REVIEW_COMMANDS & CommandId, Handler>>;
}

/** Puts the review's parts together: what the tree shows of it, the notes in the margin, the predictions, the commands. */
export function composeReview(
  server: Server,
  store: ClaimsStore,
  view: ClaimsView,
  active: ActiveArticle,
  storage: vscode.Uri | undefined,
): Review {
  const reviews = new ReviewStore(server, store);
  const reviewer = new Reviewer(server, store, reviews, view, active);
  const drafts = new Drafts(storage);
  const notes = new Notes(server, store, reviews, reviewer, drafts);
  const predictions = new PredictionsView(server, reviewer);
  const show = () => {
    const review = active.editor && reviews.get(active.editor.document.uri);
    const progress = review && review.total > 0 ? `${review.done}/${review.total}` : '';
    const orphans = review?.entries.filter(({ range }) => range === null).length ?? 0;
    const messages = [
      review?.problem,
      view.filter === '' ? null : vscode.l10n.t('Filter: {0}', view.filter),
      orphans === 0 ? null : vscode.l10n.t('{0} reviews no longer find their text.', orphans),
    ];
    view.showReview(progress, messages.filter(Boolean).join('\n'));
  };
  const listeners = [reviews.onDidChange(show), active.onDidChange(show), view.onDidUpdate(show)];

  const handlers: Review['handlers'] = {
    'claimlens.review.choose': (argument) => reviewer.ask(argument, 'choose'),
    'claimlens.review.verify': (argument) => reviewer.setStatus(argument, 'verified'),
    'claimlens.review.dispute': (argument) => reviewer.setStatus(argument, 'disputed'),
    'claimlens.review.wrong': (argument) => reviewer.setStatus(argument, 'wrong'),
    'claimlens.review.dismiss': (argument) => reviewer.ask(argument, 'dismiss'),
    'claimlens.review.source': (argument) => reviewer.ask(argument, 'source'),
    'claimlens.review.note': (argument) => reviewer.ask(argument, 'note'),
    'claimlens.review.outcome': (argument) => reviewer.ask(argument, 'outcome'),
    'claimlens.review.reopen': (argument) => reviewer.setStatus(argument, 'open'),
    'claimlens.review.settle': (argument) => reviewer.settle(argument),
    'claimlens.review.withdraw': (argument) => reviewer.withdraw(argument),
    'claimlens.review.mark': (argument) => reviewer.mark(argument),
    'claimlens.review.filter': (argument) => filter(view, argument),
    'claimlens.review.clearFilter': () => view.filterBy(''),
    'claimlens.review.orphans': () => showOrphans(server, reviews, reviewer, active),
    'claimlens.review.saveNote': (argument) => notes.save(argument),
    'claimlens.review.editNote': (argument) => notes.edit(argument),
    'claimlens.review.saveEdit': (argument) => notes.saveEdit(argument),
    'claimlens.review.cancelEdit': (argument) => notes.cancelEdit(argument),
    'claimlens.review.deleteNote': (argument) => notes.remove(argument),
    'claimlens.askReview': (argument) => reviewer.asked(argument),
    'claimlens.predictions.refresh': () => predictions.refresh(),
    'claimlens.predictions.outcome': (argument) => predictions.setOutcome(argument),
    'claimlens.predictions.more': (argument) => predictions.more(argument),
    'claimlens.predictions.reveal': (argument) => predictions.reveal(argument),
  };
  const dispose = () => {
    for (const part of [...listeners, predictions, notes, drafts, reviews]) part.dispose();
  };
  return { reviews, notes, predictions, handlers, dispose };
}

async function filter(view: ClaimsView, argument: unknown): Promise<void> {
  const query =
    typeof argument === 'string'
      ? argument
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('Filter Claims'),
          prompt: vscode.l10n.t('Words of the claim, its pattern, speaker or review status; empty shows all.'),
          value: view.filter,
        });
  if (query !== undefined) view.filterBy(query);
}
