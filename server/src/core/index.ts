/** The core's public face: text in, plain objects out. */
export * from './types.ts';
export { normalize } from './text/normalize.ts';
export { createAnalyzer, type Analyzer, type AnalyzerOptions } from './analyze.ts';
export { isChineseEnough, chineseShare } from './text/chinese.ts';
export { RULES, ruleOf } from './rules/index.ts';
