export { localSpeech } from './local.ts';
export { resolveSpeech, type SpeechState, sameCast, sameState, startState, step } from './resolve.ts';
export type { ArticleSpeech, LocalSpeech, ResolvedSpeech, SpeechHints } from './types.ts';
