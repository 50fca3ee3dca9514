import type { Paragraph } from '../../paragraph.ts';
import { FAR, type Reach, SourceReach } from './reach.ts';
import type { LocalSources, QuantitySource, SourceEvidence } from './types.ts';

/** Evidence that tells where a source stands without its reaching so far. */
const LOOSE: ReadonlySet<string> = new Set(['opening', 'previous', 'broker']);

/** Evidence on a number's own sentence that leaves nothing to weigh: a link, or a body or paper that is named and said to tell it. */
const PLAIN: ReadonlySet<SourceEvidence | null> = new Set(['link', 'same-sentence-provider', 'same-sentence-document']);

/** How many paragraphs behind its source one stands: before it below zero; no farther than counts. */
export function distanceTo(reach: Reach | null, index: number): number {
  return reach === null ? 0 : Math.max(-FAR, Math.min(FAR, index - reach.paragraph));
}

/** The sources of one paragraph's quantities; `reach` is what reaches the paragraph, from so many paragraphs away. */
export function resolveParagraph(p: Paragraph, local: LocalSources, reach: Reach | null, distance: number): QuantitySource[] {
  const none = (evidence: QuantitySource['evidence'], far: number): QuantitySource => ({
    covered: false,
    plain: false,
    evidence,
    source: null,
    distance: far,
  });
  return local.quantities.map((q, i) => {
    const { evidence } = q;
    if (q.covered && q.mark) return { covered: true, plain: PLAIN.has(evidence), evidence, source: q.mark, distance: q.distance };
    const at = p.quantities[i]!.start;
    if (reach && LOOSE.has(reach.evidence)) return none(evidence ?? reach.evidence, distance);
    if (!reach || at < reach.from || at >= reach.until) return none(evidence, 0);
    if (reach.evidence === 'blanket' && local.others(at)) return none(evidence, 0);
    const away = Math.abs(distance);
    return { covered: true, plain: away <= reach.firm, evidence: reach.evidence, source: 'reach', distance: away };
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
