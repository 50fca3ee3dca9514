#!/usr/bin/env -S npx tsx
// Measures who-speaks against labelled texts.
//   npx tsx tools/measure/speakers.mjs DIR [--only a02,b02] [--errors] [--words]
// DIR holds docs/ and labels/ as ../shared/tools/score.mjs describes. --words: with nodejieba as the segmenter.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import { localSpeech, resolveSpeech } from '../../server/src/core/extract/speech/index.ts';
import { indexAt, takeApart } from '../../server/src/core/paragraph.ts';
import { isProse } from '../../server/src/core/text/blocks.ts';
import { markdownBlocks } from '../../server/src/core/text/markdown.ts';
import { plainBlocks } from '../../server/src/core/text/plain.ts';

const argv = process.argv.slice(2);
const only = argv.includes('--only') ? argv[argv.indexOf('--only') + 1].split(',') : null;
const dirs = argv.filter((a, i) => !a.startsWith('--') && argv[i - 1] !== '--only');

function segmenter() {
  if (!argv.includes('--words')) return undefined;
  const jieba = createRequire(import.meta.url)('nodejieba');
  return {
    words(text) {
      let at = 0;
      return jieba.tag(text).map(({ word, tag }) => {
        const start = at;
        at += word.length;
        return { start, end: at, tag };
      });
    },
  };
}

/** Paragraphs of an article with their speech. */
export function speechOf(file) {
  const text = readFileSync(file, 'utf8');
  const { blocks, starts } = extname(file) === '.md' ? markdownBlocks(text) : plainBlocks(text);
  const words = segmenter();
  const prose = blocks.flatMap((b, i) => (isProse(b) ? [i] : []));
  const places = prose.map((i) => starts[i]);
  const paragraphs = prose.map((i) => takeApart(blocks[i], words, () => {}));
  const title = paragraphs.find((p) => p.block.kind === 'heading')?.text ?? null;
  const locals = paragraphs.map(localSpeech);
  return { text, paragraphs, places, speech: resolveSpeech(locals, { names: [], title }) };
}

/** Offset in a paragraph's prose of a raw offset. */
function proseAt(block, start, raw) {
  const rel = raw - start;
  if (block.map === null) return rel;
  let i = 0;
  while (i < block.map.length && block.map[i] < rel) i++;
  return i;
}

function label(l) {
  return l ?? '–';
}

for (const dir of dirs) {
  const sum = { all: 0, right: 0, named: 0, namedRight: 0, wrongName: 0, invented: 0 };
  const missing = [];
  for (const name of readdirSync(join(dir, 'labels')).sort()) {
    const id = basename(name, '.jsonl');
    if (only && !only.includes(id)) continue;
    const file = ['.md', '.txt'].map((e) => join(dir, 'docs', id + e)).find(existsSync);
    const { text, paragraphs, places, speech } = speechOf(file);
    const starts = places.map((start) => ({ start }));
    for (const l of readFileSync(join(dir, 'labels', name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((x) => JSON.parse(x))) {
      const i = indexAt(starts, l.start);
      const block = paragraphs[i]?.block;
      if (!block || l.start >= places[i] + block.length) {
        missing.push(`${id} ${l.quote}`);
        continue;
      }
      const start = proseAt(block, places[i], l.start);
      const got = speech.paragraphs[i].speakerOf({ start, end: proseAt(block, places[i], l.end) });
      sum.all++;
      const right = got === l.speaker;
      if (right) sum.right++;
      if (l.speaker !== null) {
        sum.named++;
        if (right) sum.namedRight++;
      }
      if (got !== null && !right) {
        if (l.speaker === null) sum.invented++;
        else sum.wrongName++;
      }
      if (!right && argv.includes('--errors')) {
        console.log(
          `${id}\t${label(l.speaker)} ← ${label(got)}\t${text.slice(Math.max(0, l.start - 50), l.start).replace(/\n/g, '⏎')}⟦${l.quote}⟧`,
        );
      }
    }
  }
  const share = (a, b) => (a / (b || 1)).toFixed(3);
  console.log(
    `${dir}: all ${share(sum.right, sum.all)} of ${sum.all}; named ${share(sum.namedRight, sum.named)} of ${sum.named}; wrong name ${sum.wrongName}, name where none is ${sum.invented}${missing.length ? `; outside prose ${missing.length}` : ''}`,
  );
}
