import { isDay } from '../../../common/day.ts';
import type { JsonNode } from '../config/json.ts';
import type { Schema } from './schema.ts';

/** What is wrong with one value of a file, and where. */
export interface Misfit {
  readonly start: number;
  readonly end: number;
  /** The field, as in `entries[2].status`. */
  readonly path: string;
  /** What it should be. */
  readonly expected: string;
}

/** Holds a JSON tree against a schema; fields that the schema does not know are let pass. */
export function check(node: JsonNode, schema: Schema, path = ''): Misfit[] {
  const misfit = (expected: string): Misfit[] => [{ start: node.start, end: node.end, path, expected }];
  if (schema.anyOf) {
    const answers = schema.anyOf.map((one) => check(node, one, path));
    // The alternative that comes nearest tells most.
    return answers.some((answer) => answer.length === 0) ? [] : answers.reduce((a, b) => (b.length < a.length ? b : a));
  }
  for (const one of schema.allOf ?? []) {
    const wrong = check(node, one, path);
    if (wrong.length > 0) return wrong;
  }
  if (schema.contains && node.type === 'array') {
    const { contains } = schema;
    if (!node.items.some((item) => check(item, contains, path).length === 0)) return misfit(nameOf(contains));
  }
  switch (schema.type) {
    case 'object': {
      if (node.type !== 'object') return misfit('{ … }');
      const missing = (schema.required ?? []).find((key) => !node.members.some((member) => member.key === key));
      if (missing !== undefined) return misfit(`"${missing}": …`);
      return node.members.flatMap(({ key, value }) => {
        const property = schema.properties?.[key];
        return property ? check(value, property, path === '' ? key : `${path}.${key}`) : [];
      });
    }
    case 'array':
      if (node.type !== 'array') return misfit('[ … ]');
      return schema.items ? checkItems(node.items, schema.items, path) : [];
    case 'string':
      if (node.type !== 'string') return misfit('"…"');
      if (schema.enum && !schema.enum.includes(node.value)) return misfit(schema.enum.join(' | '));
      if (schema.pattern && !new RegExp(schema.pattern).test(node.value)) return misfit(schema.description ?? schema.pattern);
      if (schema.format === 'date' && !isDay(node.value)) return misfit(schema.description ?? 'YYYY-MM-DD');
      return schema.minLength && node.value.length < schema.minLength ? misfit('"…"') : [];
    case 'integer':
      if (node.type !== 'number' || !Number.isInteger(node.value)) return misfit('0, 1, 2 …');
      if (schema.minimum !== undefined && node.value < schema.minimum) return misfit(`≥ ${schema.minimum}`);
      return schema.maximum !== undefined && node.value > schema.maximum ? misfit(`≤ ${schema.maximum}`) : [];
    case 'boolean':
      return node.type === 'boolean' ? [] : misfit('true | false');
    default:
      return [];
  }
}

/** Stops where it is plain that nothing is right: there may be millions. */
const MOST_MISFITS = 20;

function checkItems(items: readonly JsonNode[], schema: Schema, path: string): Misfit[] {
  const found: Misfit[] = [];
  for (let i = 0; i < items.length && found.length < MOST_MISFITS; i++) found.push(...check(items[i]!, schema, `${path}[${i}]`));
  return found;
}

function nameOf(schema: Schema): string {
  return schema.properties?.['type']?.enum?.[0] ?? '{ … }';
}
