import type { CancellationToken } from 'vscode-languageserver';
import { localDay } from '../../../common/day.ts';
import {
  PREDICTIONS_CHANGED,
  type PredictionItem,
  type PredictionsChangedParams,
  type PredictionsParams,
  type PredictionsResult,
} from '../../../common/protocol.ts';
import { byUrgency, groupOf, PREDICTION_GROUPS, type PredictionGroup, scorecard } from '../../../common/scorecard.ts';
import { predictionItems } from '../features/predictionItems.ts';
import { PredictionPass } from './predictionPass.ts';
import type { Server } from './server.ts';

/** A partial answer waits this long for what is not known yet. */
const SOON_MS = 150;
const TELL_EVERY_MS = 1500;

/** Every prediction of the workspace. What was found in an article is kept until the article or its review changes. */
export class Predictions {
  readonly #server: Server;
  #pass: PredictionPass | null = null;
  #running: Promise<void> | null = null;
  /** Something changed that the pass under way may have gone by. */
  #stale = false;
  #asked = false;
  #told = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  async list(params: PredictionsParams, token: CancellationToken): Promise<PredictionsResult> {
    const { partial = false } = params;
    this.#asked = true;
    if (!this.#running) {
      this.#running = this.#run();
      // Nobody may be waiting any more.
      this.#running.catch((error: unknown) => this.#server.connection.console.error(`predictions: ${String(error)}`));
    }
    const done = this.#running;
    await this.#pass!.surveyed;
    const pause = new Promise<void>((resolve) => {
      const timer = partial ? setTimeout(resolve, SOON_MS) : undefined;
      const clear = () => clearTimeout(timer);
      done.then(clear, clear);
      token.onCancellationRequested(() => resolve());
    });
    await Promise.race([done, pause]);
    if (token.isCancellationRequested && !partial) this.#pass?.stop();
    return this.#answer(params, token);
  }

  /** An article or a review has changed. */
  touched(): void {
    if (!this.#asked) return;
    this.#stale = true;
    this.#tell(0);
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#stale = false;
        this.#pass = new PredictionPass(this.#server, this.#pass, (pending) => this.#tell(TELL_EVERY_MS, pending));
        await this.#pass.run();
      } while (this.#stale && !this.#pass.stopped);
    } finally {
      this.#running = null;
    }
  }

  /** Tells the client that other predictions are known, unless it was told a moment ago. */
  #tell(every: number, pending = this.#pass?.pending ?? 0): void {
    const now = Date.now();
    if (pending > 0 && now - this.#told < every) return;
    this.#told = now;
    void this.#server.connection.sendNotification(PREDICTIONS_CHANGED, { pending } satisfies PredictionsChangedParams);
  }

  /** Articles that an editor has open, in a folder. */
  #opened(): string[] {
    const { articles, reviews } = this.#server;
    return [...articles].filter(([uri, { isArticle }]) => isArticle && reviews.homeOf(uri)).map(([uri]) => uri);
  }

  async #all(token: CancellationToken): Promise<PredictionItem[]> {
    const { articles, checker, reviews } = this.#server;
    const predictions: PredictionItem[] = [];
    const opened = new Set(this.#opened());
    for (const uri of opened) {
      const article = articles.get(uri);
      if (!article) continue;
      const checked = await checker.fresh(article, token);
      if (checked) predictions.push(...predictionItems(checked, reviews.homeOf(uri)!.article, this.#server.rulesFor(article)?.lexicon));
    }
    for (const item of this.#pass!.items()) if (!opened.has(item.uri)) predictions.push(item);
    return predictions;
  }

  async #answer({ rows, today = localDay() }: PredictionsParams, token: CancellationToken) {
    const all = await this.#all(token);
    const { uris, pending } = this.#pass!;
    const groups = grouped(all, today);
    const scores = scorecard(all, today);
    const wanted = (group: PredictionGroup | 'speakers') => (rows ? (rows[group] ?? 0) : Number.POSITIVE_INFINITY);
    const predictions = PREDICTION_GROUPS.flatMap((group) => groups[group].sort(byUrgency).slice(0, wanted(group)));
    const { overdue, coming, undated, resolved } = groups;
    return {
      predictions,
      counts: {
        overdue: overdue.length,
        coming: coming.length,
        undated: undated.length,
        resolved: resolved.length,
        speakers: scores.length,
      },
      scores: scores.slice(0, wanted('speakers')),
      articles: new Set([...uris, ...this.#opened()]).size,
      pending,
    } satisfies PredictionsResult;
  }
}

function grouped(all: readonly PredictionItem[], today: string): Record<PredictionGroup, PredictionItem[]> {
  const groups: Record<PredictionGroup, PredictionItem[]> = { overdue: [], coming: [], undated: [], resolved: [] };
  for (const item of all) groups[groupOf(item, today)].push(item);
  return groups;
}
