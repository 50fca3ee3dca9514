import type { Paragraph } from '../../paragraph.ts';
import type { Span } from '../../types.ts';
import type { ArticleSources, DocumentKind, LocalSources, QuantitySource } from './types.ts';

export interface SourceHints {
  readonly title: string | null;
}

/** Where the sources of a whole article reach: blanket statements, and the one document that an article reads. */
export interface SourceReach {
  /** Equal when two reaches are equal. */
  readonly key: string;
  /** By paragraph: where its source stands and what it is. */
  readonly paragraphs: readonly (Reach | null)[];
}

interface Reach {
  readonly evidence: 'blanket' | 'list' | 'opening' | 'previous' | DocumentKind;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** Only what stands before this offset (a blanket in the paragraph itself). */
  readonly until: number;
  readonly from: number;
}

/** One cheap pass over all paragraphs; `resolveParagraph` then needs nothing but its own entry. */
export function sourceReach(locals: readonly LocalSources[], hints: SourceHints): SourceReach {
  const paragraphs: (Reach | null)[] = locals.map(() => null);
  const article = documentOf(locals, hints);
  if (article)
    locals.forEach((_, i) => {
      paragraphs[i] = article;
    });
  nearReach(locals, paragraphs, article !== null);
  locals.forEach((local, i) => {
    for (const b of local.blankets) {
      const base = { evidence: 'blanket' as const, paragraph: i, start: b.start, end: b.end };
      const all = { ...base, from: 0, until: Number.MAX_SAFE_INTEGER };
      if (b.reach === 'article') for (let k = 0; k < paragraphs.length; k++) paragraphs[k] = all;
      else if (b.reach === 'before') {
        paragraphs[i] = { ...base, from: 0, until: b.start };
        if (b.alone) for (let k = i - 1; k >= 0 && !locals[k]!.heading; k--) paragraphs[k] = all;
      } else {
        paragraphs[i] = { ...base, from: b.end, until: Number.MAX_SAFE_INTEGER };
        if (b.alone) for (let k = i + 1; k < paragraphs.length && !locals[k]!.heading; k++) paragraphs[k] = all;
      }
    }
  });
  return { key: JSON.stringify(paragraphs), paragraphs };
}

/** What the paragraphs before lend to each: the source of a sentence that introduces a list, of the paragraph before, of the opening. */
function nearReach(locals: readonly LocalSources[], paragraphs: (Reach | null)[], listsOnly: boolean): void {
  const opening = locals.slice(0, 3).findIndex((l) => l.opens !== null);
  let list: Reach | null = null;
  locals.forEach((local, i) => {
    const before = locals[i - 1];
    if (before?.introduces && before.holds) list = reachOf('list', i - 1, before.holds);
    else if (!local.item) list = null;
    if (list) paragraphs[i] = list;
    else if (listsOnly) return;
    else if (before?.holds && !local.heading) paragraphs[i] = reachOf('previous', i - 1, before.holds);
    else if (opening >= 0 && opening < i) paragraphs[i] = reachOf('opening', opening, locals[opening]!.opens!);
  });
}

function reachOf(evidence: Reach['evidence'], paragraph: number, { start, end }: Span): Reach {
  return { evidence, paragraph, start, end, from: 0, until: Number.MAX_SAFE_INTEGER };
}

/** Evidence that tells where a source stands without its reaching so far. */
const LOOSE: ReadonlySet<string> = new Set(['opening', 'previous', 'broker']);

function documentOf(locals: readonly LocalSources[], hints: SourceHints): Reach | null {
  for (let i = 0; i < Math.min(4, locals.length); i++) {
    const reads = locals[i]!.reads();
    if (reads) return reachOf(reads.kind, i, reads);
  }
  return hints.title !== null && /年报|季报|中报|财报|业绩快报|业绩预告|招股书/.test(hints.title)
    ? reachOf('document-article', 0, { start: 0, end: 0 })
    : null;
}

/** The sources of one paragraph's quantities. */
export function resolveParagraph(p: Paragraph, index: number, local: LocalSources, reach: SourceReach): QuantitySource[] {
  const wide = reach.paragraphs[index] ?? null;
  return local.quantities.map((q, i) => {
    if (q.covered && q.mark) return { covered: true, evidence: q.evidence, source: { paragraph: index, ...q.mark }, distance: q.distance };
    const at = p.quantities[i]!.start;
    if (wide && LOOSE.has(wide.evidence))
      return { covered: false, evidence: q.evidence ?? wide.evidence, source: null, distance: index - wide.paragraph };
    if (wide && wide.from <= at && at < wide.until) {
      return {
        covered: true,
        evidence: wide.evidence,
        source: { paragraph: wide.paragraph, start: wide.start, end: wide.end },
        distance: Math.abs(wide.paragraph - index),
      };
    }
    return { covered: false, evidence: q.evidence, source: null, distance: 0 };
  });
}

export function resolveSources(paragraphs: readonly Paragraph[], locals: readonly LocalSources[], hints: SourceHints): ArticleSources {
  const reach = sourceReach(locals, hints);
  return { paragraphs: paragraphs.map((p, i) => resolveParagraph(p, i, locals[i]!, reach)) };
}
