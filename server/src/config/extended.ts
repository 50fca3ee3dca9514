import type { Analysis, Analyzer, Claim } from '../core/index.ts';

/**
 * An analyzer whose analyses hold more than the core's: `extend` answers the analysis with what it adds, or the very same. An edit
 * goes on from the core's own.
 */
export function extendedAnalyzer(inner: Analyzer, extend: (analysis: Analysis) => Analysis): Analyzer {
  const ofCore = new WeakMap<Analysis, Analysis>();
  const core = (previous: Analysis | undefined) => previous && (ofCore.get(previous) ?? previous);
  const extended = (analysis: Analysis): Analysis => {
    const more = extend(analysis);
    if (more !== analysis) ofCore.set(more, analysis);
    return more;
  };
  return {
    analyze: (article, previous, change) => extended(inner.analyze(article, core(previous), change)),
    *slices(article, previous, change) {
      return extended(yield* inner.slices(article, core(previous), change));
    },
  };
}

/** The analysis with more claims, in document order. It keeps whatever else the core's has: its split of the article is not made again. */
export function withMore(analysis: Analysis, more: readonly Claim[]): Analysis {
  const claims = [...analysis.claims, ...more].sort((a, b) => a.start - b.start || a.end - b.end);
  return Object.create(analysis, { claims: { value: claims, enumerable: true } }) as Analysis;
}
