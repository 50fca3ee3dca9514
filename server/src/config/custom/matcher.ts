import { RE2JS } from 're2js';
import { normalize, type Span } from '../../core/index.ts';
import type { CustomRule, Matcher } from './types.ts';

/** A pattern that RE2 takes, or what it says against it. */
export function compilePattern(pattern: string): { readonly compiled: RE2JS } | { readonly error: string } {
  try {
    // Read in the form that articles are read in: half-width, simplified.
    const compiled = RE2JS.compile(normalize(pattern));
    return compiled.matches('') || compiled.matcher('').find() ? { error: '""' } : { compiled };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Words by literal search, patterns by automata: linear in the text, whatever is declared. Texts are given as they stand. */
export function createMatcher(rule: CustomRule): Matcher {
  const words = rule.words.map(normalize).filter((word) => word !== '');
  const except = rule.except.map(normalize).filter((word) => word !== '');
  const patterns = rule.patterns.flatMap((pattern) => {
    const made = compilePattern(pattern);
    return 'compiled' in made ? [made.compiled] : [];
  });
  return (raw) => {
    const text = normalize(raw);
    const found = words.flatMap((word) => occurrences(text, word));
    for (const pattern of patterns) {
      const matcher = pattern.matcher(text);
      while (matcher.find()) if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end() });
    }
    if (found.length === 0) return found;
    const excused = except.flatMap((phrase) => occurrences(text, phrase));
    return longest(found).filter((span) => !excused.some((e) => e.start <= span.start && span.end <= e.end));
  };
}

function occurrences(text: string, word: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push({ start: at, end: at + word.length });
  return found;
}

/** Of spans that overlap, the one that begins first; of those, the longest. */
function longest(spans: Span[]): Span[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return spans.filter((span) => {
    if (span.start < last) return false;
    last = span.end;
    return true;
  });
}
