import type { Candidate } from '../candidates.ts';
import { distanceTo, type QuantitySource, type Reach, resolveParagraph, sameReach } from '../extract/sources/index.ts';
import { type Cast, type ResolvedSpeech, type SpeechState, sameState, step } from '../extract/speech/index.ts';
import type { Standing } from './genre.ts';
import type { Local } from './local.ts';

/** What the article says about one of its paragraphs: whose words stand in it, what its numbers rest on, where it stands. */
export interface Context {
  /** What the paragraphs before it left open; the speech was resolved from it. */
  readonly before: SpeechState;
  readonly after: SpeechState;
  readonly speech: ResolvedSpeech;
  /** One entry for each quantity of the paragraph. */
  readonly sources: readonly QuantitySource[];
  readonly reach: Reach | null;
  /** How many paragraphs away the source stands that reaches it, up to where they count as far. */
  readonly distance: number;
  readonly title: boolean;
}

/** What a paragraph's context is made from beside the paragraph. */
export interface Around {
  readonly cast: Cast;
  readonly before: SpeechState;
  readonly reach: Reach | null;
  readonly index: number;
}

/** The context of a paragraph; `kept`, one that it had with as good a cast, is taken over where nothing else changed. */
export function contextOf(local: Local, { cast, before, reach, index }: Around, kept?: Context): Context {
  const distance = distanceTo(reach, index);
  const title = index === 0;
  if (kept && kept.title === title && kept.distance === distance && sameReach(kept.reach, reach) && sameState(kept.before, before))
    return kept;
  const { state: after, resolved: speech } = step(cast, before, local.speech);
  const sources = local.sources.quantities.length === 0 ? NO_SOURCES : resolveParagraph(local.paragraph, local.sources, reach, distance);
  return { before, after, speech, sources, reach, distance, title };
}

const NO_SOURCES: readonly QuantitySource[] = [];

/** Whether the article rules a candidate out whatever else speaks for it: a number with a source, a quotation whose speaker is told. */
export function isRuledOut({ code, found, start }: Candidate, standing: Standing, context: Context): boolean {
  if (found.untold) return !isUntold(context, start);
  return code === 'unsourced-number' && standing.plain;
}

/** Where a candidate stands in its article. */
export function standingOf(candidate: Candidate, local: Local, context: Context): Standing {
  const { speech } = context;
  const { start } = candidate;
  const q = candidate.found.quantity;
  // Numbers that are asked about together end where the last of them does.
  const source = q && context.sources[local.paragraph.quantities.findIndex(({ end }) => end === q.end)];
  return {
    spoken: speech.speakerOf(candidate) !== null,
    quoted: speech.inQuote(start),
    asked: speech.isQuestion(start),
    title: context.title,
    source: source?.evidence ?? null,
    covered: source?.covered ?? false,
    plain: source?.plain ?? false,
    distance: source?.distance ?? 0,
  };
}

/** Neither the paragraph nor whoever spoke just before it tells whose words a quotation is. */
function isUntold({ before, speech }: Context, start: number): boolean {
  return before.last === null && before.next === null && before.base === null && speech.unattributed.some((q) => q.start === start);
}
