import type { Format } from './format.ts';

/** contract.md's object: one file gives the object, several an array. */
export const json: Format = {
  begin: (single) => (single ? '' : '[\n'),
  separator: ',\n',
  file: ({ file, report }) => JSON.stringify({ file, ...report }, null, 2),
  end: (single) => (single ? '\n' : '\n]\n'),
};

/** One object per file and line. */
export const jsonl: Format = {
  file: ({ file, report }) => `${JSON.stringify({ file, ...report })}\n`,
};
