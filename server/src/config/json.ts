/** JSON with comments and offsets: a small reader whose errors say where. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly type: 'object'; readonly members: readonly JsonMember[] }
  | { readonly type: 'array'; readonly items: readonly JsonNode[] }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null' }
);
export interface JsonMember {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly value: JsonNode;
}

/** Thrown by `parseJson`: what was expected, and where. */
export class JsonError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const DEEPEST = 200;

/** `strict` admits neither comments nor commas before a closing bracket: what a program reads and writes again. */
export function parseJson(text: string, strict = false): JsonNode {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (expected: string): never => {
    throw new JsonError(expected, Math.min(at, text.length));
  };

  const skip = () => {
    for (;;) {
      while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
      if (strict) return;
      if (text.startsWith('//', at)) at = upTo('\n');
      else if (text.startsWith('/*', at)) at = upTo('*/') + 2;
      else return;
    }
  };
  const upTo = (mark: string) => {
    const end = text.indexOf(mark, at + 2);
    return end < 0 ? text.length : end;
  };

  const string = (): string => {
    const start = at++;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
    if (text[at] !== '"') {
      at = start;
      fail('"');
    }
    at++;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      at = start;
      return fail('string');
    }
  };

  /** The items between two brackets, separated by commas; a comma before the closing one is forgiven. */
  const list = (close: string, item: () => void) => {
    at++;
    skip();
    while (text[at] !== close) {
      item();
      skip();
      if (text[at] === ',') {
        at++;
        skip();
        if (strict && text[at] === close) fail('"');
      } else if (text[at] !== close) fail(`, ${close}`);
    }
    at++;
  };

  const value = (depth: number): JsonNode => {
    skip();
    const start = at;
    if (depth > DEEPEST) fail('}');
    const c = text[at];
    if (c === '{') {
      const members: JsonMember[] = [];
      list('}', () => {
        const from = at;
        if (text[at] !== '"') fail('"');
        const key = string();
        const end = at;
        skip();
        if (text[at] !== ':') fail(':');
        at++;
        members.push({ key, start: from, end, value: value(depth + 1) });
      });
      return { type: 'object', start, end: at, members };
    }
    if (c === '[') {
      const items: JsonNode[] = [];
      list(']', () => items.push(value(depth + 1)));
      return { type: 'array', start, end: at, items };
    }
    if (c === '"') return { type: 'string', value: string(), start, end: at };
    const word = /[-+.\w]*/y;
    word.lastIndex = at;
    const literal = word.exec(text)?.[0] ?? '';
    const end = at + literal.length;
    const span = { start, end };
    if (literal === 'true' || literal === 'false') {
      at = end;
      return { type: 'boolean', value: literal === 'true', ...span };
    }
    if (literal === 'null') {
      at = end;
      return { type: 'null', ...span };
    }
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(literal)) {
      at = end;
      return { type: 'number', value: Number(literal), ...span };
    }
    return fail('{ [ "');
  };

  const root = value(0);
  skip();
  if (at < text.length) fail('EOF');
  return root;
}
