import type { Locale } from '../../../common/locale.ts';
import type { OutcomeResult } from '../../../common/review.ts';
import type { Certainty } from '../../../common/scorecard.ts';
import type { QuantityKind, Span } from '../core/index.ts';
import { certaintyOf, strongClaims } from '../features/certainty.ts';
import { progressOf } from '../features/progress.ts';
import type { ReportedClaim } from '../features/report.ts';
import { type Counts, countsOf, type FileResult } from './format.ts';
import { nameOf } from './name.ts';
import { apart } from './reviewed.ts';
import { titleOf } from './title.ts';

/** Claims of a pattern that stand, and those that a comment or a reviewer settled. */
export interface Standing {
  /** What the pattern is called: of a custom rule, only the thread that checked the article knows. */
  readonly name: string;
  readonly open: number;
  readonly settled: number;
}

/** Numbers with a source, without one, and those that need none. */
export interface Sourcing {
  readonly sourced: number;
  readonly unsourced: number;
  readonly other: number;
}

export interface DigestedPrediction {
  /** The claim's place in the report; null where the prediction stands in no report. */
  readonly n: number;
  readonly text: string;
  readonly speaker: string | null;
  /** `YYYY-MM-DD`; null where nothing bounds it. */
  readonly from: string | null;
  readonly until: string | null;
  readonly outcome: OutcomeResult | null;
}

/** An article's figures: what the charts are drawn from. Plain, for it may come from another thread. */
export interface Digest {
  readonly file: string;
  readonly title: string;
  readonly date: string | null;
  readonly characters: number;
  readonly counts: Counts;
  readonly codes: Readonly<Record<string, Standing>>;
  readonly numbers: Readonly<Partial<Record<QuantityKind, Sourcing>>>;
  /** Predictions by speaker; the author's under an empty name. */
  readonly certainty: Readonly<Record<string, Readonly<Record<Certainty, number>>>>;
  readonly predictions: readonly DigestedPrediction[];
  /** Claims decided, and all that are problems or were. */
  readonly reviewed: { readonly done: number; readonly total: number };
  readonly orphans: number;
}

export function digestOf(result: FileResult, locale: Locale): Digest {
  const { file, text, report, placed } = result;
  const predictions = report.claims.flatMap((claim, i) => (claim.code === 'prediction' && !claim.suppressed ? [{ claim, n: i + 1 }] : []));
  return {
    file,
    title: titleOf(result),
    date: report.date,
    characters: text.replace(/\s/g, '').length,
    counts: countsOf(report),
    codes: standings(report.claims, locale),
    numbers: sourcings(result),
    certainty: certainties(
      predictions.map(({ claim }) => claim),
      strongClaims(report.claims),
    ),
    predictions: predictions.map(({ claim, n }) => ({
      n,
      text: claim.text,
      speaker: claim.speaker,
      from: claim.horizon?.from ?? null,
      until: claim.horizon?.until ?? null,
      outcome: claim.review?.outcome?.result ?? null,
    })),
    reviewed: progress(result),
    orphans: placed.filter(({ at }) => at === null).length,
  };
}

function certainties(predictions: readonly ReportedClaim[], strong: readonly Span[]): Digest['certainty'] {
  const rows: Record<string, Record<Certainty, number>> = {};
  for (const prediction of predictions) {
    const row = rows[prediction.speaker ?? ''] ?? { absolute: 0, hedged: 0, plain: 0 };
    rows[prediction.speaker ?? ''] = row;
    row[certaintyOf(prediction, strong)]++;
  }
  return rows;
}

function standings(claims: readonly ReportedClaim[], locale: Locale): Record<string, Standing> {
  const codes: Record<string, { name: string; open: number; settled: number }> = {};
  for (const claim of claims) {
    const { code, suppressed } = claim;
    const row = codes[code] ?? { name: nameOf(claim, locale), open: 0, settled: 0 };
    codes[code] = row;
    row[suppressed ? 'settled' : 'open']++;
  }
  return codes;
}

/** A number that somebody found a source for counts as sourced, as one does whose source stands in the text. */
function sourcings({ report }: FileResult): Partial<Record<QuantityKind, Sourcing>> {
  const asked = new Map(
    report.claims.filter(({ code }) => code === 'unsourced-number').map((claim) => [placeOf(claim.quantity ?? claim), claim]),
  );
  const kinds: Partial<Record<QuantityKind, { sourced: number; unsourced: number; other: number }>> = {};
  for (const quantity of report.quantities) {
    const claim = asked.get(placeOf(quantity));
    const row = kinds[quantity.kind] ?? { sourced: 0, unsourced: 0, other: 0 };
    kinds[quantity.kind] = row;
    const status = claim?.review?.status;
    if (status === 'sourced' || status === 'verified') row.sourced++;
    // An article-wide note on sources covers every number, and still leaves some in want of one.
    else if (claim && !claim.suppressed) row.unsourced++;
    else if (quantity.source) row.sourced++;
    else row.other++;
  }
  return kinds;
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end}`;
}

/** As the list in the editor counts it: with decisions on what is no claim any more. */
function progress(result: FileResult): Digest['reviewed'] {
  const { done, total } = progressOf(result.report.claims);
  const gone = apart(result).filter(({ at }) => at !== null);
  return { done: done + gone.filter(({ entry }) => entry.status !== 'open').length, total: total + gone.length };
}
