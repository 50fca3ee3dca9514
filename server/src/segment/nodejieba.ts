import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Backend, toSpans } from './backend.ts';

/** The addon's own face; its `index.js` assigns undeclared globals and is not used. */
interface Addon {
  load(dictionary: string, model: string, user: string, idf: string, stopWords: string): boolean;
  tag(text: string): { word: string; tag: string }[];
}

/** In the order in which the addon's `load` takes them; the user dictionary alone may be empty. */
const FILES = ['jieba.dict.utf8', 'hmm_model.utf8', 'user.dict.utf8', 'idf.utf8', 'stop_words.utf8'] as const;

/**
 * Loads nodejieba from a folder that holds the addon and its dictionary. Takes some 0.2 s and blocks meanwhile.
 * Throws when anything is missing: the addon itself would abort the whole process.
 */
export function loadNodejieba(folder: string): Backend {
  const paths = FILES.map((name) => join(folder, name));
  for (const path of paths) {
    const size = statSync(path).size;
    if (size === 0 && !path.endsWith('user.dict.utf8')) throw new Error(`${path} is empty`);
  }
  const module = { exports: {} as Addon };
  process.dlopen(module, join(folder, 'nodejieba.node'));
  const addon = module.exports;
  const [dictionary, model, user, idf, stopWords] = paths as [string, string, string, string, string];
  if (!addon.load(dictionary, model, user, idf, stopWords)) throw new Error('nodejieba refused its dictionary');
  return { name: 'nodejieba', words: (text) => toSpans(text, addon.tag(text)) };
}
