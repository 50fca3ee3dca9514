export { localSpeech } from './local.ts';
export { resolveSpeech, type SpeechState, sameState, startState, step } from './resolve.ts';
export type { ArticleSpeech, LocalSpeech, ResolvedSpeech, SpeechHints } from './types.ts';
