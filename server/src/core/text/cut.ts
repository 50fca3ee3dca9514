import type { Span } from '../types.ts';
import { type Block, NO_LINKS } from './blocks.ts';

/** No paragraph that people write is longer; what is read of one may take more than its length's share of time. */
const LONGEST = 8000;
/** A piece is at least so long before a place to cut is looked for. */
const LEAST = 6000;

/** A block, in pieces where it is longer than any paragraph: cut behind a sentence, else behind a clause, else anywhere. */
export function pieces(block: Block): Block[] {
  const { prose } = block;
  if (prose.length <= LONGEST) return [block];
  const out: Block[] = [];
  let at = 0;
  while (prose.length - at > LONGEST) {
    const end = placeToCut(prose, at);
    out.push(piece(block, at, end));
    at = end;
  }
  out.push(piece(block, at, prose.length));
  return out;
}

function placeToCut(prose: string, at: number): number {
  for (const marks of ['\n。！？!?', '，；、,;']) {
    for (let i = at + LONGEST - 1; i >= at + LEAST; i--) if (marks.includes(prose[i]!)) return i + 1;
  }
  const end = at + LONGEST;
  const last = prose.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

function piece(block: Block, from: number, to: number): Block {
  const { kind, prose, map, level, bold } = block;
  const first = map === null ? from : map[from]!;
  const last = map === null ? to : map[to - 1]! + 1;
  const links = block.links.flatMap((l): Span[] => {
    const start = Math.max(l.start, from);
    const end = Math.min(l.end, to);
    return l.start < to && (l.end > from || l.start >= from) ? [{ start: start - from, end: Math.max(start, end) - from }] : [];
  });
  return {
    kind,
    start: block.start + first,
    end: block.start + last,
    prose: prose.slice(from, to),
    map: map === null ? null : map.slice(from, to).map((raw) => raw - first),
    links: links.length > 0 ? links : NO_LINKS,
    level,
    bold,
  };
}
