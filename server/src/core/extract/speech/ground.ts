import { FreePlaces } from '../../lists.ts';
import type { Span } from '../../types.ts';
import { type Cast, fullName } from './cast.ts';
import type { SpeechState } from './resolve.ts';
import type { LocalSpeech } from './types.ts';

/** A stretch with whose words it is. */
export interface Paint extends Span {
  readonly speaker: string | null;
}

/** Who is on top at an offset: the last paint there, else the base. */
export function paintAt(paints: readonly Paint[], at: number, base: string | null): string | null {
  for (let i = paints.length - 1; i >= 0; i--) if (paints[i]!.start <= at && at < paints[i]!.end) return paints[i]!.speaker;
  return base;
}

/** The same for many paints and many questions: stretches with the last paint over each, found by halving. */
export class Layers {
  private readonly paints: readonly Paint[];
  private readonly places: Int32Array;
  private readonly owners: Int32Array;

  constructor(paints: readonly Paint[]) {
    this.paints = paints;
    const places = [...new Set(paints.flatMap((p) => [p.start, p.end]))].sort((a, b) => a - b);
    this.places = Int32Array.from(places);
    this.owners = new Int32Array(places.length).fill(-1);
    // Of each stretch, the next that nobody has yet: the last paint takes its stretches first.
    const free = new FreePlaces(places.length);
    for (let i = paints.length - 1; i >= 0; i--) {
      const end = this.place(paints[i]!.end);
      for (let k = free.from(this.place(paints[i]!.start)); k < end; k = free.from(k)) {
        this.owners[k] = i;
        free.take(k);
      }
    }
  }

  /** Index of the stretch that holds `at`; -1 before the first. */
  private place(at: number): number {
    let low = 0;
    let high = this.places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The last paint over an offset. */
  at(at: number): Paint | undefined {
    const place = this.place(at);
    return place < 0 ? undefined : this.paints[this.owners[place]!];
  }
}

export interface Ground {
  readonly base: string | null;
  readonly paints: readonly Paint[];
  /** Base for the next paragraph. */
  readonly leave: string | null;
  readonly askingAfter: boolean;
  readonly level: number;
  readonly questions: readonly Span[];
}

const NUMBERED = /^(?:第?[一二三四五六七八九十]{1,3}[、章节部.]|\d{1,2}[、.] ?\S{1,14}$)/;

/** `采访、撰文|何淑宁`: who made an article, in bold. */
const BYLINE = /[|丨]|^(?:采访|撰文|作者|编辑|口述|整理|记者|来源|文)[、:/ ]/;
/** Whoever tells of a speaker by a pronoun is not that speaker: 说到门店,他把椅子往前挪了挪。 */
const TOLD_OF = /^[^。!?“]{0,14}(?<!其)[他她](?!们)[^。!?“]{0,20}[。,]/;

/** Whose paragraph this is before anybody is quoted in it. */
export function ground(cast: Cast, state: SpeechState, local: LocalSpeech): Ground {
  const length = local.text.length;
  const whole = { start: 0, end: length };
  const full = (name: string) => fullName(name, cast.names, cast.aliases);
  if (cast.interview && local.question && !cast.talk) {
    if (/[?]/.test(local.text) || (local.bold && !BYLINE.test(local.text))) {
      return { base: null, paints: [], leave: cast.guest, askingAfter: false, level: state.level, questions: [whole] };
    }
  }
  const pseudo = local.kind === 'heading' || (length <= 20 && NUMBERED.test(local.text) && !/[。!?;]/.test(local.text));
  if (local.opens?.how === 'signed') {
    return {
      base: full(local.opens.name),
      paints: [],
      leave: state.base,
      askingAfter: state.asking,
      level: state.level,
      questions: [],
    };
  }
  if (local.opens?.how === 'section') {
    return { base: null, paints: [], leave: full(local.opens.name), askingAfter: false, level: local.level, questions: [] };
  }
  if (pseudo) {
    const ends = state.level >= 0 && (local.kind !== 'heading' || local.level <= Math.max(1, state.level));
    return {
      base: null,
      paints: titleWords(local, full),
      leave: ends ? null : state.base,
      askingAfter: state.asking,
      level: ends ? -1 : state.level,
      questions: [],
    };
  }
  const marks = local.marks.filter((m) => cast.turns.has(m.name));
  if (marks.length > 0) {
    const paints: Paint[] = [];
    const questions: Span[] = [];
    let speaker = state.base;
    let asking = false;
    marks.forEach((mark, i) => {
      const end = marks[i + 1]?.start ?? length;
      asking = cast.hosts.has(mark.name);
      speaker = turnOf(mark.name, cast);
      paints.push({ start: mark.start, end, speaker });
      if (asking) questions.push(...asked(local.text, mark.start, end));
    });
    return { base: state.base, paints, leave: speaker, askingAfter: asking, level: -1, questions };
  }
  if (
    state.next !== null &&
    (local.kind === 'quote' || (local.quotes.length === 0 && state.base === null && length > 12 && local.acts.length === 0))
  ) {
    return { base: state.next, paints: [], leave: state.base, askingAfter: state.asking, level: state.level, questions: [] };
  }
  const questions = state.asking ? asked(local.text, 0, length) : [];
  if (state.base !== null && cast.turns.size > 0 && TOLD_OF.test(local.text) && !local.text.includes('我'))
    return { base: null, paints: [], leave: state.base, askingAfter: state.asking, level: state.level, questions };
  return { base: state.base, paints: [], leave: state.base, askingAfter: state.asking, level: state.level, questions };
}

/** `对话顾铭:我们停产了`: what a headline has its guest say. */
function titleWords({ text, opens }: LocalSpeech, full: (name: string) => string | null): Paint[] {
  if (opens?.how !== 'guest') return [];
  const named = text.indexOf(opens.name) + opens.name.length;
  return text[named] === ':' ? [{ start: named + 1, end: text.length, speaker: full(opens.name) }] : [];
}

function turnOf(name: string, cast: Cast): string | null {
  if (/^(?:答|A\d*|回答)$/.test(name)) return cast.guest;
  if (name === '主持人' || !cast.hosts.has(name)) return fullName(name, cast.names, cast.aliases);
  return /^[A-Z][a-z]|^[\u4e00-\u9fff]{2,3}$/.test(name) && !/^(?:提问|网友|读者|观众|听众|记者|投资者|采访者|提问者|晨星)$/.test(name)
    ? fullName(name, cast.names, cast.aliases)
    : null;
}

/** Sentences of a stretch that end with a question mark. */
function asked(text: string, from: number, to: number): Span[] {
  const out: Span[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (!'。!?\n'.includes(c)) continue;
    if (c === '?') out.push({ start, end: i + 1 });
    start = i + 1;
  }
  return out;
}
