import type { Candidate } from '../candidates.ts';
import { type QuantitySource, resolveParagraph, type SourceReach, sourceReach } from '../extract/sources/index.ts';
import { type ResolvedSpeech, type SpeechHints, type SpeechState, sameCast, sameState, startState, step } from '../extract/speech/index.ts';
import type { Block } from '../text/blocks.ts';
import type { Lexicon, Span } from '../types.ts';
import type { Standing } from './genre.ts';
import type { Local } from './local.ts';

/** What the article says about one of its paragraphs: whose words stand in it, what its numbers rest on, where it stands. */
export interface Context {
  /** What the paragraphs before it left open; the speech was resolved from it. */
  readonly before: SpeechState;
  readonly after: SpeechState;
  readonly speech: ResolvedSpeech;
  /** One entry for each quantity of the paragraph. */
  readonly sources: readonly NearSource[];
  readonly reach: SourceReach['paragraphs'][number];
  /** How many paragraphs away the source stands that reaches it. */
  readonly away: number;
  readonly title: boolean;
}

/** Reads an article's paragraphs in their order; what was read before of a paragraph is taken over where nothing before it changed. */
export class ContextReader {
  private state: SpeechState;
  private readonly reach: SourceReach;
  private readonly locals: readonly Local[];

  constructor(blocks: readonly Block[], locals: readonly Local[], hints: SpeechHints, old?: SpeechState) {
    this.locals = locals;
    const state = startState(
      locals.map((l) => l.speech),
      hints,
      old?.cast,
    );
    // One object for one cast, so that comparing states is cheap.
    this.state = old !== undefined && sameCast(old.cast, state.cast) ? { ...state, cast: old.cast } : state;
    const title = hints.title ?? blocks.find((b) => b.kind === 'heading')?.prose ?? null;
    this.reach = sourceReach(
      locals.map((l) => l.sources),
      { title },
    );
  }

  /** The context of paragraph `index`; to be called for each in turn. */
  next(index: number, old: { readonly local: Local; readonly context: Context } | undefined): Context {
    const local = this.locals[index]!;
    const reach = this.reach.paragraphs[index] ?? null;
    const before = this.state;
    const kept = old !== undefined && old.local === local ? old.context : undefined;
    const away = reach === null ? 0 : reach.paragraph - index;
    if (kept && kept.title === (index === 0) && kept.away === away && sameReach(kept.reach, reach) && sameState(kept.before, before)) {
      this.state = kept.after;
      return kept;
    }
    const { state: after, resolved: speech } = step(before, local.speech);
    this.state = after;
    const sources =
      local.sources.quantities.length === 0
        ? NO_SOURCES
        : resolveParagraph(local.paragraph, index, local.sources, this.reach).map((s) => near(s, index));
    return { before, after, speech, sources, reach, away, title: index === 0 };
  }
}

/** A quantity's source by its distance, so that it stays while paragraphs come and go elsewhere. */
export interface NearSource extends Omit<QuantitySource, 'source'> {
  readonly source: (Span & { readonly away: number }) | null;
}

const NO_SOURCES: readonly NearSource[] = [];

function near({ covered, evidence, source, distance }: QuantitySource, index: number): NearSource {
  return { covered, evidence, distance, source: source && { start: source.start, end: source.end, away: source.paragraph - index } };
}

function sameReach(a: Context['reach'], b: Context['reach']): boolean {
  if (a === null || b === null) return a === b;
  return a.evidence === b.evidence && a.start === b.start && a.end === b.end && a.from === b.from && a.until === b.until;
}

/** Who may speak, by front matter (`speakers: …`, `嘉宾: …`) and by configuration. */
export function speechHints(blocks: readonly Block[], lexicon: Lexicon | undefined): SpeechHints {
  const matter = blocks[0]?.kind === 'matter' ? blocks[0].prose : '';
  if (matter === '') return { names: lexicon?.speakers ?? [], title: titleOf(blocks, matter) };
  const said = /^(?:speakers?|guests?|嘉宾|受访者|受访人|发言人)[ \t]*[::][ \t]*(.+)$/m.exec(matter)?.[1] ?? '';
  const names = said
    .split(/[,,、;;]|\band\b/)
    .map((name) => name.replace(/^[\s["']+|[\s\]"']+$/g, ''))
    .filter((name) => name !== '')
    .map((name) => ({ name }));
  return { names: [...names, ...(lexicon?.speakers ?? [])], title: titleOf(blocks, matter) };
}

function titleOf(blocks: readonly Block[], matter: string): string | null {
  const named = matter === '' ? undefined : /^title[ \t]*:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(matter)?.[1];
  return named ?? blocks.find((b) => b.kind === 'heading')?.prose ?? null;
}

/** Where a candidate stands in its article. */
export function standingOf(candidate: Candidate, local: Local, context: Context): Standing {
  const { speech } = context;
  const { start } = candidate;
  const q = candidate.found.quantity;
  const source = q === undefined ? undefined : context.sources[local.paragraph.quantities.indexOf(q)];
  return {
    spoken: speech.speakerOf(candidate) !== null,
    quoted: speech.inQuote(start),
    asked: speech.isQuestion(start),
    title: context.title,
    source: source?.evidence ?? null,
    covered: source?.covered ?? false,
    distance: source?.distance ?? 0,
  };
}

/** Neither the paragraph nor whoever spoke just before it tells whose words a quotation is. */
export function isUntold({ before, speech }: Context, start: number): boolean {
  return before.last === null && before.next === null && before.base === null && speech.unattributed.some((q) => q.start === start);
}
