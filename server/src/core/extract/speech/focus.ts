import { BODY_PRONOUNS, UNNAMED } from '../../lexicon/people.ts';
import { CharacterSet } from '../../text/characterSet.ts';
import { type Cast, fullName } from './cast.ts';
import { introducer } from './frames.ts';
import { isAddress } from './subject.ts';
import type { LocalSpeech, SpeechAct } from './types.ts';

/** Whom pronouns mean, as a paragraph is read from its beginning. */
export interface Focus {
  person: string | null;
  other: string | null;
  body: string | null;
  paper: string | null;
  /** The one named last, of either kind: `他们`. */
  plural: string | null;
  /** The person was named in this very paragraph. */
  fresh: boolean;
}

export function setFocus(focus: Focus, name: string, body: boolean): void {
  focus.plural = name;
  if (body) {
    focus.body = name;
    return;
  }
  focus.fresh = true;
  if (focus.person === name) return;
  focus.other = focus.person;
  focus.person = name;
}

/** Takes in who stands at the heads of clauses from `head` up to `until`; returns the next head's index. */
export function notice(local: LocalSpeech, cast: Cast, focus: Focus, head: number, until: number): number {
  let i = head;
  for (; i < local.heads.length && local.heads[i]!.start < until; i++) {
    const { start, end, body, paper, first } = local.heads[i]!;
    const named = mentionedIn(local.text, start, end, cast);
    if (named && !named.body && !first && focus.fresh) {
      // Not a sentence's subject: second choice only.
      if (named.name !== focus.person) focus.other = named.name;
    } else if (named) setFocus(focus, named.name, named.body);
    else if (body !== null) setFocus(focus, body, true);
    if (paper !== null) focus.paper = paper;
  }
  return i;
}

export interface Said {
  readonly cast: Cast;
  readonly focus: Focus;
  /** Who spoke last. */
  readonly last: string | null;
  /** Whose words the sentence is in already. */
  readonly base: string | null;
}

/** The speaker of an act; undefined where the words stay with whoever has them already. */
export function speakerOfAct(act: SpeechAct, { cast, focus, last, base }: Said, quoted: boolean): string | null | undefined {
  const { subject } = act;
  switch (subject.kind) {
    case 'name': {
      const name = fullName(subject.name, cast.names, cast.aliases)!;
      if (!subject.sure && !quoted && !cast.names.has(name)) {
        const named = act.lead === null ? null : mentioned(act.lead, cast);
        return named === null ? undefined : named.name;
      }
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
      return (subject.paper ? focus.paper : null) ?? focus.body ?? (base === null ? null : undefined);
    case 'unnamed':
      if (!subject.generic) focus.person = null;
      return subject.generic && base !== null ? undefined : null;
    case 'self':
      return undefined;
    case 'same':
      return last ?? undefined;
  }
}

/** 在英伟达大会上: whose the place is need not be who speaks there. */
const PLACE = /^[^,]{2,20}(?:[大峰年]会|论坛|会议|发布会|平台)[上中里],/;

/** One of several who have no name: 第四个最年轻. */
const COUNTED_OFF = /^(?:第.[个位名]|另(?:外)?一[个位名]|还有[一个位名]|有的)/;

/** The speaker whom a sentence begins with. */
export function led(lead: string, cast: Cast, focus: Focus, last: string | null, base: string | null): string | null | undefined {
  const named = mentioned(lead.replace(PLACE, ''), cast);
  if (named && named.name !== base) {
    setFocus(focus, named.name, named.body);
    return named.name;
  }
  const role = /主持人|(?:销售|市场|财务|技术|运营|产品)(?:总监|副总)|财务/.exec(lead.slice(0, 8));
  if (role) return role[0];
  if (/^[^我]{0,4}[他她]/.test(lead)) return third(focus, last, base);
  if (UNNAMED.test(lead.slice(0, 10)) || COUNTED_OFF.test(lead)) return null;
  return last ?? undefined;
}

/** Whom `他` means: whoever was last at the head of a clause, but not the one who says it. */
export function third(focus: Focus, last: string | null, base: string | null): string | null {
  if (focus.person !== null && focus.person !== base) return focus.person;
  if (base !== null && focus.person === base) return focus.other === base ? null : focus.other;
  return last !== null && last !== base ? last : null;
}

/** A known name in a short stretch: the first one. */
export function mentioned(text: string, cast: Cast): { name: string; body: boolean } | null {
  return mentionedIn(text, 0, text.length, cast);
}

const ADDRESS_STARTS = CharacterSet.of('总先女董教老博');

function mentionedIn(whole: string, start: number, end: number, cast: Cast): { name: string; body: boolean } | null {
  const known = cast.findName.first(whole, start, end);
  if (known !== null) return { name: known, body: cast.names.get(known) === true };
  const alias = cast.findAlias.first(whole, start, end);
  if (alias !== null) {
    const name = cast.aliases.get(alias)!;
    return { name, body: cast.names.get(name) === true };
  }
  let i = start + 1;
  while (i < end && !ADDRESS_STARTS.has(whole.charCodeAt(i))) i++;
  if (i >= end) return null;
  const text = whole.slice(start, end);
  const address = /[\u4e00-\u9fff](?:总|先生|女士|董|教授|老师|博士)(?![\u4e00-\u9fff]?[监经量])/.exec(text);
  if (address && isAddress(address[0])) return { name: fullName(address[0], cast.names, cast.aliases)!, body: false };
  return null;
}

/** Whom the sentence that holds `at`, or ends there, begins with. */
export function sentenceHead(local: LocalSpeech, at: number, cast: Cast, focus: Focus, last: string | null): string | null {
  let found: string | null = null;
  for (const head of local.heads) {
    if (head.start >= at) break;
    if (!head.first) {
      if (found === null) found = personIn(local.text.slice(head.start, Math.min(head.end, at)), cast);
      continue;
    }
    const text = local.text.slice(head.start, Math.min(head.end, at));
    found = personIn(text, cast) ?? (/^[^我]{0,4}[他她](?!们)/.test(text) ? third(focus, last, null) : null);
  }
  return found;
}

function personIn(text: string, cast: Cast): string | null {
  const named = mentioned(text, cast);
  return named && !named.body ? named.name : null;
}

/** Whether a quotation is brought by somebody whom the article does not know yet. */
export function bringsNewcomer(before: string, cast: Cast): boolean {
  const clause = introducer(before);
  return clause !== null && mentioned(clause, cast) === null;
}
