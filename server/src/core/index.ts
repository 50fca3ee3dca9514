/** The core's public face: text in, plain objects out. */

export { type Analyzer, type AnalyzerOptions, createAnalyzer } from './analyze.ts';
export { absolute, type ClaimGroup, claimGroups, plainAnalysis } from './article/document.ts';
export { numbered, Ordinals } from './article/identity.ts';
export { inProse } from './article/inProse.ts';
export { RULES, ruleOf } from './rules/index.ts';
export { insidePair } from './text/characters.ts';
export { chineseShare, isChineseEnough } from './text/chinese.ts';
export { normalize } from './text/normalize.ts';
export * from './types.ts';
