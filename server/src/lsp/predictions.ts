import type { CancellationToken } from 'vscode-languageserver';
import type { PredictionItem, PredictionsResult } from '../../../common/protocol.ts';
import { byUrgency } from '../../../common/scorecard.ts';
import { predictionItems } from '../features/predictionItems.ts';
import { closedArticle } from './closedArticle.ts';
import type { Server } from './server.ts';

interface Known {
  readonly text: number;
  readonly review: string;
  readonly rules: unknown;
  readonly items: readonly PredictionItem[];
}

/** Every prediction of the workspace. What was found in an article is kept until the article or its review changes. */
export class Predictions {
  readonly #server: Server;
  readonly #known = new Map<string, Known>();

  constructor(server: Server) {
    this.#server = server;
  }

  async list(token: CancellationToken): Promise<PredictionsResult> {
    const { client, platform, articles } = this.#server;
    const uris = new Set((await Promise.all(client.folders.map((folder) => platform.articles(folder)))).flat());
    for (const uri of articles.keys()) if (this.#server.reviews.homeOf(uri)) uris.add(uri);
    const predictions: PredictionItem[] = [];
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      predictions.push(...(await this.#of(uri, token)));
    }
    const today = new Date().toISOString().slice(0, 10);
    return { predictions: predictions.sort(byUrgency(today)), articles: uris.size };
  }

  async #of(uri: string, token: CancellationToken): Promise<readonly PredictionItem[]> {
    const { articles, checker, platform, reviews, settings } = this.#server;
    const name = reviews.homeOf(uri)?.article ?? uri.slice(uri.lastIndexOf('/') + 1);
    const open = articles.get(uri);
    if (open) {
      const checked = await checker.fresh(open, token);
      return checked ? predictionItems(checked, name) : [];
    }
    const text = await platform.read(uri).catch(() => null);
    if (text === null) return [];
    const home = reviews.homeOf(uri);
    const review = (home && (await reviews.files?.read(home).catch(() => null))) ?? '';
    const hash = hashOf(text);
    const known = this.#known.get(uri);
    if (known?.text === hash && known.review === review && known.rules === settings.current) return known.items;
    const article = await closedArticle(this.#server, uri, text);
    const rules = article && this.#server.rulesFor(article);
    const checked = rules ? article.checked(rules) : null;
    const items = checked ? predictionItems(checked, name) : [];
    this.#known.set(uri, { text: hash, review, rules: settings.current, items });
    // Between two articles editors get their answers.
    await new Promise<void>((resolve) => platform.later(resolve));
    return items;
  }
}

/** FNV-1a over UTF-16 units, with the length mixed in. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 ^ text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
