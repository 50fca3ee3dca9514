import type { PredictionItem } from '../../../common/protocol.ts';
import type { Settings } from '../../../common/settings.ts';
import type { ProjectConfig } from '../config/project.ts';
import { t } from '../features/messages.ts';
import { predictionItems } from '../features/predictionItems.ts';
import { reviewUri } from '../review/files.ts';
import { closedArticle } from './closedArticle.ts';
import { hashOf } from './hash.ts';
import { type Kept, PredictionIndex } from './predictionIndex.ts';
import type { Server } from './server.ts';

/** So many articles are looked at before messages get their turn. */
const AT_ONCE = 100;
/** A pass that stops half-way has not worked for nothing. */
const SAVE_EVERY_MS = 15_000;
/** Fewer articles are read without a word. */
const WORTH_PROGRESS = 50;

interface Known {
  readonly uri: string;
  readonly index: PredictionIndex;
}

interface Article extends Known {
  /** Its path in the folder that it is reviewed in. */
  readonly name: string;
  readonly stamp: string;
  readonly rules: string;
}

/** One walk over the workspace: what is known of an article is taken from the index, the others are read. */
export class PredictionPass {
  readonly indexes: Map<string, PredictionIndex>;
  /** Settled when there is something to show: what earlier sessions knew, or which articles are to be read. */
  readonly surveyed: Promise<void>;
  readonly #server: Server;
  readonly #told: (pending: number) => void;
  readonly #found: Map<string, Known>;
  #missing: Article[] = [];
  #done = 0;
  #stopped = false;
  #surveyed!: () => void;

  /** `before`: what it knows is known until this one knows better. `told` hears of every article that was read. */
  constructor(server: Server, before: PredictionPass | null, told: (pending: number) => void) {
    this.#server = server;
    this.indexes = before?.indexes ?? new Map();
    this.#found = new Map(before ? before.#found : []);
    this.#told = told;
    this.surveyed = new Promise((resolve) => {
      this.#surveyed = resolve;
    });
  }

  get pending(): number {
    return this.#missing.length - this.#done;
  }

  get uris(): Iterable<string> {
    return this.#found.keys();
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** What is known so far; of an article that has changed, what it said before. */
  *items(): Generator<PredictionItem> {
    for (const { uri, index } of this.#found.values()) yield* index.get(uri)?.items ?? [];
  }

  async run(): Promise<void> {
    try {
      const indexes = await Promise.all(this.#server.client.folders.map((folder) => this.#indexOf(folder)));
      for (const index of indexes) for (const uri of index.uris()) if (!this.#found.has(uri)) this.#found.set(uri, { uri, index });
      if (this.#found.size > 0) this.#surveyed();
      const there = new Set<string>();
      for (const index of indexes) for (const uri of await this.#survey(index)) there.add(uri);
      const before = this.#found.size;
      for (const uri of this.#found.keys()) if (!there.has(uri)) this.#found.delete(uri);
      if (this.#missing.length > 0 || this.#found.size < before) this.#told(this.pending);
    } finally {
      this.#surveyed();
    }
    // What is known is shown before the segmenter is there.
    const segmenter = await this.#server.segmented();
    const others = [...this.indexes.values()].filter((index) => !index.by(segmenter));
    if (others.length > 0) this.#missing = [...this.#found.values()].map(({ uri, index }) => this.#look(uri, index));
    await this.#readMissing();
    for (const index of this.indexes.values()) await index.save();
  }

  async #indexOf(folder: string): Promise<PredictionIndex> {
    const { platform } = this.#server;
    let index = this.indexes.get(folder);
    if (!index) {
      index = new PredictionIndex(folder, platform.build, platform.cache);
      await index.load();
      this.indexes.set(folder, index);
    }
    return index;
  }

  async #survey(index: PredictionIndex): Promise<string[]> {
    const uris = await this.#server.articlesIn(index.folder);
    for (const [i, uri] of uris.entries()) {
      if (i % AT_ONCE === AT_ONCE - 1) await this.#rest();
      const article = this.#look(uri, index);
      this.#found.set(uri, article);
      const kept = index.get(uri);
      if (kept?.stamp !== article.stamp || kept.rules !== article.rules) this.#missing.push(article);
    }
    index.keepOnly(new Set(uris));
    return uris;
  }

  #look(uri: string, index: PredictionIndex): Article {
    const { platform, reviews } = this.#server;
    const home = reviews.homeOf(uri);
    const stamps = [platform.stamp(uri), home && platform.stamp(reviewUri(home))];
    return {
      uri,
      name: home?.article ?? uri.slice(uri.lastIndexOf('/') + 1),
      index,
      stamp: stamps.map((stamp) => stamp ?? '').join('|'),
      rules: this.#rulesOf(uri),
    };
  }

  async #readMissing(): Promise<void> {
    const { client, connection } = this.#server;
    const shown = client.showsProgress && this.#missing.length >= WORTH_PROGRESS;
    const progress = shown ? await connection.window.createWorkDoneProgress() : null;
    progress?.begin(t(client.locale, 'progress.predictions'), 0, '', true);
    let saved = Date.now();
    try {
      for (const article of this.#missing) {
        if (this.#stopped || progress?.token.isCancellationRequested) {
          this.#stopped = true;
          return;
        }
        await this.#read(article);
        this.#done++;
        this.#told(this.pending);
        const { length } = this.#missing;
        progress?.report(Math.floor((this.#done / length) * 100), `${this.#done}/${length}`);
        if (Date.now() - saved < SAVE_EVERY_MS) continue;
        await article.index.save();
        saved = Date.now();
      }
    } finally {
      progress?.done();
    }
  }

  async #read({ uri, index, stamp, rules, name }: Article): Promise<void> {
    const { platform, reviews } = this.#server;
    const text = await platform.read(uri).catch(() => null);
    if (text === null) return index.set(uri, { stamp, rules, content: '', items: [] });
    const home = reviews.homeOf(uri);
    const review = (home && (await reviews.files?.read(home).catch(() => null))) ?? '';
    const content = `${hashOf(text)} ${hashOf(review)}`;
    const kept: Kept | undefined = index.get(uri);
    if (kept?.content === content && kept.rules === rules) return index.set(uri, { ...kept, stamp });
    const article = await closedArticle(this.#server, uri, text);
    const made = article && this.#server.rulesFor(article);
    const checked = made ? article.checked(made) : null;
    index.set(uri, { stamp, rules, content, items: checked ? predictionItems(checked, name, made?.lexicon) : [] });
    await this.#rest();
  }

  /** By project file: what of it and of the settings decides on predictions. */
  readonly #rules = new WeakMap<ProjectConfig, Map<Settings, string>>();

  #rulesOf(uri: string): string {
    const { config, excluded } = this.#server.platform.project(uri);
    const settings = this.#server.settings.of(uri);
    const known = this.#rules.get(config) ?? new Map<Settings, string>();
    this.#rules.set(config, known);
    let key = known.get(settings);
    if (key === undefined) {
      const { enable, maximumSize, minimumChinese, profile, providers, rules } = settings;
      key = hashOf(JSON.stringify([enable, maximumSize, minimumChinese, profile, providers, rules, config]));
      known.set(settings, key);
    }
    return excluded ? `${key}-` : key;
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => this.#server.platform.later(resolve));
  }
}
