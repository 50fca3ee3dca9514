/**
 * The plain objects that the analysis hands out. All offsets are UTF-16 code units, half-open `[start, end)`;
 * whether they count from the article's or from a paragraph's first character is said where they are made.
 */

/** A half-open stretch of text in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The claim patterns, in the order of the claims guide. */
export const CODES = [
  'unsourced-number',
  'missing-baseline',
  'number-mismatch',
  'vague-quantity',
  'prediction',
  'relative-date',
  'absolute-wording',
  'superlative',
  'promised-return',
  'loaded-language',
  'vague-attribution',
  'anonymous-example',
  'self-interest',
  'unattributed-quote',
  'analogy',
  'causal-claim',
  'rhetorical-question',
  'advice',
  'unexplained-term',
] as const;
export type Code = (typeof CODES)[number];

export type Severity = 'hint' | 'information' | 'warning' | 'error';

export type Approx = 'none' | 'about' | 'below' | 'above' | 'atLeast' | 'atMost';
export type QuantityKind =
  | 'money'
  | 'count'
  | 'percent'
  | 'percentagePoint'
  | 'multiple'
  | 'duration'
  | 'length'
  | 'area'
  | 'weight'
  | 'other';

/** A number with its unit as written: approximator + number + unit, read out. */
export interface Quantity extends Span {
  readonly text: string;
  /** Smallest and largest value meant, in base units (`五六倍`: 5 and 6; `30%`: 30; `25个BP`: 0.25 percentage points). */
  readonly min: number;
  readonly max: number;
  readonly approx: Approx;
  readonly kind: QuantityKind;
  /** The unit as written, without the order of magnitude (`100万人次` → `人次`); null where there is none. */
  readonly unit: string | null;
  /** ISO 4217, or null when the quantity is no money or its currency is not said and cannot be taken for granted. */
  readonly currency: string | null;
}

/** What a time expression says about when. */
export type TimeKind =
  /** Calendar time fixed by itself: `2023年`, `2024年3月5日`, `2025Q1`, `1990年代`. */
  | 'absolute'
  /** Meaningless once the article has aged: `昨天`, `去年`, `近日`, `目前`, `下半年`, `周五`, `过去三年`. */
  | 'relative'
  /** Ahead of the writing and bounded: `未来三年`, `再过一年`, `三年内`, `年底前`, `短期内`. */
  | 'ahead'
  /** Calendar time that lacks its year or month: `3月5日`, `三季度`, `年底`. */
  | 'partial'
  /** A clock time, a fiscal label or anything else that is no quantity. */
  | 'clock';

export interface TimeExpression extends Span {
  readonly text: string;
  readonly kind: TimeKind;
  /** The bare time word that a relative-date label marks (`去年` of `去年春天`), as a span of its own. */
  readonly bare: Span;
  /** How to resolve it; see extract/time/resolve.ts. */
  readonly value: TimeValue;
}

/**
 * Calendar arithmetic relative to the article's date, or a fixed period. Null fields are not said.
 * `offset` counts whole calendar units (`去年` = year −1), `rolling` counts from the very day (`未来三年` = 0 to +3 years,
 * `再过一年` = open to +1), `until` is open before and ends with the period, or before it where `inclusive` is false (`2026年前`),
 * `since` goes on to the article's day (`今年以来`), `mirror` is reckoned from a period named before it (`一季度…,去年同期…`).
 */
export type TimeValue =
  | { readonly type: 'fixed'; readonly from: string | null; readonly until: string | null }
  | {
      readonly type: 'offset';
      readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
      readonly from: number;
      readonly until: number;
      readonly part?: TimePart;
    }
  | {
      readonly type: 'rolling';
      readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
      readonly from: number | null;
      readonly until: number | null;
    }
  | { readonly type: 'until'; readonly of: TimeValue; readonly inclusive: boolean }
  | { readonly type: 'since'; readonly of: TimeValue }
  | { readonly type: 'mirror'; readonly of: Extract<TimeValue, { readonly type: 'offset' }>; readonly period: TimeValue }
  | { readonly type: 'weekday'; readonly day: number; readonly week: number | null; readonly lastDay?: number }
  | { readonly type: 'partial'; readonly year: number | null; readonly part: TimePart }
  | { readonly type: 'vague'; readonly direction: 'past' | 'present' | 'future' };

/** A part of a year: month with day, quarter, half, or early/mid/late in it. Months count from 1. */
export interface TimePart {
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly stage?: 'start' | 'middle' | 'end';
  /** Last of a span: `1-9月`, `前三季度`, `5日至8日`. */
  readonly lastMonth?: number;
  readonly lastQuarter?: number;
  readonly lastDay?: number;
}

