import { Cues } from './extract/cues.ts';
import { findQuantities, settleYuan } from './extract/quantity/index.ts';
import { type LocalSpeech, localSpeech } from './extract/speech/index.ts';
import { findTimes } from './extract/time/index.ts';
import type { Block } from './text/blocks.ts';
import { normalize } from './text/normalize.ts';
import { type Clause, type Sentence, splitSentences } from './text/sentences.ts';
import type { Quantity, Segmenter, TimeExpression, Word } from './types.ts';

/** One prose block, taken apart. Everything in it depends on the block alone, so that it is kept while the block stays. Offsets are in `text`. */
export interface Paragraph {
  readonly block: Block;
  /** The block's prose, normalised. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
  readonly cues: Cues;
  readonly quantities: readonly Quantity[];
  readonly times: readonly TimeExpression[];
  /** Quotations and who speaks, as far as the paragraph tells by itself; read at first use. */
  readonly speech: LocalSpeech;
  /** Words of a stretch with their parts of speech; null while the segmenter is not loaded (the paragraph is then provisional). */
  words(start: number, end: number): readonly Word[] | null;
}

/** Index of the clause or sentence that holds `at`, or of the one before it; -1 before the first. */
export function indexAt(spans: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Takes a block apart. `missed` is called when a word was asked for and the segmenter was not ready. */
export function takeApart(block: Block, segmenter: Segmenter | undefined, missed: () => void): Paragraph {
  return new Parts(block, segmenter, missed);
}

/** A class, so that all paragraphs have one shape and nothing is made for what nobody asks. */
class Parts implements Paragraph {
  readonly block: Block;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
  readonly cues: Cues;
  readonly quantities: readonly Quantity[];
  readonly times: readonly TimeExpression[];
  private readonly segmenter: Segmenter | undefined;
  private readonly missed: () => void;
  private segmented: Map<number, readonly Word[]> | undefined;
  private read: LocalSpeech | undefined;

  constructor(block: Block, segmenter: Segmenter | undefined, missed: () => void) {
    const text = normalize(block.prose);
    const { sentences, clauses } = splitSentences(text);
    this.block = block;
    this.text = text;
    this.sentences = sentences;
    this.clauses = clauses;
    this.cues = new Cues(text);
    this.quantities = settleYuan(findQuantities(text), text, block.prose);
    this.times = findTimes(text);
    this.segmenter = segmenter;
    this.missed = missed;
    this.segmented = undefined;
    this.read = undefined;
  }

  get speech(): LocalSpeech {
    this.read ??= localSpeech(this);
    return this.read;
  }

  words(start: number, end: number): readonly Word[] | null {
    this.segmented ??= new Map();
    const key = start * 0x100000 + end;
    const known = this.segmented.get(key);
    if (known !== undefined) return known;
    const found = this.segmenter?.words(this.text.slice(start, end));
    if (!found) {
      if (this.segmenter) this.missed();
      return null;
    }
    const words = found.map((w) => ({ start: w.start + start, end: w.end + start, tag: w.tag }));
    this.segmented.set(key, words);
    return words;
  }
}
