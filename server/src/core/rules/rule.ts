import type { Paragraph } from '../paragraph.ts';
import type { Code, Horizon, Quantity, RuleInfo, Span } from '../types.ts';

/** What a rule says of a candidate beyond its place. */
export interface Found {
  /** The cue, by word: a feature of the model and the claim's first evidence. */
  readonly cue: string;
  /** The kind of finding within the rule, such as `adverb` or `noun`. */
  readonly group?: string;
  /** Further features, as `name=value` strings. */
  readonly features?: readonly string[];
  readonly quantity?: Quantity;
  /** A place whose time expression is the claim's, for `relative-date`. */
  readonly time?: number;
  readonly horizon?: Horizon;
  /** Candidates of one key are taken once an article (`unexplained-term`). */
  readonly once?: string;
  /** Certain by grammar: the model is not asked. */
  readonly sure?: boolean;
  /** Stands only where the article leaves open whose words the quotation is. */
  readonly untold?: true;
  readonly detail?: Readonly<Record<string, string>>;
}

export type Emit = (start: number, end: number, found: Found) => void;

/**
 * One pattern. A phrase rule proposes spans of a paragraph, generously, and the model decides by their context;
 * a clause rule lets every clause that passes its gate be decided.
 */
export interface PhraseRule extends RuleInfo {
  /** Where a candidate is doubtful, the word segmenter is asked what it makes of its clause. */
  readonly words?: true;
  readonly propose: (p: Paragraph, emit: Emit) => void;
}

export interface ClauseRule extends RuleInfo {
  /** Whether a clause can be such a claim at all; returns the span to mark. */
  readonly gate: (p: Paragraph, clause: number) => Span | null;
}

export type Rule = PhraseRule | ClauseRule;

export function isClauseRule(rule: Rule): rule is ClauseRule {
  return 'gate' in rule;
}

export function phraseRule(rule: PhraseRule & { readonly code: Code }): PhraseRule {
  return rule;
}

export function clauseRule(rule: ClauseRule & { readonly code: Code }): ClauseRule {
  return rule;
}

const LIST_NUMBER = /^(?:\*\*)?(?:\(?\d{1,2}[、.)](?!\d)|[一二三四五六七八九十]{1,3}[、)]|\*\*)\s*/;
const OPENERS = '“‘《〈【([';
const CLOSERS = '”’》〉】)]';

/** The clause's own span, without the number of its list, with the mark before it that opens what it closes (`“五一”期间…`). */
export function wholeClause(p: Paragraph, clause: number): Span | null {
  const { start: first, end } = p.clauses[clause]!;
  const number = LIST_NUMBER.exec(p.text.slice(first, first + 8));
  const start = number === null ? withOpener(p.text, first, end) : first + number[0].length;
  return end - start >= 2 ? { start, end } : null;
}

/** Clauses are kept without the marks at their edges; one that is closed within is the clause's own. */
function withOpener(text: string, start: number, end: number): number {
  const kind = start > 0 ? OPENERS.indexOf(text[start - 1]!) : -1;
  if (kind < 0) return start;
  const opener = OPENERS.charCodeAt(kind);
  const closer = CLOSERS.charCodeAt(kind);
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === opener) return start;
    if (c === closer) return start - 1;
  }
  return start;
}
