import { type ReviewEntry, type ReviewFile, selectorsOf } from './model.ts';

const ENTRY_KEYS = ['id', 'code', 'status', 'target', 'reason', 'note', 'sources', 'outcome', 'marked', 'reviewer', 'created', 'updated'];

/**
 * The file's text: entries in the order of the text, one field a line, known fields in one order and unknown ones behind
 * them, so that what two people write merges line by line. `placeOf` tells where an entry stands now, null for orphans.
 */
export function writeReview(file: ReviewFile, placeOf: (entry: ReviewEntry) => number | null = () => null): string {
  const place = new Map(file.entries.map((entry) => [entry, placeOf(entry) ?? selectorsOf(entry.target)[1].start]));
  const entries = [...file.entries].sort((a, b) => place.get(a)! - place.get(b)! || compare(a.code, b.code) || compare(a.id, b.id));
  const { schemaVersion, entries: _, ...other } = file;
  return `${JSON.stringify({ schemaVersion, ...other, entries: entries.map(ordered) }, null, 2)}\n`;
}

function ordered(entry: ReviewEntry): Record<string, unknown> {
  const known = ENTRY_KEYS.filter((key) => entry[key] !== undefined);
  const others = Object.keys(entry).filter((key) => !ENTRY_KEYS.includes(key));
  return Object.fromEntries([...known, ...others].map((key) => [key, entry[key]]));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
