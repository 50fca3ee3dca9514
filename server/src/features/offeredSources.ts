import type { OfferedSource } from '../../../common/protocol.ts';

/** Links of one article that are offered: more would hide what else can be done. */
const MOST_LINKS = 3;

/** The article's links in the order in which they stand, each once, with their words as citation. */
export function linksOf(text: string): readonly OfferedSource[] {
  if (last?.text !== text) last = { text, links: find(text) };
  return last.links;
}

/** Of the text asked about last: editors ask with every move of the cursor, and an article may be long. */
let last: { readonly text: string; readonly links: OfferedSource[] } | undefined;

function find(text: string): OfferedSource[] {
  const found = new Map<string, OfferedSource>();
  // A picture is taken with its address, and is no source.
  for (const m of text.matchAll(
    /!\[[^[\]\n]{0,200}\]\([^)\n]{0,600}\)|\[([^[\]\n]{1,80})\]\((https?:\/\/[^\s)]{1,400})\)|https?:\/\/[^\s<>()[\]（），。；、“”]{3,400}/g,
  )) {
    if (m[0].startsWith('!')) continue;
    const url = m[2] ?? m[0];
    if (!found.has(url)) found.set(url, { url, ...(m[1] ? { citation: m[1] } : {}) });
    if (found.size === MOST_LINKS) break;
  }
  return [...found.values()];
}

/** Each source once, where it stands first. */
export function joined(...lists: readonly (readonly OfferedSource[])[]): OfferedSource[] {
  const all = new Map<string, OfferedSource>();
  for (const { url, citation } of lists.flat()) {
    const key = url ?? citation;
    if (key && !all.has(key)) all.set(key, { ...(url ? { url } : {}), ...(citation ? { citation } : {}) });
  }
  return [...all.values()];
}
