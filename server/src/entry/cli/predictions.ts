import type { Locale } from '../../../../common/locale.ts';
import type { PredictionItem } from '../../../../common/protocol.ts';
import { outcomeName } from '../../../../common/review.ts';
import {
  byUrgency,
  CERTAINTIES,
  groupOf,
  PREDICTION_GROUPS,
  type PredictionGroup,
  type Score,
  scorecard,
} from '../../../../common/scorecard.ts';
import { excerpt, t } from '../../features/messages.ts';
import { predictionItems } from '../../features/predictionItems.ts';
import { ArticleReader, type ReadArticle } from './articleReader.ts';
import { printable } from './printable.ts';
import { stdinBytes } from './stdin.ts';

export const PREDICTION_FORMATS = ['list', 'json', 'scores'] as const;
export type PredictionFormat = (typeof PREDICTION_FORMATS)[number];

export interface PredictionOptions {
  readonly format: PredictionFormat;
  readonly group?: PredictionGroup;
  readonly stdinFilename?: string;
}

/** `predictions PATH…`: when they come due, and what became of them. Answers the exit code: 2 where a file cannot be used. */
export async function predictions(
  paths: readonly string[],
  { format, group, stdinFilename = '-' }: PredictionOptions,
  today: string,
  dist: string,
  locale: Locale,
): Promise<number> {
  const reader = new ArticleReader(dist, locale);
  const all: PredictionItem[] = [];
  let failed = false;
  const fail = (sentence: string) => {
    process.stderr.write(`claimlens: ${sentence}\n`);
    failed = true;
  };
  const take = (article: ReadArticle | string | null) => {
    if (typeof article === 'string') fail(article);
    else if (article) all.push(...predictionItems(article, article.path, article.lexicon));
  };
  const refused = (path: string, reason: string) => fail(t(locale, 'cli.unreadable', { path, reason }));
  for (const named of paths) {
    if (named === '-') take(reader.take(stdinFilename, await stdinBytes()));
    else for (const { path, found } of reader.files([named], refused)) take(reader.read(path, found));
  }
  const wanted = PREDICTION_GROUPS.flatMap((name) =>
    all.filter((item) => groupOf(item, today) === name && (group === undefined || group === name)).sort(byUrgency),
  );
  if (format === 'json') {
    const shown = wanted.map(({ uri: _, ...item }) => ({ ...item, group: groupOf(item as PredictionItem, today) }));
    process.stdout.write(`${JSON.stringify({ predictions: shown, scores: scorecard(all, today) }, null, 2)}\n`);
  } else if (format === 'scores') for (const score of scorecard(all, today)) process.stdout.write(`${scoreLine(score, locale)}\n`);
  else for (const item of wanted) process.stdout.write(`${itemLine(item, today, locale)}\n`);
  return failed ? 2 : 0;
}

function itemLine(item: PredictionItem, today: string, locale: Locale): string {
  const { article, range, due, speaker, text, outcome, claim } = item;
  const place = `${article}:${range.start.line + 1}:${range.start.character + 1}`;
  const state = outcome ? outcomeName(outcome.result, locale) : t(locale, `predictions.${groupOf(item, today)}`);
  const who = speaker ?? t(locale, 'predictions.author');
  return [place, state, due ?? '-', printable(who), excerpt(printable(text), 40), claim].join('  ');
}

function scoreLine({ speaker, made, due, resolved, right, undated, calibration }: Score, locale: Locale): string {
  const values = { made, due, resolved, right, undated: Math.round((undated / made) * 100) };
  const line = `${printable(speaker ?? t(locale, 'predictions.author'))}  ${t(locale, 'predictions.score', values)}`;
  const hits = CERTAINTIES.filter((kind) => calibration[kind].resolved > 0).map(
    (kind) => `${t(locale, `report.${kind}`)} ${calibration[kind].right}/${calibration[kind].resolved}`,
  );
  return [line, ...hits].join('  ');
}
