// Writes the dictionary files that nodejieba loads, trimmed to what the analysis needs:
//   writeDictionary(outDir, { minimum }) → { words, bytes }
// jieba.dict.utf8 keeps the entries seen at least `minimum` times (load time and memory grow with every entry);
// idf and stop words are not used, but an empty file aborts the process, so each has one line.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../node_modules/nodejieba/submodules/cppjieba/dict/', import.meta.url));

/** Entries rarer than this are left out. */
export const MINIMUM_FREQUENCY = 30;

export function writeDictionary(outDir, { minimum = MINIMUM_FREQUENCY } = {}) {
  const dictionary = join(SOURCE, 'jieba.dict.utf8');
  if (!existsSync(dictionary)) throw new Error(`${dictionary} is missing: run npm install first`);
  const lines = readFileSync(dictionary, 'utf8')
    .split('\n')
    .filter((line) => Number(/ (\d+) \S+\s*$/.exec(line)?.[1] ?? -1) >= minimum);
  if (lines.length < 10_000) throw new Error(`only ${lines.length} dictionary entries left at frequency ${minimum}: is the source whole?`);
  mkdirSync(outDir, { recursive: true });
  const text = `${lines.join('\n')}\n`;
  writeFileSync(join(outDir, 'jieba.dict.utf8'), text);
  writeFileSync(join(outDir, 'idf.utf8'), '的 1.0\n');
  writeFileSync(join(outDir, 'stop_words.utf8'), '的\n');
  writeFileSync(join(outDir, 'user.dict.utf8'), '');
  copyFileSync(join(SOURCE, 'hmm_model.utf8'), join(outDir, 'hmm_model.utf8'));
  return { words: lines.length, bytes: Buffer.byteLength(text) };
}
