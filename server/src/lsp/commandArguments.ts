import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { OUTCOME_NAMES, REVIEW_STATUS_NAMES } from '../../../common/review.ts';
import { parseJson } from '../config/json.ts';
import { check } from '../review/check.ts';
import type { Schema } from '../review/schema.ts';

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const position: Schema = { type: 'object', required: ['line', 'character'], properties: { line: count, character: count } };
const source: Schema = { type: 'object', properties: { url: text, citation: text, seen: text } };
const outcome: Schema = {
  type: 'object',
  required: ['result'],
  properties: { result: { type: 'string', enum: [...OUTCOME_NAMES] }, evidence: text, date: text },
};
const change: Schema = {
  type: 'object',
  properties: {
    status: { type: 'string', enum: [...REVIEW_STATUS_NAMES] },
    reason: text,
    note: text,
    sources: { type: 'array', items: source },
    outcome,
  },
};

export const ARTICLE_ARGUMENT: Schema = { type: 'object', required: ['uri'], properties: { uri: text } };
export const IGNORE_ARGUMENT: Schema = { type: 'object', required: ['uri', 'id'], properties: { uri: text, id: text, reason: text } };
export const REVIEW_ARGUMENT: Schema = {
  type: 'object',
  required: ['uri'],
  properties: {
    uri: text,
    claim: text,
    entry: text,
    range: { type: 'object', required: ['start', 'end'], properties: { start: position, end: position } },
    code: text,
    change,
    withdraw: flag,
    keep: flag,
  },
};

/** A command's one argument as it was sent; throws for one that the command cannot be carried out with, saying what it should be. */
export function argumentOf<T>(command: string, args: unknown, schema: Schema): T {
  const given: unknown = Array.isArray(args) ? args[0] : undefined;
  let wrong: string | null;
  try {
    // Null is what some clients send for nothing.
    const node = parseJson(JSON.stringify(given ?? null, (_, value) => (value === null ? undefined : value)) ?? 'null');
    const misfit = check(node, schema)[0];
    wrong = misfit ? `${['arguments[0]', misfit.path].filter(Boolean).join('.')} should be ${misfit.expected}` : null;
  } catch {
    wrong = 'arguments[0] cannot be read';
  }
  if (wrong !== null) throw invalid(`${command}: ${wrong}`);
  return given as T;
}

export function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
