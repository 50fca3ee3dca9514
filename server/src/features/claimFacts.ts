import type { Locale } from '../../../common/locale.ts';
import type { Claim, Lexicon } from '../core/index.ts';
import { meaningOf } from './glossary.ts';
import { t } from './messages.ts';
import { readDay, readHorizon, readQuantity, readRange } from './readout.ts';

/** What a claim's facts are read by. */
export interface FactsContext {
  readonly locale: Locale;
  /** The article's date. */
  readonly date: string | null;
  readonly lexicon?: Lexicon;
}

/** Whose words a claim is and, where the project says it, what they hold; null for the author. */
export function speakerFact({ speaker }: Pick<Claim, 'speaker'>, { locale, lexicon }: FactsContext): string | null {
  if (!speaker) return null;
  const held = lexicon?.speakers?.find(({ name, aliases }) => name === speaker || aliases?.includes(speaker))?.interests;
  return held && held.length > 0
    ? t(locale, 'hover.speakerHolds', { speaker, interests: held.join(t(locale, 'lens.separator')) })
    : t(locale, 'hover.speaker', { speaker });
}

/** How a claim reads: a term's meaning, a number in digits, a day, a horizon. */
export function readings(
  claim: Pick<Claim, 'code' | 'text' | 'quantity' | 'resolved' | 'horizon'>,
  { locale, date: article, lexicon }: FactsContext,
): string[] {
  const facts: string[] = [];
  if (claim.code === 'unexplained-term') {
    const found = meaningOf(claim.text, lexicon);
    if (found) facts.push(t(locale, 'hover.term', { meaning: found.meaning }));
  }
  if (claim.quantity) facts.push(t(locale, 'hover.number', { value: readQuantity(claim.quantity, locale) }));
  if (claim.resolved !== undefined) {
    const date = claim.resolved && readRange(claim.resolved, locale);
    if (!article) facts.push(t(locale, 'hover.noDate'));
    else if (date) facts.push(t(locale, 'hover.date', { date, article: readDay(article, locale) }));
    else facts.push(t(locale, 'hover.vagueDate', { article: readDay(article, locale) }));
  }
  if (claim.horizon !== undefined) {
    if (!claim.horizon) facts.push(t(locale, 'hover.noHorizon'));
    else {
      const { text, until } = readHorizon(claim.horizon, locale);
      facts.push(until ? t(locale, 'hover.horizonUntil', { horizon: text, until }) : t(locale, 'hover.horizon', { horizon: text }));
    }
  }
  return facts;
}
