import { normalize } from '../text/normalize.ts';
import { bonds } from './glossary-bonds.ts';
import { consumer } from './glossary-consumer.ts';
import { energy } from './glossary-energy.ts';
import { finance } from './glossary-finance.ts';
import { funds } from './glossary-funds.ts';
import { industry } from './glossary-industry.ts';
import { latin } from './glossary-latin.ts';
import { listing } from './glossary-listing.ts';
import { securities } from './glossary-securities.ts';
import { technology } from './glossary-technology.ts';
import { venture } from './glossary-venture.ts';

/** A trade term or abbreviation with its names and what it means, short enough to stand in brackets behind it. */
export interface GlossaryEntry {
  readonly names: readonly string[];
  readonly meaning: string;
  /** Marked `~`: met in any newspaper, so that it rarely needs explaining. */
  readonly common: boolean;
  /** The branch it belongs to: the name of its file. */
  readonly field: string;
}

const FIELDS = { securities, bonds, funds, venture, industry, latin, technology, energy, consumer, listing, finance };

const LATIN = /[A-Za-z]/;

const byName = new Map<string, GlossaryEntry>();
/** For Latin names in other letter case: `roe`, `Lof`. */
const byUpper = new Map<string, GlossaryEntry>();

for (const [field, lines] of Object.entries(FIELDS)) {
  for (const line of lines.split('\n')) {
    const eq = line.indexOf('=');
    if (eq < 0) continue;
    const common = line.startsWith('~');
    const names = line.slice(common ? 1 : 0, eq).split('|');
    const entry = { names, meaning: line.slice(eq + 1), common, field };
    for (const name of names) {
      const key = normalize(name);
      if (!byName.has(key)) byName.set(key, entry);
      const upper = key.toUpperCase();
      if (!byUpper.has(upper)) byUpper.set(upper, entry);
    }
  }
}

/** The entry of a name in either script and, for Latin names, any letter case. */
export function glossaryEntry(name: string): GlossaryEntry | undefined {
  const key = normalize(name);
  return byName.get(key) ?? (LATIN.test(key) ? byUpper.get(key.toUpperCase()) : undefined);
}

/** Names with Chinese characters or a digit in front, for the automaton; names in Latin letters alone are found by their form. */
export const glossaryNames = [...byName.keys()].filter((name) => /^[0-9]|[\u4e00-\u9fff]/.test(name) && !name.includes(' ')).join(' ');
