import type { Cast } from './cast.ts';
import type { NameFinder } from './names.ts';
import { isAddress } from './subject.ts';
import type { LocalSpeech } from './types.ts';

/** What became of a cast, as far as paragraphs that stayed are read by it. */
export interface CastChange {
  /** Whether a paragraph may be read otherwise with the new cast than with the old. */
  touches(local: LocalSpeech): boolean;
}

/** So many names that came or went are looked for one by one. */
const MANY = 100;
const EVERYTHING: CastChange = { touches: () => true };

/** What differs between two casts; null: nothing. */
export function castChange(a: Cast, b: Cast): CastChange | null {
  if (a === b) return null;
  if (a.guest !== b.guest || a.talk !== b.talk || a.before !== b.before || a.interview !== b.interview) return EVERYTHING;
  if (!sameMap(a.forms, b.forms) || !sameSet(a.turns, b.turns) || !sameSet(a.hosts, b.hosts)) return EVERYTHING;
  const names = new Set<string>();
  differing(a.names, b.names, names);
  differing(a.aliases, b.aliases, names);
  reordered(a.findName, b.findName, names);
  reordered(a.findAlias, b.findAlias, names);
  if (names.size === 0) return null;
  // Whoever is called by another name is looked up by that.
  for (const { aliases } of [a, b]) for (const [alias, name] of aliases) if (names.has(name)) names.add(alias);
  return names.size > MANY ? EVERYTHING : touching(names);
}

function touching(names: ReadonlySet<string>): CastChange {
  const all = [...names];
  /** `陆总` is whoever has that surname, if the article has only one. */
  const surnames = new Set(all.map((name) => name.charAt(0)));
  const addressed = (name: string) => isAddress(name) && (surnames.has(name.charAt(0)) || surnames.has(name.charAt(1)));
  const called = (name: string) => names.has(name) || addressed(name);
  return {
    touches({ text, acts, marks, opens }) {
      if (all.some((name) => text.includes(name))) return true;
      if (acts.some(({ subject }) => subject.kind === 'name' && called(subject.name))) return true;
      if (marks.some((m) => called(m.name)) || (opens !== null && called(opens.name))) return true;
      return ADDRESSES.test(text) && (text.match(EACH_ADDRESS) ?? []).some((found) => surnames.has(found.charAt(0)));
    },
  };
}

const ADDRESSES = /[\u4e00-\u9fff](?:总|先生|女士|董|教授|老师|博士)/;
const EACH_ADDRESS = new RegExp(`(?=${ADDRESSES.source})[\\u4e00-\\u9fff]`, 'g');

function differing<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, into: Set<string>): void {
  for (const [name, value] of a) if (!b.has(name) || b.get(name) !== value) into.add(name);
  for (const name of b.keys()) if (!a.has(name)) into.add(name);
}

/** Of names that begin alike the first in the list is found: those among which the order changed. */
function reordered(a: NameFinder, b: NameFinder, into: Set<string>): void {
  for (const [first, list] of a.byFirst) {
    const other = b.byFirst.get(first);
    if (other === undefined) continue;
    const stayed = list.filter((name) => !into.has(name));
    const stay = other.filter((name) => !into.has(name));
    if (stayed.some((name, i) => stay[i] !== name)) for (const name of stayed) into.add(name);
  }
}

function sameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const one of a) if (!b.has(one)) return false;
  return true;
}
