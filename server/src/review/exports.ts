import { REVIEW_STATUSES, type ReviewStatus } from '../../../common/review.ts';
import type { Span } from '../core/types.ts';
import type { ReviewEntry } from './model.ts';

/** One entry with what an export says about it beside the entry. */
export interface Exported {
  readonly entry: ReviewEntry;
  /** The article's path or address. */
  readonly article: string;
  /** Null for an orphan. */
  readonly at: Span | null;
  readonly text: string;
  readonly speaker: string | null;
  /** The article's date, `YYYY-MM-DD` or null. */
  readonly date: string | null;
}

/** Ratings from 1 (wrong) to 5 (true), as schema.org's readers expect; other statuses say nothing of truth. */
const RATINGS: Partial<Record<ReviewStatus, number>> = { verified: 5, sourced: 4, disputed: 2, wrong: 1 };

/** schema.org ClaimReview (JSON-LD), one for each claim that was judged. */
export function claimReviews(all: readonly Exported[]): object[] {
  return all.flatMap(({ entry, article, text, speaker, date }) => {
    const rating = RATINGS[entry.status];
    if (rating === undefined) return [];
    const links = (entry.sources ?? []).flatMap(({ url, citation }) => url ?? citation ?? []);
    return [
      {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        datePublished: entry.updated.slice(0, 10),
        claimReviewed: text,
        ...(entry.note ? { reviewBody: entry.note } : {}),
        author: { '@type': 'Person', name: entry.reviewer ?? 'Claimlens' },
        itemReviewed: {
          '@type': 'Claim',
          ...(speaker ? { author: { '@type': 'Person', name: speaker } } : {}),
          ...(date ? { datePublished: date } : {}),
          appearance: { '@type': 'CreativeWork', url: article },
        },
        reviewRating: {
          '@type': 'Rating',
          ratingValue: rating,
          bestRating: 5,
          worstRating: 1,
          alternateName: REVIEW_STATUSES[entry.status].zh,
        },
        ...(links.length > 0 ? { citation: links } : {}),
      },
    ];
  });
}

/** W3C Web Annotations (JSON-LD): a page of them for an article. */
export function annotations(all: readonly Exported[], article: string): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    id: `urn:claimlens:review:${encodeURIComponent(article)}`,
    items: all.map(({ entry }) => ({
      id: `urn:uuid:${entry.id}`,
      type: 'Annotation',
      motivation: entry.note ? 'commenting' : 'assessing',
      created: entry.created,
      modified: entry.updated,
      ...(entry.reviewer ? { creator: { type: 'Person', name: entry.reviewer } } : {}),
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: entry.code },
        { type: 'TextualBody', purpose: 'assessing', value: entry.status },
        ...[entry.note, entry.reason].flatMap((value) =>
          value ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value }] : [],
        ),
        ...(entry.sources ?? []).flatMap(({ url }) =>
          url ? [{ id: url, type: 'SpecificResource', purpose: 'linking', source: url }] : [],
        ),
      ],
      target: { type: 'SpecificResource', source: article, selector: entry.target.selector },
    })),
  };
}
