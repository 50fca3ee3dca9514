import { BODY_PRONOUNS, UNNAMED } from '../../lexicon/people.ts';
import type { Quote, Span } from '../../types.ts';
import { type Cast, castOf, fullName } from './cast.ts';
import { isAddress } from './subject.ts';
import type { ArticleSpeech, LocalSpeech, ResolvedSpeech, SpeechAct, SpeechHints } from './types.ts';

/** What a paragraph needs to know of those before it. Two states are equal when their fields are; compare with `sameState`. */
export interface SpeechState {
  readonly cast: Cast;
  /** Whose turn it is in a dialogue, a section or a talk. */
  readonly base: string | null;
  /** The turn is an interviewer's. */
  readonly asking: boolean;
  /** A section's speaker was set by a heading of this level; 0: by a line of plain text, -1: by no heading. */
  readonly level: number;
  /** Whom `他` and `该行` mean. */
  readonly person: string | null;
  readonly other: string | null;
  readonly body: string | null;
  /** The paper that `报告` means. */
  readonly paper: string | null;
  /** Who spoke last, in the paragraph before. */
  readonly last: string | null;
  /** Speaker of a quotation that is still open; undefined when there is none. */
  readonly open: string | null | undefined;
  /** Speaker of the next block, set by a colon at a paragraph's end. */
  readonly next: string | null;
}

export function startState(locals: readonly LocalSpeech[], hints: SpeechHints): SpeechState {
  const cast = castOf(locals, hints);
  return {
    cast,
    base: cast.talk ?? cast.before,
    asking: false,
    level: -1,
    person: null,
    other: null,
    body: null,
    paper: null,
    last: null,
    open: undefined,
    next: null,
  };
}

export function sameState(a: SpeechState, b: SpeechState): boolean {
  return (
    a.cast.key === b.cast.key &&
    a.base === b.base &&
    a.asking === b.asking &&
    a.level === b.level &&
    a.person === b.person &&
    a.other === b.other &&
    a.body === b.body &&
    a.paper === b.paper &&
    a.last === b.last &&
    a.open === b.open &&
    a.next === b.next
  );
}

/** Resolves a whole article: one pass forward. */
export function resolveSpeech(locals: readonly LocalSpeech[], hints: SpeechHints): ArticleSpeech {
  let state = startState(locals, hints);
  const paragraphs = locals.map((local) => {
    const done = step(state, local);
    state = done.state;
    return done.resolved;
  });
  return { paragraphs };
}

interface Paint extends Span {
  readonly speaker: string | null;
}

/** Resolves one paragraph after the state that those before it left. */
export function step(state: SpeechState, local: LocalSpeech): { state: SpeechState; resolved: ResolvedSpeech } {
  const { cast } = state;
  const floor = ground(state, local);
  const paints: Paint[] = [...floor.paints];
  const baseAt = (at: number) => at_(paints, at, floor.base);
  const focus: Focus = { person: state.person, other: state.other, body: state.body, paper: state.paper, plural: null };
  const quotePaints: Paint[] = [];
  const speakers = new Array<string | null | undefined>(local.acts.length);
  let last: string | null | undefined;
  let lastEnd = 0;
  let head = 0;
  const notice = (until: number) => {
    for (; head < local.heads.length && local.heads[head]!.start < until; head++) {
      const named = mentioned(local.text.slice(local.heads[head]!.start, local.heads[head]!.end), cast);
      if (named) setFocus(focus, named.name, named.body);
      else if (local.heads[head]!.body) setFocus(focus, local.heads[head]!.body!, true);
      if (local.heads[head]!.paper) focus.paper = local.heads[head]!.paper;
    }
  };
  const quoted = new Set(local.quotes.filter((q) => q.statement && q.act >= 0).map((q) => q.act));
  local.acts.forEach((act, i) => {
    notice(act.start + 1);
    const speaker = who(act, cast, focus, last === undefined ? state.last : last, baseAt(act.verb.start), quoted.has(i));
    speakers[i] = speaker;
    if (speaker === undefined) {
      // The writer or the present speaker takes the word again.
      if (act.within < 0 && act.reach.end > act.reach.start)
        paints.push({ ...act.reach, speaker: at_(floor.paints, act.verb.start, floor.base) });
      return;
    }
    if (act.within < 0) {
      last = speaker;
      lastEnd = Math.max(lastEnd, act.reach.end, act.verb.end);
    }
    paints.push({ ...act.reach, speaker });
  });
  notice(local.text.length);

  const unattributed: Span[] = [];
  const quotes: Quote[] = [];
  let open: string | null | undefined;
  if (state.open !== undefined && local.closesAt > 0) {
    quotePaints.push({ start: 0, end: local.closesAt, speaker: state.open });
    quotes.push({ start: 0, end: local.closesAt, speaker: state.open });
    last = state.open;
  } else if (state.open !== undefined && local.quotes.length === 0 && local.marks.length === 0 && local.kind !== 'heading') {
    quotePaints.push({ start: 0, end: local.text.length, speaker: state.open });
    open = state.open;
  }
  const only = soleSpeaker(speakers);
  for (const q of local.quotes) {
    if (!q.statement) continue;
    let speaker: string | null | undefined = q.act >= 0 ? speakers[q.act] : undefined;
    const told = q.act >= 0;
    if (!told) {
      const around = at_([...paints, ...quotePaints], q.start, floor.base);
      if (around !== null) speaker = around;
      else if (q.depth === 0 && local.kind !== 'heading') {
        const before = local.text.slice(0, q.start).trim();
        if (before === '') speaker = state.open ?? state.last ?? only;
        else speaker = nearest(local, q.start, cast) ?? only ?? (covered(paints, q.start) ? null : undefined);
        if (!speaker && !covered(paints, q.start)) unattributed.push({ start: q.start, end: q.end });
      }
    }
    if (speaker === undefined) speaker = told ? at_(paints, q.start, floor.base) : null;
    quotePaints.push({ start: q.start, end: q.end, speaker });
    quotes.push({ start: q.start, end: q.end, speaker });
    if (q.depth === 0) {
      if (!q.closed) open = speaker;
      if (q.end >= lastEnd) {
        last = speaker;
        lastEnd = q.end;
      }
    }
  }
  const layers = layered(local, paints, quotePaints, speakers);
  const resolved = resolvedOf(local, layers, floor, quotes, unattributed, quotePaints);
  const colon = local.text.trimEnd().endsWith(':');
  const opened = local.opens?.how === 'next' ? fullName(local.opens.name, cast.names, cast.aliases) : null;
  const next: SpeechState = {
    cast,
    base: opened ?? floor.leave,
    asking: floor.askingAfter,
    level: opened ? 0 : floor.level,
    person: focus.person,
    other: focus.other,
    body: focus.body,
    paper: focus.paper,
    last: local.kind === 'heading' ? null : last === undefined ? null : last,
    open,
    next: colon && !opened ? (last ?? (local.acts.length === 0 ? nearest(local, local.text.length, cast) : null) ?? null) : null,
  };
  return { state: next, resolved };
}

