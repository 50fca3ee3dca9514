import { type Candidate, findCandidates } from '../candidates.ts';
import { type LocalSources, localSources } from '../extract/sources/index.ts';
import type { LocalSpeech } from '../extract/speech/index.ts';
import type { Model } from '../model/model.ts';
import { type Paragraph, takeApart } from '../paragraph.ts';
import type { Block } from '../text/blocks.ts';
import type { Code, Segmenter } from '../types.ts';

/** What a paragraph tells about the article's genre, to be summed up. */
export interface Traits {
  readonly units: number;
  readonly sentences: number;
  readonly questions: number;
  readonly exclamations: number;
  readonly first: number;
  readonly second: number;
  readonly sources: number;
  readonly quantities: number;
}

/** Everything that depends on one block alone. */
export interface Local {
  readonly paragraph: Paragraph;
  readonly candidates: readonly Candidate[];
  /** The terms of its candidates that are taken once an article, in their order. */
  readonly once: readonly string[];
  readonly traits: Traits;
  readonly speech: LocalSpeech;
  readonly sources: LocalSources;
  /** Judged without words because the segmenter was not loaded. */
  readonly provisional: boolean;
}

export interface LocalOptions {
  readonly model: Model;
  /** By code, the score below which the article cannot make a claim of a candidate. */
  readonly floors: Float64Array;
  readonly off: ReadonlySet<Code>;
  readonly segmenter: Segmenter | undefined;
  /** Data providers that the user names beside the known ones. */
  readonly providers: readonly string[];
  /** Keep every candidate with its features, for training. */
  readonly keep: boolean;
}

export function analyzeBlock(block: Block, options: LocalOptions): Local {
  let provisional = false;
  const paragraph = takeApart(block, options.segmenter, () => {
    provisional = true;
  });
  const candidates = findCandidates(paragraph, options.model, options.floors, options.off, options.keep);
  const { speech } = paragraph;
  const sources = localSources(paragraph, speech, options.providers);
  return { paragraph, candidates, once: termsOf(candidates), traits: traitsOf(paragraph), speech, sources, provisional };
}

const NO_TERMS: readonly string[] = [];

function termsOf(candidates: readonly Candidate[]): readonly string[] {
  let terms: string[] | undefined;
  for (let i = 0; i < candidates.length; i++) {
    const { once } = candidates[i]!.found;
    if (once === undefined) continue;
    if (terms === undefined) terms = [once];
    else terms.push(once);
  }
  return terms ?? NO_TERMS;
}

function traitsOf(p: Paragraph): Traits {
  let questions = 0;
  let exclamations = 0;
  for (const s of p.sentences) {
    if (s.mark === '?') questions++;
    else if (s.mark === '!') exclamations++;
  }
  return {
    units: p.text.length,
    sentences: p.sentences.length,
    questions,
    exclamations,
    first: p.cues.of('first').length,
    second: p.cues.of('second').length,
    sources: p.cues.of('provider').length + p.cues.of('document').length,
    quantities: p.quantities.length,
  };
}
