import type { Analysis, Article, Change, Code, Lexicon, Segmenter } from './types.ts';

export interface AnalyzerOptions {
  /** Codes that are not looked for at all. */
  readonly off?: ReadonlySet<Code>;
  readonly lexicon?: Lexicon;
  readonly segmenter?: Segmenter;
}

export interface Analyzer {
  /**
   * Analyses an article. `previous` (this analyzer's answer for an earlier state of the same article) lets unchanged
   * paragraphs be taken over; the result is the same as without it. `change` may narrow down where the texts differ.
   */
  analyze(article: Article, previous?: Analysis, change?: Change): Analysis;
  /** The same in slices: yields between paragraphs, returns the analysis. */
  slices(article: Article, previous?: Analysis, change?: Change): Generator<void, Analysis>;
}

export declare function createAnalyzer(options?: AnalyzerOptions): Analyzer;
