import { OUTCOME_NAMES, REVIEW_STATUS_NAMES } from '../../../common/review.ts';
import { CODES } from '../core/types.ts';
import { REPEATS, SCHEMA_VERSION } from './model.ts';

/** The part of JSON Schema (draft-07) that the format is written in and that `check` understands. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** A day that the calendar has. */
  readonly format?: 'date';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  /** At least one item like this. */
  readonly contains?: Schema;
  readonly allOf?: readonly Schema[];
  /** Like one of these. */
  readonly anyOf?: readonly Schema[];
}

const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' };
const time: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$', description: 'ISO 8601, UTC' };

const quote: Schema = {
  type: 'object',
  description: '原文及前后文 / the words, and what stands before and after them (W3C Web Annotation)',
  required: ['type', 'exact', 'prefix', 'suffix'],
  properties: {
    type: { type: 'string', enum: ['TextQuoteSelector'] },
    exact: { type: 'string', minLength: 1 },
    prefix: { type: 'string' },
    suffix: { type: 'string' },
  },
};

const position: Schema = {
  type: 'object',
  description: '位置 / the place, in UTF-16 code units of the text (W3C Web Annotation)',
  required: ['type', 'start', 'end'],
  properties: {
    type: { type: 'string', enum: ['TextPositionSelector'] },
    start: { type: 'integer', minimum: 0 },
    end: { type: 'integer', minimum: 0 },
  },
};

/** What a decision consists of. `day` and `url` as strictly as whoever gives them is held to. */
function decided(day: Schema, url: Schema) {
  return {
    status: { type: 'string', enum: [...REVIEW_STATUS_NAMES], description: '核查状态 / what was decided' },
    reason: { type: 'string', description: '驳回理由 / why it is dismissed' },
    note: { type: 'string', description: '批注 / a note' },
    sources: {
      type: 'array',
      description: '出处 / where it is backed',
      items: {
        type: 'object',
        properties: {
          url: { type: 'string', description: '链接 / an address', ...url },
          citation: { type: 'string', description: '文献 / a citation' },
          seen: { ...day, description: '查阅日期 / when it was looked at, YYYY-MM-DD' },
        },
      },
    },
    outcome: {
      type: 'object',
      description: '预测的结果 / what became of a prediction',
      required: ['result'],
      properties: {
        result: { type: 'string', enum: [...OUTCOME_NAMES] },
        evidence: { type: 'string', description: '凭据 / how it is known' },
        date: day,
      },
    },
  } as const satisfies Readonly<Record<string, Schema>>;
}

/**
 * A change that somebody asks for: what it writes can be read again. Stricter than that where a file that was written by hand is let
 * pass: a day is one of the calendar, an address nothing that runs.
 */
export const CHANGE_SCHEMA: Schema = {
  type: 'object',
  properties: decided(
    { ...day, format: 'date' },
    {
      pattern: '^(?:(?:[Hh][Tt][Tt][Pp][Ss]?|ftp|mailto|doi|file):|(?![^/?#:]*:))[^\\x00-\\x1f]*$',
      description: 'https://…',
    },
  ),
};

const { status, ...others } = decided(day, {});

const entry: Schema = {
  type: 'object',
  required: ['id', 'code', 'status', 'target', 'created', 'updated'],
  properties: {
    id: { type: 'string', minLength: 1, description: '条目编号 / the entry’s own id' },
    code: {
      description: '论断类别 / the claim’s pattern, or the code of a rule of your own',
      // The first alternative is what editors complete.
      anyOf: [
        { type: 'string', enum: [...CODES] },
        { type: 'string', minLength: 1 },
      ],
    },
    status,
    target: {
      type: 'object',
      required: ['selector'],
      properties: {
        selector: { type: 'array', items: { anyOf: [quote, position] }, allOf: [{ contains: quote }, { contains: position }] },
        resembled: { type: 'boolean', description: '别处是否有相近的话 / whether nearly the same words stood elsewhere' },
        ownClause: { type: 'boolean', description: '所在分句是否仅此一处 / whether the clause around the words stood nowhere else' },
        reviewed: { type: 'string', description: '核查时的原文，若其后有改动 / the words that were reviewed, if they changed since' },
        repeats: { type: 'string', enum: [...REPEATS], description: '别处是否有同样的话 / whether the words stood elsewhere, too' },
      },
    },
    ...others,
    marked: { type: 'boolean', description: '人工标记 / marked by a person, not by the analysis' },
    reviewer: { type: 'string', description: '核查人 / who decided' },
    created: time,
    updated: time,
  },
};

export const REVIEW_SCHEMA: Schema = {
  type: 'object',
  required: ['schemaVersion', 'entries'],
  properties: {
    schemaVersion: { type: 'integer', minimum: 1, maximum: SCHEMA_VERSION, description: '格式版本 / version of this format' },
    entries: { type: 'array', items: entry, description: '按位置排列 / in the order of the text' },
  },
};
