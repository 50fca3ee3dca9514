import { articleDate } from './article/date.ts';
import { ArticleAnalysis, type Standing } from './article/document.ts';
import { floorsOf } from './article/floors.ts';
import { count, emptyTally, genreFeatures, type Tally } from './article/genre.ts';
import { hintsOf } from './article/hints.ts';
import { Judge } from './article/judge.ts';
import { analyzeBlock, type Local, type LocalOptions } from './article/local.ts';
import { settle } from './article/settle.ts';
import { splitArticle } from './article/split.ts';
import { SourceReach } from './extract/sources/index.ts';
import { castAfter, castChange, castOf } from './extract/speech/index.ts';
import { atOrAfter, joined } from './lists.ts';
import { type Model, shippedModel } from './model/model.ts';
import type { Analysis, Article, Change, Code, Lexicon, Segmenter } from './types.ts';

export interface AnalyzerOptions {
  /** Codes that are not looked for at all. */
  readonly off?: ReadonlySet<Code>;
  readonly lexicon?: Lexicon;
  readonly segmenter?: Segmenter;
  /** Another model than the shipped one; for training. */
  readonly model?: Model;
}

export interface Analyzer {
  /**
   * Analyses an article. `previous` (this analyzer's answer for an earlier state of the same article) lets unchanged
   * paragraphs be taken over; the result is the same as without it. `change` may narrow down where the texts differ.
   */
  analyze(article: Article, previous?: Analysis, change?: Change): Analysis;
  /** The same in slices: yields between paragraphs, returns the analysis. */
  slices(article: Article, previous?: Analysis, change?: Change): Generator<void, Analysis>;
}

export function createAnalyzer(options: AnalyzerOptions = {}): Analyzer {
  const model = options.model ?? shippedModel();
  const local: LocalOptions = {
    model,
    floors: floorsOf(model),
    off: options.off ?? new Set(),
    segmenter: options.segmenter,
    providers: options.lexicon?.providers ?? [],
    keep: false,
  };
  function* slices(article: Article, previous?: Analysis, change?: Change): Generator<void, ArticleAnalysis> {
    const before = previous instanceof ArticleAnalysis ? previous : undefined;
    const { split, head: sameHead, tail: sameTail } = splitArticle(article, before?.standing.split, change);
    const { blocks, prose } = split;
    const old = before?.standing;
    const head = old ? atOrAfter(old.split.prose, sameHead) : 0;
    const tail = old ? old.split.prose.length - atOrAfter(old.split.prose, old.split.blocks.length - sameTail) : 0;
    const middle: Local[] = [];
    for (let i = head; i < prose.length - tail; i++) {
      middle.push(analyzeBlock(blocks[prose[i]!]!, local));
      yield;
    }
    const locals = joined(old?.locals ?? [], head, tail, middle);
    const kept = before && old && !(yield* wordsCame(before, locals, head, tail)) ? { results: before.results, ...old } : undefined;
    const date = articleDate(blocks) ?? article.date ?? null;
    const tally = kept ? recount(kept, locals, head, tail) : counted(locals);
    const genre = genreFeatures(tally);
    const judge = kept?.judge.judges(genre) ? kept.judge : new Judge(model, genre);
    const hints = hintsOf(blocks, split.heading, options.lexicon);
    const cast = kept ? castAfter(kept.cast, kept.locals, locals, head, tail, hints) : castOf(locals, hints);
    const reach = kept ? kept.reach.next(locals, hints.title, head, tail) : SourceReach.of(locals, hints.title);
    const since = kept && { head, tail, change: castChange(kept.cast, cast), anew: judge !== kept.judge || date !== before?.date };
    const results = yield* settle({ locals, date, cast, reach, judge, before: kept && since ? { ...kept, ...since } : null });
    const provisional = provisionalOf(kept, locals, head, tail);
    return new ArticleAnalysis(article, date, { split, locals, tally, cast, reach, judge, provisional }, results);
  }
  /** Reads the provisional paragraphs that stayed anew if there are words now, which is tried on the first; answers whether there are. */
  function* wordsCame({ provisional }: Analysis, locals: Local[], head: number, tail: number): Generator<void, boolean> {
    let came = false;
    for (let i = 0; provisional && i < locals.length; i++) {
      if (!locals[i]!.provisional || (i >= head && i < locals.length - tail)) continue;
      const again = analyzeBlock(locals[i]!.paragraph.block, local);
      if (again.provisional && !came) return false;
      locals[i] = again;
      came = true;
      yield;
    }
    return came;
  }
  return {
    slices,
    analyze(article, previous, change) {
      const steps = slices(article, previous, change);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    },
  };
}

function counted(locals: readonly Local[]): Tally {
  const tally = emptyTally();
  for (const { traits } of locals) count(tally, traits, 1);
  return tally;
}

/** How many paragraphs wait for words. */
function provisionalOf(before: Standing | undefined, now: readonly Local[], head: number, tail: number): number {
  let n = before?.provisional ?? 0;
  if (before === undefined) for (const l of now) n += l.provisional ? 1 : 0;
  else {
    for (let i = head; i < before.locals.length - tail; i++) if (before.locals[i]!.provisional) n--;
    for (let i = head; i < now.length - tail; i++) if (now[i]!.provisional) n++;
  }
  return n;
}

/** What all paragraphs tell, from what they told before those in the middle gave way to others. */
function recount(
  before: { readonly tally: Tally; readonly locals: readonly Local[] },
  now: readonly Local[],
  head: number,
  tail: number,
): Tally {
  const tally = { ...before.tally };
  for (let i = head; i < before.locals.length - tail; i++) count(tally, before.locals[i]!.traits, -1);
  for (let i = head; i < now.length - tail; i++) count(tally, now[i]!.traits, 1);
  return tally;
}
