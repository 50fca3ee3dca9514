export { localSources } from './local.ts';
export { type Reach, SourceReach, sameReach } from './reach.ts';
export { distanceTo, resolveParagraph, resolveSources } from './resolve.ts';
export type { LocalSources, QuantitySource, SourceEvidence } from './types.ts';
