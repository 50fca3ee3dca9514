import { JsonError, type JsonMember, type JsonNode, parseJson } from '../config/json.ts';
import { check } from './check.ts';
import { EMPTY_REVIEW, type ReviewFile, SCHEMA_VERSION } from './model.ts';
import { REVIEW_SCHEMA } from './schema.ts';

/** Why a review file is left alone; `key` and `values` name the sentence in l10n, line and column count from 1. */
export interface ReviewProblem {
  readonly key:
    | 'review.mergeConflict'
    | 'review.syntax'
    | 'review.foreign'
    | 'review.newer'
    | 'review.value'
    | 'review.twice'
    | 'review.key'
    // What is no file of the folder's own is not even looked into.
    | 'review.outside'
    | 'review.special'
    | 'review.big'
    | 'review.encoding';
  readonly values: Readonly<Record<string, string | number>>;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** Entries that are not certain to be understood are not used: all or nothing. */
export type Read = { readonly file: ReviewFile; readonly problem: null } | { readonly file: null; readonly problem: ReviewProblem };

/** Reads a review file's text; null is a file that is not there. */
export function readReview(text: string | null): Read {
  if (text === null) return { file: EMPTY_REVIEW, problem: null };
  const fail = (key: ReviewProblem['key'], start: number, end: number, values: ReviewProblem['values'] = {}): Read => {
    const before = text.slice(0, start).split('\n');
    return { file: null, problem: { key, values, start, end, line: before.length, column: before.at(-1)!.length + 1 } };
  };
  const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (conflict) return fail('review.mergeConflict', conflict.index, conflict.index + conflict[0].length);
  let root: JsonNode;
  try {
    root = parseJson(text, true);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return fail('review.syntax', error.offset, Math.min(text.length, error.offset + 1), { expected: error.message });
  }
  const version = root.type === 'object' ? root.members.find(({ key }) => key === 'schemaVersion')?.value : undefined;
  if (version?.type !== 'number') return fail('review.foreign', 0, Math.min(1, text.length));
  if (version.value > SCHEMA_VERSION) return fail('review.newer', version.start, version.end, { version: version.value });
  // A careless merge leaves both: whichever counted, the other would be gone at the next decision.
  const repeated = repeatedKey(root);
  if (repeated) return fail('review.key', repeated.start, repeated.end, { key: repeated.key });
  const [misfit] = check(root, REVIEW_SCHEMA);
  if (misfit) return fail('review.value', misfit.start, misfit.end, { path: misfit.path || '{}', expected: misfit.expected });
  const file = JSON.parse(text.replace(/^\ufeff/, '')) as ReviewFile;
  const ids = new Set<string>();
  for (const [i, { id }] of file.entries.entries()) {
    if (ids.has(id)) {
      const at = idNode(root, i);
      return fail('review.twice', at.start, at.end, { id });
    }
    ids.add(id);
  }
  return { file, problem: null };
}

/** The first member whose key stood in its object before. */
function repeatedKey(node: JsonNode): JsonMember | null {
  if (node.type !== 'object' && node.type !== 'array') return null;
  const keys = new Set<string>();
  for (const member of node.type === 'object' ? node.members : []) {
    if (keys.has(member.key)) return member;
    keys.add(member.key);
  }
  for (const inner of node.type === 'object' ? node.members.map(({ value }) => value) : node.items) {
    const found = repeatedKey(inner);
    if (found) return found;
  }
  return null;
}

function idNode(root: JsonNode, index: number): JsonNode {
  const member = (node: JsonNode | undefined, key: string) =>
    node?.type === 'object' ? node.members.find((m) => m.key === key)?.value : undefined;
  const entries = member(root, 'entries');
  return member(entries?.type === 'array' ? entries.items[index] : undefined, 'id') ?? root;
}
