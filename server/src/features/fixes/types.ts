import type { Locale } from '../../../../common/locale.ts';
import type { OfferedSource } from '../../../../common/protocol.ts';
import type { Analysis, Claim, Lexicon } from '../../core/index.ts';
import type { Write } from './manner.ts';

/** One replacement in the article. `snippet` is its text with LSP placeholders, for editors that take them; `text` stands for the others. */
export interface FixEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly snippet?: string;
}

/** One way to mend a claim. */
export interface Fix {
  /** Tells the fixes of one claim apart. */
  readonly key: string;
  readonly title: string;
  /** In ascending order, not overlapping. */
  readonly edits: readonly FixEdit[];
  /** Nothing is left to fill in: may be applied to every claim of its kind at once. */
  readonly complete?: true;
}

export interface FixInput {
  readonly text: string;
  readonly analysis: Analysis;
  readonly claim: Claim;
  readonly locale: Locale;
  readonly lexicon?: Lexicon;
  /** Sources used lately. */
  readonly sources?: readonly OfferedSource[];
}

/** What a pattern's own fixes are given: the claim, and how to write into its sentence. */
export interface FixContext extends FixInput {
  readonly write: Write;
}

/** Whether a claim stands inside somebody's own words, which an editor does not rewrite unasked. */
export function isQuoted({ analysis, claim }: FixInput): boolean {
  return analysis.quotes.some((quote) => quote.start <= claim.start && claim.end <= quote.end);
}

/** A placeholder of an LSP snippet; `name` is shown until it is typed over. */
export function placeholder(name: string, number = 1): string {
  return `\${${number}:${escapeSnippet(name)}}`;
}

export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