/** Resolved days, `YYYY-MM-DD`, both included; null where that side is open. */
export interface DateRange {
  readonly from: string | null;
  readonly until: string | null;
}

export type Format = 'markdown' | 'plain';

/** What one article is analysed from. */
export interface Article {
  readonly text: string;
  readonly format: Format;
  /** The date to assume where the text gives none, `YYYY-MM-DD`. */
  readonly date?: string | null;
}

/** The part of an article that changed since the analysis before: the hull of all edits. */
export interface Change {
  /** Where old and new text begin to differ. */
  readonly start: number;
  /** Where they are alike again, in the old text. */
  readonly oldEnd: number;
  /** The same place in the new text. */
  readonly newEnd: number;
}

export interface Horizon {
  readonly text: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** One finding. Offsets count from the article's first character. */
export interface Claim extends Span {
  /** Same claim, same id, while its text and neighbourhood stay, wherever it moves. */
  readonly id: string;
  readonly code: Code;
  readonly text: string;
  /** Whose words the claim is, by the fullest name in the article; null for the author. */
  readonly speaker: string | null;
  /** `prediction` only; null where the wording bounds nothing. */
  readonly horizon?: Horizon | null;
  /** `relative-date` only; null without an article date or where the word says nothing exact. */
  readonly resolved?: DateRange | null;
  readonly quantity?: Quantity;
  /** The arithmetic of a `number-mismatch`, or what else the message names, by placeholder. */
  readonly detail?: Readonly<Record<string, string>>;
  /** What made the analysis decide, in order of weight: names of cues and features. */
  readonly evidence: readonly string[];
  readonly suppressed: Suppression | null;
}

export interface Suppression {
  readonly by: 'comment' | 'review';
  readonly reason: string;
}

export interface SourcedQuantity extends Quantity {
  /** What covers the number, or null. */
  readonly source: (Span & { readonly text: string }) | null;
}

export interface Quote extends Span {
  readonly speaker: string | null;
}

/** A heading with the stretch of text that stands under it. */
export interface Section extends Span {
  readonly title: string;
  readonly level: number;
  /** Span of the heading's own line. */
  readonly heading: Span;
}

/** An inline comment such as `<!-- claimlens-disable-line absolute-wording: 原话 -->`. */
export interface Directive extends Span {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** Empty: all codes. */
  readonly codes: readonly string[];
  readonly reason: string;
  /** False when it suppressed nothing, or names a code that does not exist. */
  used: boolean;
}

/** Everything the analysis knows about one article, in document order. */
export interface Analysis {
  readonly article: Article;
  /** `YYYY-MM-DD` as found in the text or given, or null. */
  readonly date: string | null;
  readonly claims: readonly Claim[];
  readonly quantities: readonly SourcedQuantity[];
  readonly quotes: readonly Quote[];
  readonly sections: readonly Section[];
  readonly directives: readonly Directive[];
  /** True while a paragraph was judged without the segmenter because it was not loaded yet: analyse again when it is. */
  readonly provisional: boolean;
}

/** A word with its part of speech in jieba's tag set; offsets in the text that was given. */
export interface Word extends Span {
  readonly tag: string;
}

/** Splits Chinese text into words. Loaded late: `words` answers null until it is. */
export interface Segmenter {
  words(text: string): readonly Word[] | null;
}

/** What users say about their own world; see `claimlens.config.json`. */
export interface Lexicon {
  /** Data providers whose name counts as a source. */
  readonly providers?: readonly string[];
  /** Terms that need no explanation. */
  readonly terms?: readonly string[];
  /** What terms mean, in the desk's own words; for those who show and explain, the analysis does not look at it. */
  readonly glossary?: Readonly<Record<string, string>>;
  /** Names of people and companies. */
  readonly names?: readonly string[];
  readonly speakers?: readonly SpeakerEntry[];
}

export interface SpeakerEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What the speaker holds, backs or sells. */
  readonly interests?: readonly string[];
}

/** What a rule file tells people about itself, in Chinese; translations stand in server/l10n. */
export interface RuleText {
  /** The name shown: `无来源数字`. */
  readonly name: string;
  /** The diagnostic's message; `{text}` and the claim's `detail` keys are filled in. */
  readonly message: string;
  /** One line: why it matters. */
  readonly why: string;
  /** One line: what to do. */
  readonly advice: string;
}

/** `⟦…⟧` marks the spans that the rule must yield; none in a good example. */
export interface Examples {
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

export interface RuleInfo {
  readonly code: Code;
  readonly severity: Severity;
  readonly text: RuleText;
  readonly examples: Examples;
}
