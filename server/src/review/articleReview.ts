import type { Analysis, Span } from '../core/types.ts';
import { describe } from './anchor/describe.ts';
import { type Edit, follow } from './anchor/follow.ts';
import { place } from './anchor/place.ts';
import { applyReviews, type PlacedEntry } from './apply.ts';
import { EMPTY_REVIEW, type ReviewFile, reviewedWords, selectorsOf, type Target } from './model.ts';
import type { Read, ReviewProblem } from './read.ts';

/** One article's review with the places of its entries, kept through edits. */
export class ArticleReview {
  #file: ReviewFile = EMPTY_REVIEW;
  #problem: ReviewProblem | null = null;
  /** By entry; null for orphans. */
  #places = new Map<string, Span | null>();
  #made: { readonly analysis: Analysis; readonly answer: Analysis } | null = null;

  /** As last read or written. */
  get file(): ReviewFile {
    return this.#file;
  }

  /** Why the file cannot be used; its article's review is read-only until it is mended. */
  get problem(): ReviewProblem | null {
    return this.#problem;
  }

  /** Takes what was read. Entries whose anchors are as before keep their places, others are looked for in the text. */
  take(read: Read, text: string): void {
    this.#made = null;
    this.#problem = read.problem;
    // What stood before a file broke stays visible.
    if (!read.file) return;
    const before = new Map(this.#file.entries.map((entry) => [entry.id, JSON.stringify(entry.target)]));
    const places = new Map<string, Span | null>();
    for (const { id, target } of read.file.entries) {
      const known = before.get(id) === JSON.stringify(target) ? this.#places.get(id) : undefined;
      places.set(id, known ?? place(text, target));
    }
    this.#file = read.file;
    this.#places = places;
  }

  edited(edit: Edit): void {
    this.#made = null;
    for (const [id, span] of this.#places) if (span) this.#places.set(id, follow(span, edit));
  }

  /** The whole text came anew, and differs in one stretch: what lay there is looked for. */
  replaced(edit: Edit): void {
    this.#made = null;
    for (const [id, span] of this.#places) {
      const apart = span && (span.end <= edit.start || span.start >= edit.end);
      this.#places.set(id, apart ? follow(span, edit) : null);
    }
  }

  /** The analysis of the text that all edits have led to, with the review applied. Deleted words may have come back. */
  apply(analysis: Analysis): Analysis {
    if (this.#made?.analysis === analysis) return this.#made.answer;
    const { text } = analysis.article;
    for (const { id, target } of this.#file.entries) {
      // Looked for thoroughly when the file was read; at every key only the very words are.
      if (this.#places.get(id) || !text.includes(selectorsOf(target)[0].exact)) continue;
      this.#places.set(id, place(text, target));
    }
    const answer = applyReviews(analysis, this.placed(), { gone: true });
    this.#made = { analysis, answer };
    return answer;
  }

  placed(): PlacedEntry[] {
    return this.#file.entries.map((entry) => ({ entry, at: this.#places.get(entry.id) ?? null }));
  }

  /**
   * Anchors that would not lead back to where the edits have taken their claims, made anew: what the editor knows exactly must not
   * be guessed when the article is opened again. The words that were reviewed are kept with them.
   */
  drifted(text: string): ReadonlyMap<string, Target> {
    const anew = new Map<string, Target>();
    for (const { id, target } of this.#file.entries) {
      const at = this.#places.get(id);
      if (!at) continue;
      const found = place(text, target);
      if (found?.start === at.start && found.end === at.end) continue;
      const { reviewed: _, ownClause: _own, resembled: _like, ...others } = target;
      const words = reviewedWords(target);
      const same = text.slice(at.start, at.end) === words;
      anew.set(id, { ...others, ...(same ? {} : { reviewed: words }), ...describe(text, at) });
    }
    return anew;
  }

  /** Where a decided claim stands, before the text changes again. */
  settle(id: string, span: Span): void {
    this.#places.set(id, span);
  }
}
