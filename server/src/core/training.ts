import { ContextReader, isUntold, speechHints, standingOf } from './article/context.ts';
import { genreFeatures } from './article/genre.ts';
import { Judge } from './article/judge.ts';
import { analyzeBlock } from './article/local.ts';
import { splitArticle } from './article/split.ts';
import type { Candidate } from './candidates.ts';
import type { Model } from './model/model.ts';
import { isProse, rawEnd, rawStart } from './text/blocks.ts';
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
  const all = splitArticle(article).blocks;
  const blocks = all.filter(isProse);
  const locals = blocks.map((block) => analyzeBlock(block, { model, off: new Set(), segmenter, providers: [], keep: true }));
  const judge = new Judge(model, genreFeatures(locals.map((l) => l.traits)));
  const reader = new ContextReader(blocks, locals, speechHints(all, undefined));
  const terms = new Set<string>();
  return locals.flatMap((local, paragraph) => {
    const block = blocks[paragraph]!;
    const context = reader.next(paragraph, undefined);
    // As in the analysis: once an article has a term, its later paragraphs do not bring it up again.
    const standing = local.candidates.filter(
      (c) => !(c.found.once && terms.has(c.found.once)) && (!c.found.untold || isUntold(context, c.start)),
    );
    for (const { found } of local.candidates) if (found.once) terms.add(found.once);
    return standing.map((candidate) => {
      const extra = judge.features(standingOf(candidate, local, context));
      const own = candidate.features!;
      const features = new Int32Array(own.length + extra.length);
      features.set(own);
      features.set(extra, own.length);
      return {
        candidate,
        paragraph,
        features,
        start: block.start + rawStart(block, candidate.start),
        end: block.start + rawEnd(block, candidate.end),
      };
    });
  });
}
