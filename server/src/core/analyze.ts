import { speechHints } from './article/context.ts';
import { articleDate } from './article/date.ts';
import { ArticleAnalysis } from './article/document.ts';
import { genreFeatures } from './article/genre.ts';
import { Judge } from './article/judge.ts';
import { analyzeBlock, type Local, type LocalOptions } from './article/local.ts';
import type { ParagraphResult } from './article/paragraphResult.ts';
import { settle } from './article/settle.ts';
import { difference, splitArticle } from './article/split.ts';
import { type Model, shippedModel } from './model/model.ts';
import { type Block, isProse } from './text/blocks.ts';
import { detached } from './text/normalize.ts';
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
  const local: LocalOptions = {
    model: options.model ?? shippedModel(),
    off: options.off ?? new Set(),
    segmenter: options.segmenter,
    providers: options.lexicon?.providers ?? [],
    keep: false,
  };
  function* slices(article: Article, previous?: Analysis, change?: Change): Generator<void, ArticleAnalysis> {
    const before = previous instanceof ArticleAnalysis ? previous : undefined;
    const split = splitArticle(article, before?.split, change);
    const blocks = split.blocks.filter(isProse);
    const known = before ? takenOver(before.results, blocks, before.split.text, article.text, change) : undefined;
    const locals: Local[] = [];
    for (let i = 0; i < blocks.length; i++) {
      const old = known?.(i);
      // A provisional paragraph is judged anew: the words may have come meanwhile.
      if (old && !old.local.provisional) locals.push(old.local);
      else {
        // What is read of a paragraph stays while the paragraph does, the text around it changes with every edit.
        locals.push(analyzeBlock(before && article.format === 'markdown' ? apart(blocks[i]!) : blocks[i]!, local));
        yield;
      }
    }
    const date = articleDate(split.blocks) ?? article.date ?? null;
    const genre = genreFeatures(locals.map((l) => l.traits));
    const judge = new Judge(local.model, genre);
    const hints = speechHints(split.blocks, options.lexicon);
    const results = settle({ blocks, locals, date, hints, judge, genre, known, before: before?.results[0] });
    return new ArticleAnalysis(article, date, split, results);
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

/** Finds the result of each block in the analysis before, by place: blocks in front of the change, and behind it. */
function takenOver(results: readonly ParagraphResult[], blocks: readonly Block[], oldText: string, newText: string, change?: Change) {
  const hull = change ?? difference(oldText, newText);
  const by = hull.newEnd - hull.oldEnd;
  const gap = results.length - blocks.length;
  return (i: number): ParagraphResult | undefined => {
    const block = blocks[i]!;
    const old = block.end < hull.start ? results[i] : block.start > hull.newEnd ? results[i + gap] : undefined;
    if (old === undefined) return undefined;
    const shift = block.end < hull.start ? 0 : by;
    if (old.block === block) return old;
    const same =
      old.block.start + shift === block.start &&
      old.block.kind === block.kind &&
      old.block.level === block.level &&
      old.block.bold === block.bold &&
      old.block.prose === block.prose;
    return same && sameLinks(old.block, block) ? old : undefined;
  };
}

function apart(block: Block): Block {
  return { ...block, prose: detached(block.prose) };
}

function sameLinks(a: Block, b: Block): boolean {
  if (a.end - a.start !== b.end - b.start || a.links.length !== b.links.length || (a.map === null) !== (b.map === null)) return false;
  if (a.map !== null && b.map !== null) for (let i = 0; i < a.map.length; i++) if (a.map[i] !== b.map[i]) return false;
  return a.links.every((l, i) => l.start === b.links[i]!.start && l.end === b.links[i]!.end);
}
