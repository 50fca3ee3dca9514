// What is measured on: the documents of BENCH_TEXT (parted by blank lines), else the samples.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../tools/lib/project.mjs';

/** The documents, one string each. */
export function documents() {
  const file = process.env.BENCH_TEXT;
  if (file)
    return readFileSync(file, 'utf8')
      .split(/\n\s*\n/)
      .filter((text) => text.trim() !== '');
  const folder = join(root, 'samples');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Documents of at least so many bytes together: as many as it takes, from the beginning again when they run out. */
export function documentsOf(bytes) {
  const all = documents();
  const taken = [];
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const text = all[i % all.length];
    taken.push(text);
    size += Buffer.byteLength(text);
  }
  return { texts: taken, bytes: size };
}

/** One article of so many bytes: the documents' lines in a row, ended at a line. */
export function articleOf(bytes) {
  const lines = documents().flatMap((text) => text.split(/\n+/));
  const taken = [];
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const line = lines[i % lines.length];
    taken.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  const text = `${taken.join('\n')}\n`;
  // A small article may end in the middle of a long line.
  return size > bytes * 1.2 ? text.slice(0, Math.round((text.length * bytes) / size)) : text;
}
