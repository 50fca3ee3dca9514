import type { Severity, Span } from '../../core/index.ts';

/** A rule of a desk's own, declared in `claimlens.config.json`: words or patterns, and where they do not count. */
export interface CustomRule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** Shown with each finding; `{text}` is what was found. */
  readonly message: string;
  readonly why: string;
  readonly advice: string;
  readonly words: readonly string[];
  /** In RE2's syntax, which is matched in linear time: no look-around, no back-references. */
  readonly patterns: readonly string[];
  /** Phrases within which a finding does not count. */
  readonly except: readonly string[];
}

/** What a custom rule finds in a text, in order, without overlaps. */
export type Matcher = (text: string) => Span[];
