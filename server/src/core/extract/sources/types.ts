import type { Span } from '../../types.ts';

/** Why a quantity counts as sourced, strongest first; `bare-data-shows` is none and says so. */
export const SOURCE_EVIDENCE = [
  /** A link or footnote on its sentence. */
  'link',
  /** A data provider, regulator or exchange that publishes or acts in its sentence. */
  'same-sentence-provider',
  /** A named paper or disclosure in its sentence: `三季报显示`, `公告称`. */
  'same-sentence-document',
  /** An organisation's own word about the matter: `OpenAI表示`. */
  'organisation-speech',
  /** A source of a sentence before, which this one carries on from. */
  'carried',
  /** A statement that names its reach. */
  'blanket',
  /** A source of its own sentence, behind the number and in another clause. */
  'behind',
  /** Introduced, as an item of a list, by a sentence with a source. */
  'list',
  /** The article reads one document. */
  'document-article',
  /** The article is a firm's own call or meeting on its results. */
  'call',
  /** The article is a letter or report to those whose money it is. */
  'letter',
  /** The title or opening says what body released the figures that follow. */
  'official',
  /** A broker's report: its own reckoning beside the firm's figures; no source by itself. */
  'broker',
  /** A source in the first lines of the article, in the paragraph before, or earlier in the paragraph, that is not taken up here: none. */
  'opening',
  'previous',
  'earlier',
  /** `数据显示` with nobody's name: no source. */
  'bare-data-shows',
] as const;
export type SourceEvidence = (typeof SOURCE_EVIDENCE)[number];

export interface SourceMark extends Span {
  readonly evidence: 'link' | 'same-sentence-provider' | 'same-sentence-document' | 'organisation-speech';
  /** 1: named and said to show it; below: only there. */
  readonly strength: number;
  /** It says of itself that it is the source of what stands before it. */
  readonly note?: boolean;
}

export interface LocalQuantitySource {
  readonly evidence: SourceEvidence | null;
  /** The mark, in the paragraph. */
  readonly mark: Span | null;
  /** Sentences between the mark's and the quantity's. */
  readonly distance: number;
  readonly covered: boolean;
}

export interface Blanket extends Span {
  /** Which way it reaches: the text before it, behind it, or all of the article. */
  readonly reach: 'before' | 'after' | 'article';
  /** The paragraph holds nothing else: reaches over paragraphs. */
  readonly alone: boolean;
  /** Up to so many paragraphs away it leaves nothing to weigh; below zero: nowhere. */
  readonly firm: number;
}

export type DocumentKind = 'document-article' | 'call' | 'letter' | 'official' | 'broker';

/** What a paragraph says about sources, by itself. One entry for each quantity, in order. */
export interface LocalSources {
  readonly quantities: readonly LocalQuantitySource[];
  readonly blankets: readonly Blanket[];
  readonly heading: boolean;
  /** The paragraph, at the article's head, says what document or event the article reads. */
  readonly reads: () => (Span & { readonly kind: DocumentKind }) | null;
  /** Whether a place is in somebody's word or in the author's own guess, which no statement about the article's figures covers. */
  readonly others: (at: number) => boolean;
  /** A named source in the paragraph's first sentence. */
  readonly opens: Span | null;
  /** The source that holds at the paragraph's end. */
  readonly holds: Span | null;
  /** Ends with a colon: introduces what follows. */
  readonly introduces: boolean;
  readonly item: boolean;
  /** How each quantity stands to the document that an article may read: prices and other firms' figures are not in it. */
  readonly spoken: boolean;
}

export interface QuantitySource {
  readonly covered: boolean;
  /** The source leaves nothing to weigh. */
  readonly plain: boolean;
  readonly evidence: SourceEvidence | null;
  /** Where the source stands in the paragraph; `reach`: it is what reaches the paragraph from elsewhere, or over a part of it. */
  readonly source: Span | 'reach' | null;
  /** Sentences, or paragraphs up to where they count as far, from the source to the quantity. */
  readonly distance: number;
}