interface Ground {
  readonly base: string | null;
  readonly paints: readonly Paint[];
  /** Base for the next paragraph. */
  readonly leave: string | null;
  readonly askingAfter: boolean;
  readonly level: number;
  readonly questions: readonly Span[];
}

const NUMBERED = /^(?:第?[一二三四五六七八九十]{1,3}[、章节部.]|\d{1,2}[、.] ?\S{1,14}$)/;

/** Whose paragraph this is before anybody is quoted in it. */
function ground(state: SpeechState, local: LocalSpeech): Ground {
  const { cast } = state;
  const length = local.text.length;
  const whole = { start: 0, end: length };
  const full = (name: string) => fullName(name, cast.names, cast.aliases);
  if (cast.interview && local.question && !cast.talk) {
    if (/[?]/.test(local.text) || local.bold) {
      return { base: null, paints: [], leave: cast.guest, askingAfter: false, level: state.level, questions: [whole] };
    }
  }
  const pseudo = local.kind === 'heading' || (length <= 20 && NUMBERED.test(local.text) && !/[。!?;]/.test(local.text));
  if (local.opens?.how === 'section') {
    return { base: null, paints: [], leave: full(local.opens.name), askingAfter: false, level: local.level, questions: [] };
  }
  if (pseudo) {
    const ends = state.level >= 0 && (local.kind !== 'heading' || local.level <= Math.max(1, state.level));
    return {
      base: null,
      paints: [],
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
  return { base: state.base, paints: [], leave: state.base, askingAfter: state.asking, level: state.level, questions };
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

interface Focus {
  person: string | null;
  other: string | null;
  body: string | null;
  paper: string | null;
  /** The one named last, of either kind: `他们`. */
  plural: string | null;
}

function setFocus(focus: Focus, name: string, body: boolean): void {
  focus.plural = name;
  if (body) focus.body = name;
  else if (focus.person !== name) {
    focus.other = focus.person;
    focus.person = name;
  }
}

/** The speaker of an act; undefined where the words stay with whoever has them already. */
function who(
  act: SpeechAct,
  cast: Cast,
  focus: Focus,
  last: string | null,
  base: string | null,
  quoted: boolean,
): string | null | undefined {
  const { subject } = act;
  switch (subject.kind) {
    case 'name': {
      const name = fullName(subject.name, cast.names, cast.aliases)!;
      if (!subject.sure && !quoted && !cast.names.has(name))
        return act.lead === null || !mentioned(act.lead, cast) ? undefined : led(act.lead, cast, focus, undefined, base);
      setFocus(focus, name, subject.body || cast.names.get(name) === true);
      return name;
    }
    case 'pronoun':
      if (subject.word === '本人') return undefined;
      if (subject.word === '前者') return focus.other;
      if (/们$|^[二两双]/.test(subject.word)) return focus.plural ?? third(focus, last, base);
      if (BODY_PRONOUNS.test(subject.word)) return focus.body ?? (base === null ? null : undefined);
      return third(focus, last, base);
    case 'lead':
      return led(act.lead ?? '', cast, focus, last, base);
    case 'document':
      return (/报告|书|文/.test(act.lead ?? '报告') ? focus.paper : null) ?? focus.body ?? (base === null ? null : undefined);
    case 'unnamed':
      if (!subject.generic) focus.person = null;
      return subject.generic && base !== null ? undefined : null;
    case 'self':
      return undefined;
    case 'same':
      return last ?? undefined;
  }
}

/** The speaker whom a sentence begins with. */
function led(lead: string, cast: Cast, focus: Focus, last: string | null | undefined, base: string | null): string | null | undefined {
  const named = mentioned(lead, cast);
  if (named && named.name !== base) {
    setFocus(focus, named.name, named.body);
    return named.name;
  }
  const role = /主持人|(?:销售|市场|财务|技术|运营|产品)(?:总监|副总)|财务/.exec(lead.slice(0, 8));
  if (role) return role[0];
  if (/^[^我]{0,4}[他她]/.test(lead)) return third(focus, last ?? null, base);
  if (UNNAMED.test(lead.slice(0, 10))) return null;
  return last ?? undefined;
}

/** Whom `他` means: whoever was last at the head of a clause, but not the one who says it. */
function third(focus: Focus, last: string | null, base: string | null): string | null {
  if (focus.person !== base && focus.person !== null) return focus.person;
  if (base !== null && focus.person === base) return focus.other === base ? null : focus.other;
  return last !== null && last !== base ? last : null;
}

/** A known name near the start of a stretch. */
function mentioned(text: string, cast: Cast): { name: string; body: boolean } | null {
  let best: { at: number; name: string; body: boolean } | null = null;
  for (const [name, body] of cast.names) {
    const at = text.indexOf(name);
    if (at >= 0 && (best === null || at < best.at)) best = { at, name, body };
  }
  if (best) return best;
  for (const [alias, name] of cast.aliases) {
    const at = text.indexOf(alias);
    if (at >= 0 && (best === null || at < best.at)) best = { at, name, body: cast.names.get(name) === true };
  }
  if (best) return best;
  const address = /[\u4e00-\u9fff](?:总|先生|女士|董|教授|老师|博士)(?![\u4e00-\u9fff]?[监经量])/.exec(text);
  if (address && isAddress(address[0])) return { name: fullName(address[0], cast.names, cast.aliases)!, body: false };
  return null;
}

/** The person at the head of the sentence right before `at`. */
function nearest(local: LocalSpeech, at: number, cast: Cast): string | null {
  let found: string | null = null;
  for (const head of local.heads) {
    if (head.start >= at) break;
    const named = mentioned(local.text.slice(head.start, Math.min(head.end, at)), cast);
    found = named && !named.body ? named.name : null;
  }
  return found;
}

function soleSpeaker(speakers: readonly (string | null | undefined)[]): string | null {
  const named = new Set(speakers.filter((s): s is string => typeof s === 'string'));
  return named.size === 1 && !speakers.includes(null) ? [...named][0]! : null;
}

function covered(paints: readonly Paint[], at: number): boolean {
  return paints.some((p) => p.start <= at && at < p.end);
}

function at_(paints: readonly Paint[], at: number, base: string | null): string | null {
  for (let i = paints.length - 1; i >= 0; i--) if (paints[i]!.start <= at && at < paints[i]!.end) return paints[i]!.speaker;
  return base;
}

/** All paints from the outermost in: turns and indirect speech, quotations, speech within quotations. */
function layered(
  local: LocalSpeech,
  paints: readonly Paint[],
  quotePaints: readonly Paint[],
  speakers: readonly (string | null | undefined)[],
): Paint[] {
  const inner: Paint[] = [];
  local.acts.forEach((act, i) => {
    const speaker = speakers[i];
    if (act.within >= 0 && local.quotes[act.within]!.statement && speaker !== undefined) inner.push({ ...act.reach, speaker });
  });
  const deep = quotePaints.filter((q) => local.quotes.some((l) => l.start === q.start && l.depth > 0));
  const shallow = quotePaints.filter((q) => !deep.includes(q));
  return [...paints, ...shallow, ...inner, ...deep];
}

function resolvedOf(
  local: LocalSpeech,
  layers: readonly Paint[],
  floor: Ground,
  quotes: readonly Quote[],
  unattributed: readonly Span[],
  quotePaints: readonly Paint[],
): ResolvedSpeech {
  const speakerAt = (offset: number) => at_(layers, offset, floor.base);
  return {
    speakerAt,
    speakerOf({ start, end }) {
      for (const act of local.acts) {
        if (act.start < start - 1 || act.start > start + 12 || act.reach.start >= end || act.verb.start < start) continue;
        if (act.reach.end > act.reach.start) return speakerAt(act.reach.start);
      }
      return speakerAt(start);
    },
    inQuote: (offset) => quotePaints.some((q) => q.start <= offset && offset < q.end),
    isQuestion: (offset) => floor.questions.some((q) => q.start <= offset && offset < q.end),
    quotes,
    unattributed,
  };
}
