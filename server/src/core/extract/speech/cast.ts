import { speaksByColon } from '../../lexicon/bodies.ts';
import { DOUBLE_SURNAMES, SURNAMES } from '../../lexicon/people.ts';
import { NameFinder } from './names.ts';
import { isAddress, isChineseName, plainName } from './subject.ts';
import type { LocalSpeech, NameCandidate, SpeechHints } from './types.ts';

/** Everybody who speaks in an article, and its form: gathered from all paragraphs before they are resolved one by one. */
export interface Cast {
  /** What was said of speakers elsewhere. */
  readonly hints: SpeechHints;
  readonly findName: NameFinder;
  readonly findAlias: NameFinder;
  /** Full names; `true` for bodies. */
  readonly names: ReadonlyMap<string, boolean>;
  /** Shorter and other forms → full name. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Normalised name → as the article writes it. */
  readonly forms: ReadonlyMap<string, string>;
  /** Names of speakers at line starts. */
  readonly turns: ReadonlySet<string>;
  /** Those of them who ask. */
  readonly hosts: ReadonlySet<string>;
  /** The one who answers `问:` and bold questions, and speaks before the first mark. */
  readonly guest: string | null;
  /** Who speaks the whole article. */
  readonly talk: string | null;
  /** Who speaks before the first mark of a dialogue. */
  readonly before: string | null;
  /** Bold or heading questions are an interviewer's. */
  readonly interview: boolean;
}

const HOST =
  /^(?:问|Q\d*|主持人?|主持|记者|提问|提问者?|网友|读者|观众|听众|投资者|采访者|编者|小编|.{1,6}(?:记者|编辑|网|报|财经|周刊|新闻|观察|商业|评论|客|晨星|频道))$/;
const ANSWER = /^(?:答|A\d*|回答)$/;
const NO_TURN =
  /^(?:注|注意|来源|数据来源|资料来源|原标题|标题|作者|编辑|导语|摘要|时间|地点|记录|主持|发言|风险|风险提示|观点|结论|总结|核心|逻辑|建议|策略|优点|缺点|答案|原因|背景|目标|方法|问题|举例|例如|比如|利好|利空|投资|投机|操作|附|附件|备注|说明|提示|声明|免责声明|关键词|日期|电话|地址|网址|文|图|点评|解读|公告|港股|美股|A股|黄金|原油|今日关注)$/;

/** Whoever holds what a paragraph says about speakers. */
export interface Heard {
  readonly speech: LocalSpeech;
}

/** Only so near the top of an article a talk is announced. */
const TALK = 4;

export function castOf(all: readonly Heard[], hints: SpeechHints): Cast {
  const cast = gather(all, hints);
  return { hints, findName: new NameFinder(cast.names.keys()), findAlias: new NameFinder(cast.aliases.keys()), ...cast };
}

/** The cast of an article's next state, in which the first `head` and the last `tail` paragraphs stayed; the same object where nobody came or went. */
export function castAfter(
  known: Cast,
  before: readonly Heard[],
  now: readonly Heard[],
  head: number,
  tail: number,
  hints: SpeechHints,
): Cast {
  return sameHints(known.hints, hints) && alike(known, before, now, head, tail) ? known : castOf(now, hints);
}

function sameHints(a: SpeechHints, b: SpeechHints): boolean {
  return a.title === b.title && (a.names === b.names || JSON.stringify(a.names) === JSON.stringify(b.names));
}

function alike(known: Cast, before: readonly Heard[], now: readonly Heard[], head: number, tail: number): boolean {
  // Paragraphs may have moved to where a talk is announced, or from there.
  const top = head < TALK && before.length !== now.length ? TALK + Math.abs(before.length - now.length) : 0;
  if (top > 0 && [before, now].some((all) => all.slice(0, top).some(({ speech }) => speech.opens?.how === 'talk'))) return false;
  // Where lines have speakers, the text before the first of them counts too.
  if (known.turns.size > 0) {
    let i = 0;
    while (i < head && !now[i]!.speech.marks.some((m) => known.turns.has(m.name))) i++;
    if (i === head) return false;
  }
  return contribution(before, head, before.length - tail) === contribution(now, head, now.length - tail);
}

/** Whether a paragraph says anything about speakers that an article's cast is gathered from. */
function contributes({ names, marks, opens, forms, question }: LocalSpeech): boolean {
  return names.length > 0 || marks.length > 0 || forms.length > 0 || opens !== null || question;
}

/** What some paragraphs say about speakers, as one string. */
function contribution(all: readonly Heard[], start: number, end: number): string {
  const parts: unknown[] = [];
  for (let i = start; i < end; i++) {
    const { speech } = all[i]!;
    if (!contributes(speech)) continue;
    const { names, marks, opens, forms, question, text } = speech;
    parts.push([names, marks.map((m) => [m.name, m.asks]), opens, forms, question && text.includes('?')]);
  }
  return parts.length === 0 ? '' : JSON.stringify(parts);
}

