export { type Cast, castAfter, castOf } from './cast.ts';
export { type CastChange, castChange } from './castChange.ts';
export { localSpeech } from './local.ts';
export { resolveSpeech, type SpeechState, sameState, startState, step } from './resolve.ts';
export type { ArticleSpeech, LocalSpeech, ResolvedSpeech, SpeechHints } from './types.ts';
