import { CODES, type Severity, type Span } from '../../core/index.ts';
import type { JsonNode } from '../json.ts';
import { objectOf, oneOf, type Report, SEVERITIES, stringOf, stringsOf } from '../readJson.ts';
import { compilePattern, createMatcher } from './matcher.ts';
import type { CustomRule } from './types.ts';

export const CUSTOM_KEYS = ['code', 'name', 'severity', 'message', 'why', 'advice', 'words', 'patterns', 'except', 'examples'];
const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Reads `customRules`. A rule with something wrong in it is left out whole: half a rule would say what nobody meant. */
export function customRulesOf(node: JsonNode, report: Report): CustomRule[] {
  if (node.type !== 'array') {
    report(node, 'config.type', { key: 'customRules', expected: '[ { "code": "…", "words": [ "…" ] } ]' });
    return [];
  }
  const rules: CustomRule[] = [];
  for (const item of node.items) {
    const rule = ruleOf(item, new Set(rules.map(({ code }) => code)), report);
    if (rule) rules.push(rule);
  }
  return rules;
}

function ruleOf(item: JsonNode, taken: ReadonlySet<string>, tell: Report): CustomRule | null {
  let wrong = false;
  const report: Report = (...problem) => {
    wrong = true;
    tell(...problem);
  };
  const rule = {
    code: '',
    name: '',
    severity: 'warning' as Severity,
    message: '',
    why: '',
    advice: '',
    words: [],
    patterns: [],
    except: [],
  } as {
    -readonly [K in keyof CustomRule]: CustomRule[K];
  };
  let examples: JsonNode | undefined;
  for (const { key, value, ...at } of objectOf(item, 'customRules', report)) {
    if (key === 'name' || key === 'message' || key === 'why' || key === 'advice') rule[key] = stringOf(value, key, report);
    else if (key === 'code') {
      rule.code = stringOf(value, key, report);
      if (rule.code && !CODE.test(rule.code)) report(value, 'config.customCode', { code: rule.code });
      else if (taken.has(rule.code) || (CODES as readonly string[]).includes(rule.code))
        report(value, 'config.codeTaken', { code: rule.code });
    } else if (key === 'severity') rule.severity = (oneOf(value, key, SEVERITIES.slice(1), report) ?? 'warning') as Severity;
    else if (key === 'words' || key === 'except') rule[key] = stringsOf(value, key, report);
    else if (key === 'patterns') rule.patterns = patternsOf(value, report);
    else if (key === 'examples') examples = value;
    else report(at, 'config.unknownKey', { key, known: CUSTOM_KEYS.join(', ') });
  }
  if (item.type === 'object' && !wrong && (rule.code === '' || (rule.words.length === 0 && rule.patterns.length === 0)))
    report(item, 'config.type', { key: 'customRules', expected: '{ "code": "…", "words": [ "…" ] }' });
  if (wrong || item.type !== 'object') return null;
  rule.name ||= rule.code;
  rule.message ||= `“{text}”：${rule.name}`;
  if (examples) checkExamples(rule, examples, report);
  return wrong ? null : rule;
}

function patternsOf(node: JsonNode, report: Report): string[] {
  const patterns = stringsOf(node, 'patterns', report);
  if (node.type !== 'array') return patterns;
  for (const item of node.items) {
    const made = item.type === 'string' && item.value.trim() !== '' ? compilePattern(item.value) : null;
    if (made && 'error' in made) report(item, 'config.pattern', { reason: made.error });
  }
  return patterns;
}

/** `bad` ones must be found, exactly at ⟦…⟧ where that is marked; in `good` ones nothing may be. */
function checkExamples(rule: CustomRule, node: JsonNode, report: Report): void {
  const match = createMatcher(rule);
  for (const { key, value, ...at } of objectOf(node, 'examples', report)) {
    if (key !== 'bad' && key !== 'good') {
      report(at, 'config.unknownKey', { key, known: 'bad, good' });
      continue;
    }
    stringsOf(value, key, report);
    for (const item of value.type === 'array' ? value.items : []) {
      if (item.type !== 'string') continue;
      const { text, marks } = marked(item.value);
      const found = match(text);
      const said = found.map(({ start, end }) => text.slice(start, end)).join('、');
      const fine = key === 'good' ? found.length === 0 : marks.length === 0 ? found.length > 0 : same(found, marks);
      if (!fine) report(item, key === 'good' ? 'config.goodExample' : 'config.badExample', { code: rule.code, found: said || '—' });
    }
  }
}

function marked(example: string): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  let text = '';
  let start = 0;
  for (const char of example) {
    if (char === '⟦') start = text.length;
    else if (char === '⟧') marks.push({ start, end: text.length });
    else text += char;
  }
  return { text, marks };
}

function same(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);
}
