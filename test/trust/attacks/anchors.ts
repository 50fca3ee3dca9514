import { existsSync, readFileSync } from 'node:fs';
import { createAnalyzer, type Span } from '../../../server/src/core/index.ts';
import { describe } from '../../../server/src/review/anchor/describe.ts';
import { CONTEXT } from '../../../server/src/review/anchor/limits.ts';
import { place } from '../../../server/src/review/anchor/place.ts';
import { clauseOf, isRight, random, sentenceAt, standsAt, traced } from '../../review/scripts.ts';
import type { Attack } from '../lib/attack.ts';
import { BEFORE, EDIT_KINDS } from '../lib/editKinds.ts';
import type { Random } from '../lib/random.ts';
import { articles } from '../lib/texts.ts';

/** More articles, one after the other with an empty line in between; named by CLAIMLENS_CORPUS where they lie elsewhere. */
const CORPUS = process.env['CLAIMLENS_CORPUS'] ?? new URL('../../../../shared/data/fin-corpus-sample.txt', import.meta.url);
const SHORTEST = 300;
const LONGEST = 6000;
/** Of one article's claims so many are looked for after each script. */
const ANCHORS = 12;

/** Edits nobody watched, over real articles: an anchor may be given up, but may not lead to a wrong place. */
export const attack: Attack = {
  topic: 'anchors',
  run(trial) {
    const { random: chance } = trial;
    const pool = corpus();
    const analyzer = createAnalyzer();
    for (const [kind, change] of Object.entries(EDIT_KINDS)) {
      const row = trial.row(`${kind}: no anchor on a wrong place`);
      let scripts = 0;
      let alone = 0;
      let found = 0;
      let twins = 0;
      for (let i = trial.count(3, 740); i > 0; i--) {
        const written = chance.pick(pool);
        const text = BEFORE[kind]?.(written) ?? written;
        const claims = some(analyzer.analyze({ text, format: 'markdown' }).claims, chance);
        if (claims.length === 0) continue;
        scripts++;
        const seed = chance.below(2 ** 31);
        const now = change(traced(text), random(seed));
        for (const claim of claims) {
          const placed = place(now.text, describe(text, claim));
          const right = placed !== null && isRight(now, claim, placed, !placed.changed);
          if (standsAt(now, clauseOf(text, claim)).length > 0) {
            alone++;
            if (right) found++;
          }
          row.tried++;
          if (placed && !right && isTwin(now.text, placed, text, claim)) twins++;
          else if (placed && !right)
            row.lose(`seed ${seed}: “${around(now.text, placed)}” instead of “${around(text, claim)}” in an article of ${text.length}`);
        }
      }
      row.note(`${scripts.toLocaleString('en')} scripts`);
      if (twins > 0) row.note(`${twins} in the very same sentence or passage, which the article had twice`);
      if (alone > 0) row.note(`${((found / alone) * 100).toFixed(1)} % of those whose clause was left alone re-attached`);
    }
  },
};

function corpus(): string[] {
  const more = existsSync(CORPUS) ? readFileSync(CORPUS, 'utf8').split(/\n\s*\n/) : [];
  return [...articles(), ...more].filter(({ length }) => length >= SHORTEST && length <= LONGEST);
}

function some(claims: readonly Span[], chance: Random): Span[] {
  const from = chance.below(Math.max(1, claims.length - ANCHORS));
  return claims.slice(from, from + ANCHORS);
}

/**
 * Whether a place reads as the claim did, in all its sentence, or in a passage twice as long as what an anchor remembers on one side:
 * an article may say it twice, and then nobody can tell which is which.
 */
function isTwin(now: string, placed: Span, text: string, claim: Span): boolean {
  const sentence = (of: string, { start, end }: Span) => of.slice(sentenceAt(of, start).start, sentenceAt(of, end - 1).end).trim();
  const words = sentence(text, claim);
  if (words.length >= CONTEXT / 2 && sentence(now, placed) === words) return true;
  let [start, end] = [claim.start, claim.end];
  while (start > 0 && text[start - 1] === now[placed.start - (claim.start - start) - 1]) start--;
  while (end < text.length && text[end] === now[placed.end + (end - claim.end)]) end++;
  return end - start >= 2 * CONTEXT && now.slice(placed.start, placed.end) === text.slice(claim.start, claim.end);
}

const around = (text: string, { start, end }: Span) =>
  `${text.slice(Math.max(0, start - 12), start)}[${text.slice(start, end)}]${text.slice(end, end + 12)}`;
