import type { PredictionItem } from '../../../common/protocol.ts';
import type { Cache } from './platform.ts';

const FILE = 'predictions.json';

/** What was found in one article, and what it was found in. */
export interface Kept {
  /** The article's file and its review's, as they were. */
  readonly stamp: string;
  /** Their contents, for files that were touched but not changed. */
  readonly content: string;
  /** Settings and project file, as far as they decide what is found. */
  readonly rules: string;
  readonly items: readonly PredictionItem[];
}

/** As it is written: what all predictions of an article share once, and no names of fields. */
type Row = [
  claim: string,
  text: string,
  speaker: string | null,
  lines: number[],
  due: string | null,
  horizon: string | null,
  certainty: PredictionItem['certainty'],
  outcome: Outcome,
];
type Outcome = PredictionItem['outcome'];
type Line = [uri: string, article: string, stamp: string, content: string, rules: string, date: string | null, rows: Row[]];

/** The predictions of a folder's articles by URI, kept for the next time. */
export class PredictionIndex {
  readonly folder: string;
  /** Of the analysis; what another one has found is not used. */
  readonly #build: string;
  readonly #cache: Cache | undefined;
  #kept = new Map<string, Kept>();
  #segmenter: string | null = null;
  #changed = false;

  constructor(folder: string, build: string, cache: Cache | undefined) {
    this.folder = folder;
    this.#build = build;
    this.#cache = cache;
  }

  async load(): Promise<void> {
    const text = await this.#cache?.read(this.folder, FILE);
    if (!text) return;
    try {
      const { build, segmenter, articles } = JSON.parse(text) as { build: string; segmenter: string | null; articles: Line[] };
      if (build !== this.#build) return;
      this.#segmenter = segmenter;
      this.#kept = new Map(articles.map(read));
    } catch {
      // Not whole: as if there were none.
      this.#kept.clear();
    }
  }

  /** Writes what is new since the last time. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    const articles = [...this.#kept].map(write);
    await this.#cache?.write(this.folder, FILE, JSON.stringify({ build: this.#build, segmenter: this.#segmenter, articles }));
  }

  /** With another segmenter, or none, other claims may be found. Answers whether what is known was found with this one. */
  by(segmenter: string | null): boolean {
    if (this.#segmenter === segmenter) return true;
    this.#segmenter = segmenter;
    for (const [uri, kept] of this.#kept) this.#kept.set(uri, { ...kept, stamp: '', content: '' });
    return false;
  }

  uris(): Iterable<string> {
    return this.#kept.keys();
  }

  get(uri: string): Kept | undefined {
    return this.#kept.get(uri);
  }

  set(uri: string, kept: Kept): void {
    this.#kept.set(uri, kept);
    this.#changed = true;
  }

  /** Forgets articles that are there no more. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const uri of this.#kept.keys()) {
      if (uris.has(uri)) continue;
      this.#kept.delete(uri);
      this.#changed = true;
    }
  }
}

function write([uri, { stamp, content, rules, items }]: [string, Kept]): Line {
  const rows = items.map(({ claim, text, speaker, range: { start, end }, due, horizon, certainty, outcome }): Row => {
    return [claim, text, speaker, [start.line, start.character, end.line, end.character], due, horizon, certainty, outcome];
  });
  return [uri, items[0]?.article ?? '', stamp, content, rules, items[0]?.date ?? null, rows];
}

function read([uri, article, stamp, content, rules, date, rows]: Line): [string, Kept] {
  const items = rows.map(([claim, text, speaker, lines, due, horizon, certainty, outcome]): PredictionItem => {
    const [line = 0, character = 0, endLine = 0, endCharacter = 0] = lines;
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    return { uri, article, claim, text, speaker, range, date, due, horizon, certainty, outcome };
  });
  return [uri, { stamp, content, rules, items }];
}
