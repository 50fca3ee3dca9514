export { localSources } from './local.ts';
export { resolveParagraph, resolveSources, type SourceHints, type SourceReach, sourceReach } from './resolve.ts';
export type { ArticleSources, LocalSources, QuantitySource, SourceEvidence } from './types.ts';