function gather(all: readonly Heard[], hints: SpeechHints): Omit<Cast, 'hints' | 'findName' | 'findAlias'> {
  const locals: LocalSpeech[] = [];
  for (let i = 0; i < all.length; i++) if (contributes(all[i]!.speech)) locals.push(all[i]!.speech);
  const people = collect(locals, hints);
  const { turns, hosts } = turnsOf(locals, people);
  const opened = (how: string) => locals.find((l) => l.opens?.how === how)?.opens?.name ?? null;
  for (const turn of turns) if (!HOST.test(turn) && !ANSWER.test(turn)) people.set(turn, { body: false, weight: 3, count: 3 });
  const talk = all.slice(0, TALK).find(({ speech }) => speech.opens?.how === 'talk')?.speech.opens?.name ?? null;
  const titleGuest = guestOfTitle(hints.title);
  const introduce = (name: string | null) => {
    if (name && !people.has(name)) people.set(name, { body: false, weight: 3, count: 2 });
  };
  introduce(talk);
  introduce(opened('guest'));
  introduce(titleGuest);
  for (const local of locals) if (local.opens !== null) introduce(local.opens.name);
  const names = new Map<string, boolean>();
  for (const [name, about] of people) if (about.weight >= 2 || about.count >= 2) names.set(name, about.body);
  const aliases = aliasesOf(names, locals, hints);
  for (const alias of aliases.keys()) names.delete(alias);
  const forms = new Map<string, string>();
  for (const local of locals) for (const [name, form] of local.forms) forms.set(name, form);
  const questions = locals.filter((l) => l.question && l.text.includes('?')).length;
  const askedByMark = hosts.size > 0;
  const answers = [...turns].some((turn) => ANSWER.test(turn));
  const guest = fullName(
    opened('guest') ?? titleGuest ?? mainGuest(locals, turns, hosts) ?? (answers ? opened('met') : null),
    names,
    aliases,
  );
  const interview = questions >= 2 && (guest !== null || askedByMark);
  return {
    names,
    aliases,
    forms,
    turns,
    hosts,
    guest,
    talk: fullName(talk, names, aliases),
    before: speaksBefore(all, turns, hosts, guest),
    interview,
  };
}

interface About {
  body: boolean;
  weight: number;
  count: number;
}

function collect(locals: readonly LocalSpeech[], hints: SpeechHints): Map<string, About> {
  const people = new Map<string, About>();
  const add = (c: NameCandidate) => {
    const known = people.get(c.name);
    if (!known) people.set(c.name, { body: c.body, weight: c.weight, count: 1 });
    else {
      known.count++;
      known.weight = Math.max(known.weight, c.weight);
    }
  };
  for (const local of locals) for (const candidate of local.names) add(candidate);
  for (const { name } of hints.names) people.set(name, { body: false, weight: 3, count: 2 });
  return people;
}

function turnsOf(locals: readonly LocalSpeech[], people: ReadonlyMap<string, About>) {
  const counts = new Map<string, { all: number; asks: number }>();
  for (const local of locals) {
    for (const mark of local.marks) {
      // `高盛:` in a digest is no turn of a dialogue.
      if (NO_TURN.test(mark.name) || (!mark.asks && !HOST.test(mark.name) && speaksByColon(mark.name))) continue;
      const c = counts.get(mark.name) ?? { all: 0, asks: 0 };
      c.all++;
      if (mark.asks) c.asks++;
      counts.set(mark.name, c);
    }
  }
  const turns = new Set<string>();
  if (counts.size === 0) return { turns, hosts: new Set<string>() };
  const likely = (name: string) =>
    HOST.test(name) ||
    ANSWER.test(name) ||
    isChineseName(name) ||
    isAddress(name) ||
    /^[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}$/.test(name) ||
    (people.get(name)?.weight ?? 0) >= 2;
  const total = [...counts].filter(([name]) => likely(name)).reduce((sum, [, c]) => sum + c.all, 0);
  for (const [name, c] of counts) {
    if (likely(name) && (c.all >= 2 || (total >= 2 && (HOST.test(name) || ANSWER.test(name) || person(name))))) turns.add(name);
  }
  // Where one person has turns, another of a surname that is a word too has them as well.
  if ([...turns].some(person)) for (const name of counts.keys()) if (name.length === 3 && isChineseName(name)) turns.add(name);
  // One who asks, and one who answers.
  const order = locals.flatMap((l) => l.marks).filter((m) => !NO_TURN.test(m.name));
  order.forEach((mark, i) => {
    const next = order[i + 1];
    if (mark.asks && next && next.name !== mark.name && mark.name.length <= 8 && person(next.name)) turns.add(mark.name).add(next.name);
  });
  // Somebody whose lines alternate with a known one's.
  if (turns.size === 1) for (const [name, c] of counts) if (c.all >= 3 && c.asks / c.all >= 0.6) turns.add(name);
  const hosts = new Set<string>();
  for (const name of turns) {
    const c = counts.get(name)!;
    if (HOST.test(name) || (turns.size > 1 && c.asks / c.all >= 0.8 && c.all >= 2 && !ANSWER.test(name))) hosts.add(name);
  }
  if (hosts.size === turns.size) for (const name of turns) if (!HOST.test(name)) hosts.delete(name);
  return { turns, hosts };
}

