import { insidePair, type Span } from '../core/index.ts';
import { HOME_PAGE } from '../features/links.ts';
import type { ReportedClaim } from '../features/report.ts';
import type { ReviewEntry } from '../review/model.ts';
import { exported } from './claimReview.ts';
import type { FileResult, Format } from './format.ts';
import { uriOf } from './uri.ts';

/** So much of the text before and after a claim identifies it beside its place, in UTF-16 units. */
const AROUND = 32;

/** W3C Web Annotations (JSON-LD): a page of them for an article. */
export function annotationPage(items: readonly object[], article: string): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    id: `urn:claimlens:review:${encodeURIComponent(article)}`,
    items,
  };
}

/** What a person decided. */
export function reviewAnnotation(entry: ReviewEntry, article: string): object {
  return {
    id: `urn:uuid:${encodeURIComponent(entry.id)}`,
    type: 'Annotation',
    motivation: entry.note ? 'commenting' : 'assessing',
    created: entry.created,
    modified: entry.updated,
    ...(entry.reviewer ? { creator: { type: 'Person', name: entry.reviewer } } : {}),
    body: [
      body('classifying', entry.code),
      body('assessing', entry.status),
      ...[entry.note, entry.reason].flatMap((value) => (value ? [{ ...body('commenting', value), format: 'text/plain' }] : [])),
      ...(entry.sources ?? []).flatMap(({ url }) => (url ? [{ type: 'SpecificResource', purpose: 'linking', source: url }] : [])),
    ],
    target: { type: 'SpecificResource', source: uriOf(article), selector: entry.target.selector },
  };
}

/** What the analysis found. */
function claimAnnotation(claim: ReportedClaim, text: string, article: string, version: string): object {
  return {
    id: `urn:claimlens:claim:${encodeURIComponent(article)}:${encodeURIComponent(claim.id)}`,
    type: 'Annotation',
    motivation: 'classifying',
    generator: { id: HOME_PAGE, type: 'Software', name: `Claimlens ${version}` },
    body: [body('classifying', claim.code), { ...body('describing', claim.message), format: 'text/plain' }],
    target: { type: 'SpecificResource', source: uriOf(article), selector: selectors(text, claim) },
  };
}

function body(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, value };
}

function selectors(text: string, { start, end }: Span): object[] {
  const prefix = text.slice(whole(text, Math.max(0, start - AROUND)), start);
  const suffix = text.slice(end, whole(text, Math.min(text.length, end + AROUND)));
  return [
    { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
}

/** The offset moved back off the middle of a surrogate pair. */
function whole(text: string, at: number): number {
  return insidePair(text, at) ? at - 1 : at;
}

/** Everything that is known of an article's claims: decisions where there are any, else what was found. */
function pageOf(result: FileResult, version: string): object {
  const { file, text, report } = result;
  const reviews = exported(result).map(({ entry }) => reviewAnnotation(entry, file));
  const found = report.claims.filter(({ review }) => !review).map((claim) => claimAnnotation(claim, text, file, version));
  return annotationPage([...reviews, ...found], file);
}

/** As with JSON: one article gives its page, several an array of pages. */
export const annotations: Format = {
  begin: ({ single }) => (single ? '' : '[\n'),
  separator: ',\n',
  file: (result, { version }) => JSON.stringify(pageOf(result, version), null, 2),
  end: ({ files }, { single }) => (single ? (files > 0 ? '\n' : '') : '\n]\n'),
};
