import type { Format } from './format.ts';

/** contract.md's object: one file gives the object, several an array. */
export const json: Format = {
  begin: ({ single }) => (single ? '' : '[\n'),
  separator: ',\n',
  file: ({ file, report }) => JSON.stringify({ file, ...report }, null, 2),
  // Asked for one file that could not be read: nothing is no object, so nothing is printed.
  end: ({ files }, { single }) => (single ? (files > 0 ? '\n' : '') : '\n]\n'),
};

/** One object per file and line. */
export const jsonl: Format = {
  file: ({ file, report }) => `${JSON.stringify({ file, ...report })}\n`,
};
