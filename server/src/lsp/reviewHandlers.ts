import { type Connection, MessageType } from 'vscode-languageserver';
import {
  PREDICTIONS_REQUEST,
  type PredictionsParams,
  type PredictionsResult,
  REVIEW_REQUEST,
  type ReviewParams,
  type ReviewResult,
} from '../../../common/protocol.ts';
import { rangeOf } from '../features/context.ts';
import { joined, linksOf } from '../features/offeredSources.ts';
import { problemSentence } from '../features/reviewFacts.ts';
import { reviewResult } from '../features/reviewItems.ts';
import { reviewSentence } from './reviewErrors.ts';
import type { Server } from './server.ts';
import { showMessage } from './showMessage.ts';

/** What clients ask about reviews, and articles that are renamed or deleted. */
export function connectReviews(connection: Connection, server: () => Server): void {
  connection.onRequest(REVIEW_REQUEST, async ({ uri }: ReviewParams, token): Promise<ReviewResult> => {
    const { articles, client, reviews } = server();
    const article = articles.get(uri);
    const checked = article && (await server().asked(article, token));
    if (!article || !checked) return { entries: [], problem: null, done: 0, total: 0, sources: [] };
    const { problem } = article.review;
    const home = reviews.homeOf(uri);
    const sentence = problem && home ? problemSentence(problem, home.article, client.locale) : null;
    const result = reviewResult(checked, article.review.placed(), sentence, (span) => rangeOf(article.document, span));
    return { ...result, sources: joined(reviews.sourcesFor(uri), linksOf(article.document.getText())) };
  });

  connection.onRequest(PREDICTIONS_REQUEST, (params: PredictionsParams | null, token): Promise<PredictionsResult> => {
    return server().predictions.list(params ?? {}, token);
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
    const message = reviewSentence(error, old, server.client.locale);
    showMessage(connection, MessageType.Error, message);
  }
  server.predictions.touched();
  const article = to === null ? undefined : server.articles.get(to);
  if (!article) return;
  await reviews.load(article);
  server.checker.again(article);
}
