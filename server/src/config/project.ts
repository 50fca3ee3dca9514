import type { SeverityName } from '../../../common/settings.ts';
import { CODES, type Lexicon, type SpeakerEntry } from '../core/types.ts';
import { customRulesOf } from './custom/read.ts';
import type { CustomRule } from './custom/types.ts';
import { JsonError, type JsonNode, parseJson } from './json.ts';
import { type ConfigProblem, objectOf, oneOf, type Report, SEVERITIES, stringOf, stringsOf } from './readJson.ts';

export { CONFIG_NAME } from '../../../common/fileNames.ts';
export type { ConfigProblem } from './readJson.ts';

/** What a desk lays down for its articles in `claimlens.config.json`. */
export interface ProjectConfig {
  readonly profile?: 'editor' | 'compliance' | 'everything';
  readonly rules: Readonly<Partial<Record<string, SeverityName>>>;
  /** Patterns as in .gitignore, from the folder of the file; empty: everything. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly lexicon: Lexicon;
  readonly customRules: readonly CustomRule[];
}

export const EMPTY_CONFIG: ProjectConfig = { rules: {}, include: [], exclude: [], lexicon: {}, customRules: [] };

const PROFILES = ['editor', 'compliance', 'everything'];
export const KEYS = [
  '$schema',
  'profile',
  'rules',
  'include',
  'exclude',
  'providers',
  'terms',
  'glossary',
  'names',
  'speakers',
  'customRules',
];

/** Nobody reads more; a stranger's file may have millions. */
const MOST_PROBLEMS = 100;

/** Reads the file's text. Whatever is wrong becomes a problem and is left out; the rest holds. */
export function parseConfig(text: string): { config: ProjectConfig; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const report: Report = (at, key, values) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ start: at.start, end: at.end, key, values });
  };
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
  // Before `rules`, wherever they stand: those may name them.
  const declared = members.find(({ key }) => key === 'customRules');
  if (declared) config.customRules = customRulesOf(declared.value, report);
  for (const { key, value, ...at } of members) {
    if (key === 'profile') {
      const name = oneOf(value, key, PROFILES, report);
      if (name) config.profile = name as NonNullable<ProjectConfig['profile']>;
    } else if (key === 'rules') config.rules = rulesOf(value, declaredCodes(declared?.value), report);
    else if (key === 'include' || key === 'exclude') config[key] = stringsOf(value, key, report);
    else if (key === 'providers' || key === 'terms' || key === 'names') lexicon[key] = stringsOf(value, key, report);
    else if (key === 'glossary') lexicon.glossary = glossaryOf(value, report);
    else if (key === 'speakers') lexicon.speakers = speakersOf(value, report);
    else if (!KEYS.includes(key)) report(at, 'config.unknownKey', { key, known: KEYS.slice(1).join(', ') });
  }
  config.lexicon = lexicon;
  return { config, problems };
}

/** The codes that custom rules claim for themselves, those that have something wrong in them among them: one fault, one sentence. */
function declaredCodes(node: JsonNode | undefined): string[] {
  if (node?.type !== 'array') return [];
  return node.items.flatMap((item) =>
    item.type === 'object'
      ? item.members.flatMap(({ key, value }) => (key === 'code' && value.type === 'string' ? [value.value] : []))
      : [],
  );
}

function rulesOf(node: JsonNode, custom: readonly string[], report: Report): Partial<Record<string, SeverityName>> {
  const rules: Partial<Record<string, SeverityName>> = {};
  for (const { key, value, ...at } of objectOf(node, 'rules', report)) {
    if (!(CODES as readonly string[]).includes(key) && !custom.includes(key)) {
      report(at, 'config.unknownCode', { code: key });
      continue;
    }
    const severity = oneOf(value, key, SEVERITIES, report);
    if (severity) rules[key] = severity as SeverityName;
  }
  return rules;
}

function glossaryOf(node: JsonNode, report: Report): Record<string, string> {
  const glossary: Record<string, string> = Object.create(null);
  for (const { key, value } of objectOf(node, 'glossary', report)) {
    const meaning = stringOf(value, key, report);
    if (meaning !== '' && key.trim() !== '') glossary[key.trim()] = meaning;
  }
  return glossary;
}

function speakersOf(node: JsonNode, report: Report): SpeakerEntry[] {
  if (node.type !== 'array') {
    report(node, 'config.type', { key: 'speakers', expected: '[ { "name": "…" } ]' });
    return [];
  }
  return node.items.flatMap((item) => {
    const entry: { name?: string; aliases?: string[]; interests?: string[] } = {};
    for (const { key, value, ...at } of objectOf(item, 'speakers', report)) {
      if (key === 'name') entry.name = stringOf(value, key, report);
      else if (key === 'aliases' || key === 'interests') entry[key] = stringsOf(value, key, report);
      else report(at, 'config.unknownKey', { key, known: 'name, aliases, interests' });
    }
    if (entry.name) return [{ ...entry, name: entry.name }];
    if (item.type === 'object' && entry.name === undefined) report(item, 'config.type', { key: 'speakers', expected: '{ "name": "…" }' });
    return [];
  });
}