function person(name: string): boolean {
  return plainName(name) || /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(name) || /^[A-Z][a-z]{2,}$/.test(name);
}

function mainGuest(locals: readonly LocalSpeech[], turns: ReadonlySet<string>, hosts: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const local of locals)
    for (const m of local.marks)
      if (turns.has(m.name) && !hosts.has(m.name) && !ANSWER.test(m.name)) counts.set(m.name, (counts.get(m.name) ?? 0) + 1);
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > counts.get(best)!) best = name;
  return best;
}

function guestOfTitle(title: string | null): string | null {
  const m = title === null ? null : /(?:对话|专访|访谈|对谈)[:]?\s*(.{2,24})/.exec(title);
  if (!m) return null;
  const head = m[1]!.split(/[:,|——?!]/)[0]!;
  for (const length of [3, 2]) if (isChineseName(head.slice(-length))) return head.slice(-length);
  return null;
}

/** Text before the first mark that is spoken too: it begins in the middle of an answer. */
function speaksBefore(all: readonly Heard[], turns: ReadonlySet<string>, hosts: ReadonlySet<string>, guest: string | null): string | null {
  if (turns.size === 0) return null;
  let first: string | null = null;
  let text = '';
  for (const { speech: local } of all) {
    const mark = local.marks.find((m) => turns.has(m.name));
    if (mark) {
      first = mark.name;
      break;
    }
    if (local.kind === 'heading') return null;
    text += local.text;
  }
  if (first === null || text === '' || !text.includes('我') || [...turns].some((t) => t.length > 1 && text.includes(t))) return null;
  if (hosts.has(first)) return guest;
  const others = [...turns].filter((t) => t !== first && !hosts.has(t));
  return others.length === 1 ? others[0]! : null;
}

function aliasesOf(names: ReadonlyMap<string, boolean>, locals: readonly LocalSpeech[], hints: SpeechHints): Map<string, string> {
  const aliases = new Map<string, string>();
  const clash = new Set<string>();
  const add = (alias: string, name: string) => {
    if (alias === name || alias.length < 2) return;
    const other = aliases.get(alias);
    if (other !== undefined && other !== name) {
      if (!/^[A-Z]/.test(alias)) clash.add(alias);
      return;
    }
    aliases.set(alias, name);
  };
  for (const [name, body] of names) {
    if (body) continue;
    if (isChineseName(name)) {
      const family = DOUBLE_SURNAMES.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1;
      if (name.length - family >= 2) add(name.slice(family), name);
    } else if (/[·•・]|^[\u4e00-\u9fff]+-/.test(name)) {
      const parts = name.split(/[·•・-]/);
      add(parts.at(-1)!, name);
      add(parts[0]!, name);
    } else if (/^[A-Z][\w.'’-]* [A-Z]/.test(name)) {
      const parts = name.split(' ');
      add(parts.at(-1)!, name);
      add(parts[0]!, name);
    }
  }
  for (const local of locals) for (const c of local.names) if (c.alias && !names.has(c.alias)) add(c.alias, c.name);
  for (const entry of hints.names) for (const alias of entry.aliases ?? []) aliases.set(alias, entry.name);
  for (const alias of clash) aliases.delete(alias);
  return aliases;
}

/** The fullest form of a name that the article has. */
export function fullName(name: string | null, names: ReadonlyMap<string, boolean>, aliases: ReadonlyMap<string, string>): string | null {
  if (name === null) return null;
  const alias = aliases.get(name);
  if (alias !== undefined) return alias;
  if (isAddress(name)) {
    const family = /^[小老阿]/.test(name) && name.length === 2 ? name[1]! : SURNAMES.has(name[0]!) ? name[0]! : name.slice(0, 2);
    const same = [...names].filter(([n, body]) => !body && n.startsWith(family) && isChineseName(n) && !isAddress(n));
    if (same.length === 1) return same[0]![0];
  }
  return name;
}
