import { contextOf, isRuledOut, standingOf } from './article/context.ts';
import { absolute } from './article/document.ts';
import { floorsOf } from './article/floors.ts';
import { count, emptyTally, genreFeatures } from './article/genre.ts';
import { hintsOf } from './article/hints.ts';
import { Judge } from './article/judge.ts';
import { analyzeBlock } from './article/local.ts';
import { splitArticle } from './article/split.ts';
import type { Candidate } from './candidates.ts';
import { SourceReach } from './extract/sources/index.ts';
import { castOf, startState } from './extract/speech/index.ts';
import type { Model } from './model/model.ts';
import type { Article, Segmenter } from './types.ts';

/** A candidate for training: offsets in the article, its own features and the article's. */
export interface Sample {
  readonly candidate: Candidate;
  readonly start: number;
  readonly end: number;
  readonly features: Int32Array;
  /** Number of its paragraph. */
  readonly paragraph: number;
}

/** Every candidate of an article with all its features, whatever its score. Used by tools/train only. */
export function collectSamples(article: Article, model: Model, segmenter?: Segmenter): Sample[] {
  const { blocks, starts, prose, heading } = splitArticle(article).split;
  const options = { model, floors: floorsOf(model), off: new Set<never>(), segmenter, providers: [], keep: true };
  const locals = Array.from(prose, (at) => analyzeBlock(blocks[at]!, options));
  const tally = emptyTally();
  for (const { traits } of locals) count(tally, traits, 1);
  const judge = new Judge(model, genreFeatures(tally));
  const hints = hintsOf(blocks, heading, undefined);
  const cast = castOf(locals, hints);
  const reach = SourceReach.of(locals, hints.title).all();
  let state = startState(cast);
  const terms = new Set<string>();
  return locals.flatMap((local, index) => {
    const context = contextOf(local, { cast, before: state, reach: reach[index]!, index });
    state = context.after;
    // As in the analysis: once an article has a term, its later paragraphs do not bring it up again.
    const fresh = local.candidates.filter((c) => !(c.found.once && terms.has(c.found.once)));
    for (const { found } of local.candidates) if (found.once) terms.add(found.once);
    return fresh.flatMap((candidate) => {
      const standing = standingOf(candidate, local, context);
      if (isRuledOut(candidate, standing, context)) return [];
      const extra = judge.features(standing);
      const own = candidate.features!;
      const features = new Int32Array(own.length + extra.length);
      features.set(own);
      features.set(extra, own.length);
      return {
        candidate,
        paragraph: index,
        features,
        ...absolute(local.paragraph.block, starts[prose[index]!]!, candidate),
      };
    });
  });
}
