import type { Paragraph } from '../../paragraph.ts';
import { FAR, type Reach, SourceReach } from './reach.ts';
import type { LocalSources, QuantitySource } from './types.ts';

/** Evidence that tells where a source stands without its reaching so far. */
const LOOSE: ReadonlySet<string> = new Set(['opening', 'previous', 'broker']);

/** How many paragraphs behind its source one stands: before it below zero; no farther than counts. */
export function distanceTo(reach: Reach | null, index: number): number {
  return reach === null ? 0 : Math.max(-FAR, Math.min(FAR, index - reach.paragraph));
}

/** The sources of one paragraph's quantities; `reach` is what reaches the paragraph, from so many paragraphs away. */
export function resolveParagraph(p: Paragraph, local: LocalSources, reach: Reach | null, distance: number): QuantitySource[] {
  return local.quantities.map((q, i) => {
    if (q.covered && q.mark) return { covered: true, evidence: q.evidence, source: q.mark, distance: q.distance };
    const at = p.quantities[i]!.start;
    if (reach && LOOSE.has(reach.evidence)) return { covered: false, evidence: q.evidence ?? reach.evidence, source: null, distance };
    if (reach && reach.from <= at && at < reach.until)
      return { covered: true, evidence: reach.evidence, source: 'reach', distance: Math.abs(distance) };
    return { covered: false, evidence: q.evidence, source: null, distance: 0 };
  });
}

/** The sources of all quantities of an article, by paragraph. */
export function resolveSources(
  paragraphs: readonly Paragraph[],
  locals: readonly LocalSources[],
  title: string | null,
): readonly (readonly QuantitySource[])[] {
  const reach = SourceReach.of(
    locals.map((sources) => ({ sources })),
    title,
  ).all();
  return paragraphs.map((p, i) => resolveParagraph(p, locals[i]!, reach[i]!, distanceTo(reach[i]!, i)));
}
