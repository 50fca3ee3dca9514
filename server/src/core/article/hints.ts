import type { SpeechHints } from '../extract/speech/index.ts';
import type { Block } from '../text/blocks.ts';
import type { Lexicon } from '../types.ts';

const NOBODY: SpeechHints['names'] = [];

/** Who may speak and what the article is called, by front matter (`speakers: …`, `嘉宾: …`), by configuration, by the first heading. */
export function hintsOf(blocks: readonly Block[], heading: number, lexicon: Lexicon | undefined): SpeechHints {
  const matter = blocks[0]?.kind === 'matter' ? blocks[0].prose : '';
  const known = lexicon?.speakers ?? NOBODY;
  const headline = heading < 0 ? null : blocks[heading]!.prose;
  if (matter === '') return { names: known, title: headline };
  const said = /^(?:speakers?|guests?|嘉宾|受访者|受访人|发言人)[ \t]*[:][ \t]*(.+)$/m.exec(matter)?.[1] ?? '';
  const names = said
    .split(/[,、;]|\band\b/)
    .map((name) => name.replace(/^[\s["']+|[\s\]"']+$/g, ''))
    .filter((name) => name !== '')
    .map((name) => ({ name }));
  const title = /^title[ \t]*:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(matter)?.[1];
  return { names: [...names, ...known], title: title ?? headline };
}
