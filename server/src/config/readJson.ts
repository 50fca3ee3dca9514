import type { JsonMember, JsonNode } from './json.ts';

/** One thing wrong with the file; `key` and `values` name the sentence in l10n. */
export interface ConfigProblem {
  readonly start: number;
  readonly end: number;
  readonly key:
    | 'config.syntax'
    | 'config.unknownKey'
    | 'config.unknownCode'
    | 'config.value'
    | 'config.type'
    | 'config.pattern'
    | 'config.customCode'
    | 'config.codeTaken'
    | 'config.badExample'
    | 'config.goodExample';
  readonly values: Readonly<Record<string, string>>;
}

export type Report = (at: { start: number; end: number }, key: ConfigProblem['key'], values: Record<string, string>) => void;

export const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];

export function objectOf(node: JsonNode, key: string, report: Report): readonly JsonMember[] {
  if (node.type === 'object') return node.members;
  report(node, 'config.type', { key, expected: '{ … }' });
  return [];
}

export function oneOf(node: JsonNode, key: string, known: readonly string[], report: Report): string | null {
  if (node.type === 'string' && known.includes(node.value)) return node.value;
  report(node, 'config.value', { key, known: known.join(', ') });
  return null;
}

export function stringOf(node: JsonNode, key: string, report: Report): string {
  if (node.type === 'string' && node.value.trim() !== '') return node.value;
  report(node, 'config.type', { key, expected: '"…"' });
  return '';
}

export function stringsOf(node: JsonNode, key: string, report: Report): string[] {
  if (node.type !== 'array') {
    report(node, 'config.type', { key, expected: '[ "…" ]' });
    return [];
  }
  return node.items.flatMap((item) => {
    if (item.type === 'string' && item.value.trim() !== '') return [item.value];
    report(item, 'config.type', { key, expected: '"…"' });
    return [];
  });
}
