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

/** Calendar arithmetic relative to the article's date, or a fixed period. Null fields are not said. */
export type TimeValue =
  | { readonly type: 'fixed'; readonly from: string | null; readonly until: string | null }
  | { readonly type: 'offset'; readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'; readonly from: number; readonly until: number; readonly part?: TimePart }
  | { readonly type: 'weekday'; readonly day: number; readonly week: number | null }
  | { readonly type: 'partial'; readonly year: number | null; readonly part: TimePart }
  | { readonly type: 'vague'; readonly direction: 'past' | 'present' | 'future' };

/** A part of a year: month with day, quarter, half, or early/mid/late in it. Months count from 1. */
export interface TimePart {
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly stage?: 'start' | 'middle' | 'end';
}

/** Resolved days, `YYYY-MM-DD`, both included; null where that side is open. */
export interface DateRange {
  readonly from: string | null;
  readonly until: string | null;
}
