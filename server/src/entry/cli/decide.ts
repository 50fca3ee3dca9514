import { isDay } from '../../../../common/day.ts';
import type { Locale } from '../../../../common/locale.ts';
import {
  OUTCOME_NAMES,
  type OutcomeResult,
  REVIEW_STATUS_NAMES,
  type ReviewChange,
  type ReviewSource,
  type ReviewStatus,
} from '../../../../common/review.ts';
import { MOST_MEGABYTES } from '../../config/limits.ts';
import { isCode } from '../../config/severity.ts';
import { t } from '../../features/messages.ts';
import { problemSentence } from '../../features/reviewFacts.ts';
import type { ReviewedClaim } from '../../review/apply.ts';
import { type Act, carryOut, type Subject, subjectOfClaim, subjectOfEntry } from '../../review/carryOut.ts';
import { ReviewFileError } from '../../review/files.ts';
import { type ReviewEntry, reviewPath } from '../../review/model.ts';
import { type ReviewProblem, readReview } from '../../review/read.ts';
import { regain } from '../../review/regain.ts';
import { writeReview } from '../../review/write.ts';
import { nodeReviewFiles } from '../node/reviewFiles.ts';
import { ArticleReader, type ReadArticle } from './articleReader.ts';
import { UsageError } from './options.ts';

/** `decide FILE`: which claim, and what about it; as commander hands it over. */
export interface DecideOptions {
  readonly claim?: string;
  readonly entry?: string;
  readonly line?: string;
  readonly quote?: string;
  readonly code?: string;
  readonly status?: ReviewStatus;
  readonly reason?: string;
  readonly note?: string;
  readonly source?: readonly string[];
  readonly seen?: string;
  readonly outcome?: OutcomeResult;
  readonly evidence?: string;
  readonly on?: string;
  readonly reviewer?: string;
  readonly withdraw?: boolean;
  readonly keep?: boolean;
}

class Broken extends Error {
  constructor(readonly problem: ReviewProblem) {
    super(problem.key);
  }
}

/** Writes one decision into the review of an article, as the editor does. Prints what stands; answers the exit code. */
export async function decideOn(path: string, options: DecideOptions, today: string, dist: string, locale: Locale): Promise<number> {
  const asked = actOf(options, today, locale);
  const article = new ArticleReader(dist, locale).read(path);
  const fail = (sentence: string): number => {
    process.stderr.write(`claimlens: ${sentence}\n`);
    return 2;
  };
  if (typeof article === 'string') return fail(article);
  if (!article) return fail(t(locale, 'cli.notFound', { path }));
  const subject = subjectOf(article, options, locale);
  if (typeof subject === 'string') return fail(subject);
  const unfit = unfitFor(subject, article, options, locale);
  if (unfit !== null) return fail(unfit);
  const { home, file: known, placed } = article;
  const act = asked.change?.sources ? withEarlier(asked, subject) : asked;
  const text = article.document.getText();
  const reviewer = options.reviewer ?? (await nodeReviewFiles.reviewer(home));
  const places = new Map(placed.map(({ entry, at }) => [entry.id, at?.start ?? null]));
  let entry: ReviewEntry | null = null;
  try {
    // A file of its own would keep the review of a renamed article from it for good.
    const from = article.stray ? await regain(nodeReviewFiles, home, text) : null;
    if (from !== null) process.stderr.write(`claimlens: ${t(locale, 'review.regained', { path: home.article, from })}\n`);
    await nodeReviewFiles.update(home, (before) => {
      const read = readReview(before);
      if (!read.file) throw new Broken(read.problem);
      const { file, stands } = carryOut(read.file, known, subject, act, text, reviewer);
      entry = file.entries.find(({ id }) => id === stands) ?? null;
      return writeReview(file, ({ id }) => (id === stands ? (subject.at?.start ?? null) : (places.get(id) ?? null)));
    });
  } catch (error) {
    if (error instanceof Broken) return fail(problemSentence(error.problem, home.article, locale));
    if (!(error instanceof ReviewFileError)) throw error;
    return fail(t(locale, error.key, { path: reviewPath(home.article), reason: error.message, limit: MOST_MEGABYTES }));
  }
  process.stdout.write(`${JSON.stringify({ file: path, entry })}\n`);
  return 0;
}

