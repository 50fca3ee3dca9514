import type { Span } from '../types.ts';
import { type Block, type BlockList, NO_LINKS } from './blocks.ts';

/** No paragraph that people write is longer; what is read of one may take more than its length's share of time. */
const LONGEST = 8000;
/** A piece is at least so long before a place to cut is looked for. */
const LEAST = 6000;

/** Adds a block, in pieces where it is longer than any paragraph: cut behind a sentence, else behind a clause, else anywhere. */
export function addPieces(block: Block, start: number, out: BlockList): void {
  const { prose } = block;
  if (prose.length <= LONGEST) {
    out.add(block, start);
    return;
  }
  const cuts = [0];
  while (prose.length - cuts.at(-1)! > LONGEST) cuts.push(placeToCut(prose, cuts.at(-1)!));
  const links = linksByPiece(block.links, cuts);
  for (let i = 0; i < cuts.length; i++) addPiece(block, start, cuts[i]!, cuts[i + 1] ?? prose.length, links[i]!, out);
}

/** Each piece's links, cut where they reach beyond it. */
function linksByPiece(links: readonly Span[], cuts: readonly number[]): Span[][] {
  const of: Span[][] = cuts.map(() => []);
  for (const { start, end } of links) {
    let low = 0;
    let high = cuts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! <= start) low = middle;
      else high = middle;
    }
    for (let i = low; i < cuts.length && (i === low || cuts[i]! < end); i++) {
      const from = cuts[i]!;
      const to = cuts[i + 1] ?? Number.POSITIVE_INFINITY;
      const cut = Math.max(start, from);
      of[i]!.push({ start: cut - from, end: Math.max(cut, Math.min(end, to)) - from });
    }
  }
  return of;
}

function placeToCut(prose: string, at: number): number {
  for (const marks of ['\n。！？!?', '，；、,;']) {
    for (let i = at + LONGEST - 1; i >= at + LEAST; i--) if (marks.includes(prose[i]!)) return i + 1;
  }
  const end = at + LONGEST;
  const last = prose.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

function addPiece(block: Block, start: number, from: number, to: number, links: readonly Span[], out: BlockList): void {
  const { kind, prose, map, level, bold } = block;
  const first = map === null ? from : map[from]!;
  const last = map === null ? to : map[to - 1]! + 1;
  const piece: Block = {
    kind,
    length: last - first,
    prose: prose.slice(from, to),
    map: map === null ? null : map.slice(from, to).map((raw) => raw - first),
    links: links.length > 0 ? links : NO_LINKS,
    level,
    bold,
  };
  out.add(piece, start + first);
}
