import type { Locale } from '../../../common/locale.ts';
import { type ReviewStatus, statusName } from '../../../common/review.ts';
import type { Span } from '../core/index.ts';
import { HOME_PAGE } from '../features/links.ts';
import { type ReviewEntry, selectorsOf } from '../review/model.ts';
import type { FileResult, Format } from './format.ts';
import { uriOf } from './uri.ts';

/** One entry with what an export says about it beside the entry. */
export interface Exported {
  readonly entry: ReviewEntry;
  /** The article's name. */
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
export function claimReviews(all: readonly Exported[], locale: Locale): object[] {
  return all.flatMap(({ entry, article, text, speaker, date }) => {
    const rating = RATINGS[entry.status];
    if (rating === undefined) return [];
    const sources = (entry.sources ?? []).filter(({ url, citation }) => url || citation);
    return [
      {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        datePublished: entry.updated.slice(0, 10),
        claimReviewed: text,
        ...(entry.note ? { reviewBody: entry.note } : {}),
        author: entry.reviewer
          ? { '@type': 'Person', name: entry.reviewer }
          : { '@type': 'Organization', name: 'Claimlens', url: HOME_PAGE },
        itemReviewed: {
          '@type': 'Claim',
          ...(speaker ? { author: { '@type': 'Person', name: speaker } } : {}),
          ...(date ? { datePublished: date } : {}),
          appearance: { '@type': 'CreativeWork', url: uriOf(article) },
        },
        reviewRating: {
          '@type': 'Rating',
          ratingValue: rating,
          bestRating: 5,
          worstRating: 1,
          alternateName: statusName(entry.status, locale),
        },
        ...(sources.length > 0 ? { citation: sources.map(work) } : {}),
      },
    ];
  });
}

function work({ url, citation }: { readonly url?: string; readonly citation?: string }): object {
  return { '@type': 'CreativeWork', ...(citation ? { name: citation } : {}), ...(url ? { url } : {}) };
}

/** The reviewed claims of an article, orphans among them. */
export function exported({ file, text, report, placed }: FileResult): Exported[] {
  return placed.map(({ entry, at }) => {
    const claim = report.claims.find(
      ({ review }) => review?.entry === entry.id || review?.others.some((other) => other.entry === entry.id),
    );
    const words = at ? text.slice(at.start, at.end) : selectorsOf(entry.target)[0].exact;
    return { entry, article: file, at, text: words, speaker: claim?.speaker ?? null, date: report.date };
  });
}

/** One array, whatever was asked for: a page may carry it as it is. */
export const claimReview: Format = {
  begin: () => '[\n',
  separator: ',\n',
  file: (result, { locale }) =>
    claimReviews(exported(result), locale)
      .map((one) => JSON.stringify(one, null, 2))
      .join(',\n'),
  end: () => '\n]\n',
};