/** A sentence where the claim cannot be told. */
function subjectOf(article: ReadArticle, { claim, entry, line, quote, code }: DecideOptions, locale: Locale): Subject | string {
  const { analysis, document, placed, path } = article;
  if ([claim, entry, line, quote].filter((one) => one !== undefined).length !== 1) throw new UsageError(t(locale, 'cli.decideOne'));
  const claims = (analysis.claims as readonly ReviewedClaim[]).filter((one) => code === undefined || one.code === code);
  if (entry !== undefined) return subjectOfEntry(entry, analysis, placed) ?? t(locale, 'cli.decideNone', { path });
  // A project's own rule is known by what it finds.
  if (code !== undefined && !isCode(code) && claims.length === 0) throw new UsageError(t(locale, 'review.badCode', { code }));
  if (quote !== undefined) {
    const text = document.getText();
    const start = text.indexOf(quote);
    if (quote === '' || start < 0 || text.indexOf(quote, start + 1) >= 0) return t(locale, 'cli.decideQuote', { path, quote });
    const found = claims.filter((one) => one.start === start && one.end === start + quote.length);
    if (found.length === 1) return subjectOfClaim(found[0]!, placed);
    if (found.length > 1) return several(found, article, locale);
    if (code === undefined || !isCode(code)) return t(locale, 'cli.decideCode', { path, quote });
    return { entry: null, at: { start, end: start + quote.length }, code, others: [], marked: true };
  }
  const found = claims.filter(
    (one) => one.id === claim || (line !== undefined && document.positionAt(one.start).line + 1 === Number(line)),
  );
  if (found.length === 1) return subjectOfClaim(found[0]!, placed);
  return found.length === 0 ? t(locale, 'cli.decideNone', { path }) : several(found, article, locale);
}

/** A sentence where an outcome contradicts the claim that it is given. */
function unfitFor({ code }: Subject, { analysis }: ReadArticle, { outcome, on }: DecideOptions, locale: Locale): string | null {
  if (outcome === undefined) return null;
  if (code !== 'prediction') return t(locale, 'cli.decideNoPrediction', { code });
  const { date } = analysis;
  return date !== null && on !== undefined && on < date ? t(locale, 'cli.decideEarly', { on, date }) : null;
}

/** A source is one more, as in the editor. */
function withEarlier(act: Act, { entry }: Subject): Act {
  return { ...act, change: { ...act.change, sources: [...(entry?.sources ?? []), ...(act.change?.sources ?? [])] } };
}

function several(claims: readonly ReviewedClaim[], { document, path }: ReadArticle, locale: Locale): string {
  const list = claims.map(({ id, code, start, text }) => {
    const { line, character } = document.positionAt(start);
    return `  ${path}:${line + 1}:${character + 1}  --claim ${id} --code ${code}  ${text.replace(/\s+/g, ' ')}`;
  });
  return `${t(locale, 'cli.decideSeveral')}\n${list.join('\n')}`;
}

function actOf(options: DecideOptions, today: string, locale: Locale): Act {
  const { status, reason, note, source, seen, outcome, evidence, on, withdraw, keep } = options;
  const wrong = (option: string, value: string, allowed: string) =>
    new UsageError(t(locale, 'cli.invalidValue', { option, value, allowed }));
  for (const [option, day] of [
    ['--seen', seen],
    ['--on', on],
  ] as const) {
    if (day !== undefined && !isDay(day)) throw wrong(option, day, 'YYYY-MM-DD');
  }
  if (status === 'dismissed' && !reason?.trim()) throw new UsageError(t(locale, 'cli.decideReason'));
  const outcomes = `--outcome (${OUTCOME_NAMES.join(', ')})`;
  for (const [option, value, without, needed] of [
    ['--seen', seen, source === undefined, '--source'],
    ['--on', on, outcome === undefined, outcomes],
    ['--evidence', evidence, outcome === undefined, outcomes],
  ] as const) {
    if (value !== undefined && without) throw new UsageError(t(locale, 'cli.decideNeeds', { option, needed }));
  }
  const sources = source?.map(
    (one): ReviewSource => ({ ...(/^https?:\/\/\S+$/i.test(one) ? { url: one } : { citation: one }), seen: seen ?? today }),
  );
  const change: ReviewChange = {
    ...(status ? { status } : sources ? { status: 'sourced' as const } : {}),
    ...(reason === undefined ? {} : { reason: reason.trim() }),
    ...(note === undefined ? {} : { note: note.trim() }),
    ...(sources ? { sources } : {}),
    ...(outcome ? { outcome: { result: outcome, ...(evidence ? { evidence } : {}), date: on ?? today } } : {}),
  };
  const wanted = [Object.keys(change).length > 0, withdraw, keep].filter(Boolean).length;
  if (wanted !== 1) throw new UsageError(t(locale, 'cli.decideWhat', { statuses: REVIEW_STATUS_NAMES.join(', ') }));
  return { change, ...(withdraw ? { withdraw } : {}), ...(keep ? { keep } : {}) };
}
