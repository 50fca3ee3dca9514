import type { Span } from '../types.ts';
import { type RawDirective, reachOf } from './directives.ts';

/** Answers by which of the directives a claim is ignored: the first whose reach holds it and whose codes name it; -1 for none. */
export type Suppression = (code: string, claim: Span) => number;

type Reach = ReturnType<typeof reachOf>[number];

/** Any number of directives, any number of claims: a claim takes time that grows with the logarithm of the directives. */
export function suppression(directives: readonly RawDirective[], text: string): Suppression {
  const chains = new Map<string, Map<string, Reach[]>>();
  for (const reach of reachOf(directives, text)) {
    const { kind, codes } = directives[reach.by]!;
    for (const code of codes.length > 0 ? codes : [ANY]) put(chainOf(chains, code, kind), reach);
  }
  return (code, claim) => {
    let first = -1;
    for (const key of [ANY, code]) {
      for (const [kind, chain] of chains.get(key) ?? []) {
        // A claim is ignored on the line that it begins on.
        const by = firstOver(chain, kind.endsWith('line') ? { start: claim.start, end: claim.start } : claim);
        if (by >= 0 && (first < 0 || by < first)) first = by;
      }
    }
    return first;
  };
}

const ANY = '';

/** One for each code and kind: in it, what begins later ends later. */
function chainOf(chains: Map<string, Map<string, Reach[]>>, code: string, kind: string): Reach[] {
  const byKind = chains.get(code) ?? new Map<string, Reach[]>();
  chains.set(code, byKind);
  const chain = byKind.get(kind) ?? [];
  byKind.set(kind, chain);
  return chain;
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
