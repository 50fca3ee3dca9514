import type { SeverityName } from '../../../common/settings.ts';
import { CODES, type Code, type Lexicon, type SpeakerEntry } from '../core/types.ts';
import { JsonError, type JsonMember, type JsonNode, parseJson } from './json.ts';

export const CONFIG_NAME = 'claimlens.config.json';

/** What a desk lays down for its articles in `claimlens.config.json`. */
export interface ProjectConfig {
  readonly profile?: 'editor' | 'compliance' | 'everything';
  readonly rules: Readonly<Partial<Record<Code, SeverityName>>>;
  /** Patterns as in .gitignore, from the folder of the file; empty: everything. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly lexicon: Lexicon;
}

export const EMPTY_CONFIG: ProjectConfig = { rules: {}, include: [], exclude: [], lexicon: {} };

/** One thing wrong with the file; `key` and `values` name the sentence in l10n. */
export interface ConfigProblem {
  readonly start: number;
  readonly end: number;
  readonly key: 'config.syntax' | 'config.unknownKey' | 'config.unknownCode' | 'config.value' | 'config.type';
  readonly values: Readonly<Record<string, string>>;
}

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];
const PROFILES = ['editor', 'compliance', 'everything'];
const KEYS = ['$schema', 'profile', 'rules', 'include', 'exclude', 'providers', 'terms', 'names', 'speakers'];

/** Reads the file's text. Whatever is wrong becomes a problem and is left out; the rest holds. */
export function parseConfig(text: string): { config: ProjectConfig; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const report = (at: { start: number; end: number }, key: ConfigProblem['key'], values: Record<string, string>) =>
    problems.push({ start: at.start, end: at.end, key, values });
  let root: JsonNode;
  try {
    root = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    report({ start: error.offset, end: Math.min(error.offset + 1, text.length) }, 'config.syntax', { expected: error.message });
    return { config: EMPTY_CONFIG, problems };
  }
  const members = objectOf(root, '', report);
  const config: { -readonly [K in keyof ProjectConfig]: ProjectConfig[K] } = { ...EMPTY_CONFIG };
  const lexicon: { -readonly [K in keyof Lexicon]: Lexicon[K] } = {};
  for (const { key, value, ...at } of members) {
    if (key === 'profile') {
      const name = oneOf(value, key, PROFILES, report);
      if (name) config.profile = name as NonNullable<ProjectConfig['profile']>;
    } else if (key === 'rules') config.rules = rulesOf(value, report);
    else if (key === 'include' || key === 'exclude') config[key] = stringsOf(value, key, report);
    else if (key === 'providers' || key === 'terms' || key === 'names') lexicon[key] = stringsOf(value, key, report);
    else if (key === 'speakers') lexicon.speakers = speakersOf(value, report);
    else if (!KEYS.includes(key)) report(at, 'config.unknownKey', { key, known: KEYS.slice(1).join(', ') });
  }
  config.lexicon = lexicon;
  return { config, problems };
}

type Report = (at: { start: number; end: number }, key: ConfigProblem['key'], values: Record<string, string>) => void;

function objectOf(node: JsonNode, key: string, report: Report): readonly JsonMember[] {
  if (node.type === 'object') return node.members;
  report(node, 'config.type', { key, expected: '{ … }' });
  return [];
}

function oneOf(node: JsonNode, key: string, known: readonly string[], report: Report): string | null {
  if (node.type === 'string' && known.includes(node.value)) return node.value;
  report(node, 'config.value', { key, known: known.join(', ') });
  return null;
}

function stringsOf(node: JsonNode, key: string, report: Report): string[] {
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

function rulesOf(node: JsonNode, report: Report): Partial<Record<Code, SeverityName>> {
  const rules: Partial<Record<Code, SeverityName>> = {};
  for (const { key, value, ...at } of objectOf(node, 'rules', report)) {
    if (!(CODES as readonly string[]).includes(key)) {
      report(at, 'config.unknownCode', { code: key });
      continue;
    }
    const severity = oneOf(value, key, SEVERITIES, report);
    if (severity) rules[key as Code] = severity as SeverityName;
  }
  return rules;
}

function speakersOf(node: JsonNode, report: Report): SpeakerEntry[] {
  if (node.type !== 'array') {
    report(node, 'config.type', { key: 'speakers', expected: '[ { "name": "…" } ]' });
    return [];
  }
  return node.items.flatMap((item) => {
    const entry: { name?: string; aliases?: string[]; interests?: string[] } = {};
    for (const { key, value, ...at } of objectOf(item, 'speakers', report)) {
      if (key === 'name') {
        if (value.type === 'string' && value.value.trim() !== '') entry.name = value.value;
        else report(value, 'config.type', { key, expected: '"…"' });
      } else if (key === 'aliases' || key === 'interests') entry[key] = stringsOf(value, key, report);
      else report(at, 'config.unknownKey', { key, known: 'name, aliases, interests' });
    }
    if (entry.name) return [{ ...entry, name: entry.name }];
    if (item.type === 'object') report(item, 'config.type', { key: 'speakers', expected: '{ "name": "…" }' });
    return [];
  });
}
