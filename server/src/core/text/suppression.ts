import type { Span } from '../types.ts';
import { type RawDirective, type Reach, reachOf } from './directives.ts';

/** Answers by which of the directives a claim is ignored: the first whose reach holds it and whose codes name it; -1 for none. */
export type Suppression = (code: string, claim: Span) => number;

/** Any number of directives, any number of claims: a claim takes time that grows with the logarithm of the directives. */
export function suppression(directives: readonly RawDirective[], text: string): Suppression {
  const reachFor = reachOf(directives, text);
  const known = new Map<string, ReadonlyMap<string, Reach[]>>();
  const chainsOf = (code: string) => {
    let chains = known.get(code);
    if (chains === undefined) {
      chains = chained(reachFor(code), directives);
      known.set(code, chains);
    }
    return chains;
  };
  return (code, claim) => {
    let first = -1;
    for (const [kind, chain] of chainsOf(code)) {
      // A claim is ignored on the line that it begins on.
      const by = firstOver(chain, kind.endsWith('line') ? { start: claim.start, end: claim.start } : claim);
      if (by >= 0 && (first < 0 || by < first)) first = by;
    }
    return first;
  };
}

/** One chain for each kind: in it, what begins later ends later. */
function chained(reaches: readonly Reach[], directives: readonly RawDirective[]): Map<string, Reach[]> {
  const chains = new Map<string, Reach[]>();
  for (const reach of reaches) {
    const { kind } = directives[reach.by]!;
    const chain = chains.get(kind);
    if (chain) put(chain, reach);
    else chains.set(kind, [reach]);
  }
  return chains;
}

/** What lies within one that comes before it is never the first. */
function put(chain: Reach[], reach: Reach): void {
  const last = chain.at(-1);
  if (last === undefined || reach.end > last.end) chain.push(reach);
}

function firstOver(chain: readonly Reach[], { start, end }: Span): number {
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chain[middle]!.end < end) low = middle + 1;
    else high = middle;
  }
  const found = chain[low];
  return found !== undefined && found.start <= start ? found.by : -1;
}
