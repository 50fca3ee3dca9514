import type { Word } from '../core/types.ts';

/** A loaded word segmenter. Synchronous: whoever cannot wait puts it into a worker. */
export interface Backend {
  readonly name: BackendName;
  words(text: string): Word[];
}
export type BackendName = 'nodejieba' | 'wasm';

/** What a user may ask for: the setting `claimlens.segmenter`. */
export type BackendChoice = 'auto' | BackendName;

/** Where the segmenters' files lie: a folder with the addon and its dictionary, and the WASM module. */
export interface SegmenterFiles {
  readonly nodejieba: string;
  readonly wasm: string;
}

/** Turns jieba's list of tagged words into spans. Falls back to one untagged word when they do not add up to the text. */
export function toSpans(text: string, tagged: readonly { readonly word: string; readonly tag: string }[]): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const { word, tag } of tagged) {
    words.push({ start: at, end: at + word.length, tag });
    at += word.length;
  }
  return at === text.length ? words : [{ start: 0, end: text.length, tag: 'x' }];
}
