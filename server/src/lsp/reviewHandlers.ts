import type { Connection } from 'vscode-languageserver';
import {
  PREDICTIONS_REQUEST,
  type PredictionsResult,
  REVIEW_REQUEST,
  type ReviewParams,
  type ReviewResult,
} from '../../../common/protocol.ts';
import { rangeOf } from '../features/context.ts';
import { problemSentence } from '../features/reviewFacts.ts';
import { reviewResult } from '../features/reviewItems.ts';
import { Predictions } from './predictions.ts';
import type { Server } from './server.ts';

/** What clients ask about reviews, and articles that are renamed or deleted. */
export function connectReviews(connection: Connection, server: () => Server): void {
  let predictions: Predictions | undefined;

  connection.onRequest(REVIEW_REQUEST, async ({ uri }: ReviewParams, token): Promise<ReviewResult> => {
    const { articles, checker, client, reviews } = server();
    const article = articles.get(uri);
    const checked = article && (await checker.fresh(article, token));
    if (!article || !checked) return { entries: [], problem: null, done: 0, total: 0 };
    const { problem } = article.review;
    const home = reviews.homeOf(uri);
    const sentence = problem && home ? problemSentence(problem, home.article, client.locale) : null;
    return reviewResult(checked, article.review.placed(), sentence, (span) => rangeOf(article.document, span));
  });

  connection.onRequest(PREDICTIONS_REQUEST, async (_params: unknown, token): Promise<PredictionsResult> => {
    predictions ??= new Predictions(server());
    return predictions.list(token);
  });

  connection.workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) await move(server(), oldUri, newUri);
  });

  connection.workspace.onDidDeleteFiles(async ({ files }) => {
    for (const { uri } of files) await move(server(), uri, null);
  });
}

async function move(server: Server, from: string, to: string | null): Promise<void> {
  const { reviews, connection } = server;
  const old = reviews.homeOf(from);
  const now = to === null ? null : reviews.homeOf(to);
  if (!old || (to !== null && !now)) return;
  try {
    await reviews.files?.move(old, now);
  } catch (error) {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const article = to === null ? undefined : server.articles.get(to);
  if (!article) return;
  await reviews.load(article);
  server.checker.again(article);
}
