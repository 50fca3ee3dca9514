import { loadedKinds } from '../lexicon/strength.ts';
import type { Paragraph } from '../paragraph.ts';
import { indexAt } from '../paragraph.ts';
import { normalize } from '../text/normalize.ts';
import type { Span } from '../types.ts';
import { wordOf } from './cues.ts';
import { forceOf } from './strengthContext.ts';

export interface Loaded extends Span {
  readonly cue: string;
  readonly group: string;
  readonly features: readonly string[];
}

/** What is learnt of one word of a kind serves the rarer ones. */
const KIND = new Map(
  Object.entries(loadedKinds).flatMap(([kind, words]) =>
    normalize(words)
      .split(/\s+/)
      .map((word) => [word, kind] as const),
  ),
);
/** Named things: titles, quoted terms, handles. */
const NAMED = /[《“"#@·]$/;
const STRESSED =
  /(?:太|真|好|超|巨|最|很|更|这么|那么|如此|简直|直接|彻底|全面|集体|再次|又|居然|竟然|一路|纷纷|无比|极其|极度|相当|特别|非常)(?:是|在|要|被)?$/;
const DENIED = /(?:不|没|没有|未|非|防|避免|防止|打击|识别|警惕|谨防|以免|小心|拒绝|远离|不是|不能|不会|不要|别)$/;

export function loadedWords(p: Paragraph): Loaded[] {
  const { text } = p;
  return p.cues.of('loaded').map((cue) => {
    const { start, end } = cue;
    const word = wordOf(cue);
    const group = KIND.get(word) ?? 'other';
    const left = text.slice(Math.max(0, start - 4), start);
    const right = text.slice(end, end + 2);
    const clause = p.clauses[indexAt(p.clauses, start)];
    const denied = DENIED.test(left);
    const named = NAMED.test(left) && /^[》”"#]/.test(right);
    const force = forceOf(p, cue);
    return {
      start,
      end,
      cue: word,
      group,
      features: [
        `denied=${denied}`,
        `named=${named}`,
        `stressed=${STRESSED.test(left)}`,
        `force=${force}`,
        `kind-force=${group}-${force}`,
        `kept=${!denied && !named && force === 'plain'}`,
        `length=${Math.min(4, end - start)}`,
        `kind-length=${group}-${Math.min(4, end - start)}`,
        `exclaimed=${clause?.mark === '!'}`,
        `tail=${clause !== undefined && end === clause.end ? 'end' : right.startsWith('的') ? 'of' : right.startsWith('了') ? 'done' : right.startsWith('地') ? 'way' : 'other'}`,
      ],
    };
  });
}
