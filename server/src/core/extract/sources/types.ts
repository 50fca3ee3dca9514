import type { Span } from '../../types.ts';

/** Why a quantity counts as sourced, strongest first; `bare-data-shows` is none and says so. */
export type SourceEvidence =
  /** A link or footnote on its sentence. */
  | 'link'
  /** A data provider, regulator or exchange that publishes or acts in its sentence. */
  | 'same-sentence-provider'
  /** A named paper or disclosure in its sentence: `三季报显示`, `公告称`. */
  | 'same-sentence-document'
  /** An organisation's own word about the matter: `OpenAI表示`. */
  | 'organisation-speech'
  /** A source of a sentence before, which this one carries on from. */
  | 'carried'
  /** A statement that names its reach. */
  | 'blanket'
  /** The article reads one document. */
  | 'document-article'
  /** `数据显示` with nobody's name: no source. */
  | 'bare-data-shows';

export interface SourceMark extends Span {
  readonly evidence: 'link' | 'same-sentence-provider' | 'same-sentence-document' | 'organisation-speech';
  /** 1: named and said to show it; below: only there. */
  readonly strength: number;
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
}

/** What a paragraph says about sources, by itself. One entry for each quantity, in order. */
export interface LocalSources {
  readonly quantities: readonly LocalQuantitySource[];
  readonly blankets: readonly Blanket[];
  readonly heading: boolean;
  /** The paragraph, at the article's head, says that the article reads one document. */
  readonly reads: Span | null;
  /** How each quantity stands to the document that an article may read: prices and other firms' figures are not in it. */
  readonly spoken: boolean;
}

export interface QuantitySource {
  readonly covered: boolean;
  readonly evidence: SourceEvidence | null;
  /** Where the source stands: index of the paragraph and a span in its text. */
  readonly source: (Span & { readonly paragraph: number }) | null;
  readonly distance: number;
}

export interface ArticleSources {
  /** By paragraph, one entry for each quantity. */
  readonly paragraphs: readonly (readonly QuantitySource[])[];
}
