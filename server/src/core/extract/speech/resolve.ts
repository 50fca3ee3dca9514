import type { Quote, Span } from '../../types.ts';
import { type Cast, castOf, fullName } from './cast.ts';
import { bringsNewcomer, type Focus, notice, sentenceHead, speakerOfAct } from './focus.ts';
import { type Ground, ground, Layers, type Paint, paintAt } from './ground.ts';
import type { ArticleSpeech, LocalQuote, LocalSpeech, ResolvedSpeech, SpeechHints } from './types.ts';

/** What a paragraph needs to know of those before it. Two states are equal when their fields are; compare with `sameState`. */
export interface SpeechState {
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

export function startState(cast: Cast): SpeechState {
  return {
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
  const cast = castOf(
    locals.map((speech) => ({ speech })),
    hints,
  );
  let state = startState(cast);
  const paragraphs = locals.map((local) => {
    const done = step(cast, state, local);
    state = done.state;
    return done.resolved;
  });
  return { paragraphs };
}

/** Resolves one paragraph after the state that those before it left. */
export function step(cast: Cast, state: SpeechState, local: LocalSpeech): { state: SpeechState; resolved: ResolvedSpeech } {
  const reading = new Reading(cast, state, local);
  reading.read();
  return { state: reading.after(), resolved: reading.resolved() };
}

/** So many paints are looked through one by one. */
const FEW = 12;

/** One paragraph being read from its beginning to its end. */
class Reading {
  private readonly floor: Ground;
  private readonly focus: Focus;
  /** Turns and indirect speech. */
  private readonly paints: Paint[];
  private readonly quotePaints: (Paint & { readonly depth: number })[] = [];
  private readonly inner: Paint[] = [];
  private readonly quotes: Quote[] = [];
  private readonly unattributed: Span[] = [];
  private readonly speakers: (string | null | undefined)[];
  private last: string | null | undefined;
  private lastEnd = 0;
  private open: string | null | undefined;
  private head = 0;

  constructor(
    private readonly cast: Cast,
    private readonly state: SpeechState,
    private readonly local: LocalSpeech,
  ) {
    this.floor = ground(cast, state, local);
    this.paints = [...this.floor.paints];
    const { person, other, body, paper } = state;
    this.focus = { person, other, body, paper, plural: null, fresh: false };
    this.speakers = new Array(local.acts.length);
  }

  read(): void {
    const { local } = this;
    this.continueOpen();
    const quoted = new Set(local.quotes.filter((q) => q.statement && q.act >= 0).map((q) => q.act));
    let next = 0;
    const pending: LocalQuote[] = [];
    local.acts.forEach((act, i) => {
      for (; next < local.quotes.length && local.quotes[next]!.start < act.verb.start; next++) {
        const q = local.quotes[next]!;
        if (q.statement && q.act >= i) pending.push(q);
        else this.quote(q);
      }
      this.act(i, quoted.has(i));
      for (const q of pending.splice(0)) this.quote(q);
    });
    for (; next < local.quotes.length; next++) this.quote(local.quotes[next]!);
    this.noticeUpTo(local.text.length);
  }

  private noticeUpTo(at: number): void {
    this.head = notice(this.local, this.cast, this.focus, this.head, at);
  }

  private get spokeLast(): string | null {
    return this.last === undefined ? this.state.last : this.last;
  }

  private at(offset: number): string | null {
    const { quotePaints, floor } = this;
    return quotePaints.some((q) => q.start <= offset && offset < q.end)
      ? paintAt(quotePaints, offset, null)
      : paintAt(this.paints, offset, floor.base);
  }

  private act(i: number, quoted: boolean): void {
    const act = this.local.acts[i]!;
    this.noticeUpTo(act.start + 1);
    const said = { cast: this.cast, focus: this.focus, last: this.spokeLast, base: this.at(act.verb.start) };
    const speaker = speakerOfAct(act, said, quoted);
    this.speakers[i] = speaker;
    if (speaker === undefined) return;
    const paint = { ...act.reach, speaker };
    const within = act.within >= 0 && this.local.quotes[act.within]!.statement;
    if (within) {
      this.inner.push(paint);
      return;
    }
    this.last = speaker;
    this.lastEnd = Math.max(this.lastEnd, act.reach.end, act.verb.end);
    this.paints.push(paint);
  }

  /** A quotation that was left open in a paragraph before. */
  private continueOpen(): void {
    const { state, local } = this;
    if (state.open === undefined) return;
    const runsOn = local.quotes.length === 0 && local.marks.length === 0 && local.kind !== 'heading';
    const end = local.closesAt > 0 ? local.closesAt : runsOn ? local.text.length : 0;
    if (end === 0) return;
    this.quotePaints.push({ start: 0, end, speaker: state.open, depth: 0 });
    this.quotes.push({ start: 0, end, speaker: state.open });
    this.last = state.open;
    if (local.closesAt <= 0) this.open = state.open;
  }

  private quote(q: LocalQuote): void {
    if (!q.statement) return;
    const { floor } = this;
    let speaker = q.act >= 0 ? this.speakers[q.act] : undefined;
    if (q.act < 0) {
      this.noticeUpTo(q.start);
      const around = this.at(q.start);
      if (around !== null) speaker = around;
      else if (q.depth === 0 && this.local.kind !== 'heading') speaker = this.untold(q);
    } else if (speaker === undefined) speaker = paintAt(this.paints, q.start, floor.base);
    const paint = { start: q.start, end: q.end, speaker: speaker ?? null };
    this.quotePaints.push({ ...paint, depth: q.depth });
    this.quotes.push(paint);
    if (q.depth > 0) return;
    if (!q.closed) this.open = paint.speaker;
    if (q.end < this.lastEnd) return;
    this.last = paint.speaker;
    this.lastEnd = q.end;
  }

  /** A quotation that no speech verb claims: the sentence before, or the paragraph's only speaker, may tell. */
  private untold(q: LocalQuote): string | null | undefined {
    const { state, local } = this;
    if (this.paints.some((p) => p.start <= q.start && q.start < p.end)) return null;
    const before = local.text.slice(0, q.start).trim();
    // Whoever brings it is not understood, but nobody else has said it.
    if (bringsNewcomer(before, this.cast)) return null;
    const speaker =
      before.length <= 6 && !/[。!?]/.test(before)
        ? (state.open ?? state.next ?? state.last ?? this.onlySpeaker())
        : (sentenceHead(local, q.start, this.cast, this.focus, this.spokeLast) ?? this.onlySpeaker());
    if (!speaker) this.unattributed.push({ start: q.start, end: q.end });
    return speaker;
  }

  private onlySpeaker(): string | null {
    const named = new Set<string>();
    for (const act of this.local.acts) {
      const { subject } = act;
      if (subject.kind === 'unnamed') return null;
      if (subject.kind === 'name' && subject.sure) named.add(fullName(subject.name, this.cast.names, this.cast.aliases)!);
    }
    return named.size === 1 ? [...named][0]! : null;
  }

  after(): SpeechState {
    const { cast, local, floor, focus } = this;
    const opened = local.opens?.how === 'next' ? fullName(local.opens.name, cast.names, cast.aliases) : null;
    const colon = local.text.trimEnd().endsWith(':') && opened === null;
    const told = colon ? (this.last ?? sentenceHead(local, local.text.length, cast, focus, this.spokeLast)) : null;
    return {
      base: opened ?? floor.leave,
      asking: floor.askingAfter,
      level: opened ? 0 : floor.level,
      person: focus.person,
      other: focus.other,
      body: focus.body,
      paper: focus.paper,
      last: local.kind === 'heading' ? null : (this.last ?? null),
      open: this.open,
      next: told ?? null,
    };
  }

  resolved(): ResolvedSpeech {
    const { quotePaints, quotes, unattributed } = this;
    const { acts } = this.local;
    const { base, questions } = this.floor;
    const shallow = quotePaints.filter((q) => q.depth === 0);
    const deep = quotePaints.filter((q) => q.depth > 0);
    const layers: readonly Paint[] = [...this.paints, ...shallow, ...this.inner, ...deep];
    // The closures below live as long as the paragraph: they hold nothing of the cast but this.
    const raw = this.cast.forms;
    const form = (name: string | null) => (name === null ? null : (raw.get(name) ?? name));
    const many = layers.length > FEW ? new Layers(layers) : null;
    const spoken = quotePaints.length > FEW ? new Layers(quotePaints) : null;
    const over = (offset: number) => {
      if (many === null) return paintAt(layers, offset, base);
      const paint = many.at(offset);
      return paint === undefined ? base : paint.speaker;
    };
    const speakerAt = (offset: number) => form(over(offset));
    return {
      speakerAt,
      speakerOf({ start, end }) {
        for (const act of acts) {
          // 花旗更乐观,预计…: the verb opens the clause, whoever speaks stands in the one before.
          if (
            (act.start < start - 1 && act.verb.start !== start) ||
            act.start > start + 12 ||
            act.reach.start >= end ||
            act.verb.start < start
          )
            continue;
          if (act.reach.end > act.reach.start) return speakerAt(act.reach.start);
        }
        return speakerAt(start);
      },
      inQuote: (offset) =>
        spoken === null ? quotePaints.some((q) => q.start <= offset && offset < q.end) : spoken.at(offset) !== undefined,
      isQuestion: (offset) => questions.some((q) => q.start <= offset && offset < q.end),
      // They were read in the order in which it was told who speaks them.
      quotes: quotes.map((q) => ({ ...q, speaker: form(q.speaker) })).sort((a, b) => a.start - b.start),
      unattributed,
    };
  }
}
