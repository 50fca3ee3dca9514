import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Locale } from '../../../common/locale.ts';
import { REVIEW_COMMAND, type ReviewArguments } from '../../../common/protocol.ts';
import { parseJson } from '../config/json.ts';
import { t } from '../features/messages.ts';
import { check } from '../review/check.ts';
import { CHANGE_SCHEMA, type Schema } from '../review/schema.ts';

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const position: Schema = { type: 'object', required: ['line', 'character'], properties: { line: count, character: count } };
export const ARTICLE_ARGUMENT: Schema = { type: 'object', required: ['uri'], properties: { uri: text } };
export const IGNORE_ARGUMENT: Schema = { type: 'object', required: ['uri', 'id'], properties: { uri: text, id: text, reason: text } };
const REVIEW_ARGUMENT: Schema = {
  type: 'object',
  required: ['uri'],
  properties: {
    uri: text,
    claim: text,
    entry: text,
    range: { type: 'object', required: ['start', 'end'], properties: { start: position, end: position } },
    code: text,
    change: CHANGE_SCHEMA,
    withdraw: flag,
    keep: flag,
  },
};

/** A command's one argument; throws for one that the command cannot be carried out with, saying what it should be. */
export function argumentOf<T>(command: string, args: unknown, schema: Schema, locale: Locale): T {
  const given: unknown = Array.isArray(args) ? args[0] : undefined;
  let text: string;
  let wrong: string | null;
  try {
    text = withoutNulls(given);
    const misfit = check(parseJson(text), schema)[0];
    const path = misfit && ['arguments[0]', misfit.path].filter(Boolean).join('.');
    wrong = misfit ? t(locale, 'command.value', { path: path!, expected: misfit.expected }) : null;
  } catch {
    text = '';
    wrong = t(locale, 'command.unreadable');
  }
  if (wrong !== null) throw invalid(`${command}: ${wrong}`);
  return JSON.parse(text) as T;
}

/** What of a review's change is taken away by null; elsewhere null is what some clients send for nothing, and files know none. */
const TAKEN_AWAY = ['reason', 'note', 'sources', 'outcome'] as const;

export function reviewArgument(args: unknown, locale: Locale): ReviewArguments {
  const argument = argumentOf<ReviewArguments>(REVIEW_COMMAND, args, REVIEW_ARGUMENT, locale);
  const given = (args as { change?: Record<string, unknown> | null }[])[0]!.change ?? {};
  const away = TAKEN_AWAY.filter((field) => given[field] === null).map((field) => [field, null]);
  return away.length === 0 ? argument : { ...argument, change: { ...argument.change, ...Object.fromEntries(away) } };
}

function withoutNulls(given: unknown): string {
  return JSON.stringify(given ?? null, (_, value) => (value === null ? undefined : value)) ?? 'null';
}

export function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
