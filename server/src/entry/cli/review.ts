import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '../../../../common/locale.ts';
import { type ReviewStatus, statusName } from '../../../../common/review.ts';
import { isKnown, ruleOf } from '../../config/custom/registry.ts';
import { createAnalyzer } from '../../core/index.ts';
import { annotationPage, reviewAnnotation } from '../../exports/annotations.ts';
import { claimReviews, type Exported } from '../../exports/claimReview.ts';
import { createLineIndex } from '../../features/lines.ts';
import { excerpt, ruleText, t } from '../../features/messages.ts';
import { problemSentence } from '../../features/reviewFacts.ts';
import { place } from '../../review/anchor/place.ts';
import { claimAt, reviewOf } from '../../review/apply.ts';
import { selectorsOf } from '../../review/model.ts';
import { decode } from '../node/decode.ts';
import { ReviewLookup } from '../node/reviewLookup.ts';
import { type Refused, walk } from '../node/walk.ts';
import { formatOf } from './checkTask.ts';
import { kindOf } from './paths.ts';
import { printable } from './printable.ts';

export const REVIEW_FORMATS = ['list', 'json', 'annotations', 'claimreview'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** `review PATH…`: what was decided about articles. Answers the exit code: 2 where a file cannot be used. */
export function review(paths: readonly string[], format: ReviewFormat, status: ReviewStatus | null, locale: Locale): number {
  const lookup = new ReviewLookup();
  const say = (sentence: string) => process.stderr.write(`claimlens: ${sentence}\n`);
  let failed = false;
  const parts: unknown[] = [];
  const refused: Refused = (path, reason) => {
    say(t(locale, 'cli.unreadable', { path, reason }));
    failed = true;
  };
  for (const { path, there } of paths.flatMap((path) => filesOf(path, refused))) {
    if (!there) {
      say(t(locale, 'cli.notFound', { path }));
      failed = true;
      continue;
    }
    const known = lookup.of(resolve(path), () => readText(path, refused));
    if (known === null) continue;
    if (!known.read.file) {
      say(problemSentence(known.read.problem, known.article, locale));
      failed = true;
      continue;
    }
    const content = readText(path, refused);
    if (content === null) continue;
    const analysis = createAnalyzer().analyze({ text: content, format: formatOf(path) });
    const all = known.read.file.entries
      .filter((entry) => status === null || entry.status === status)
      .map((entry): Exported => {
        const at = place(content, entry.target);
        const claim = at && claimAt(analysis.claims, entry, at);
        const text = at ? content.slice(at.start, at.end) : selectorsOf(entry.target)[0].exact;
        return { entry, article: path, at, text, speaker: claim?.speaker ?? null, date: analysis.date };
      });
    if (format === 'annotations')
      parts.push(
        annotationPage(
          all.map(({ entry }) => reviewAnnotation(entry, path)),
          path,
        ),
      );
    else if (format === 'claimreview') parts.push(...claimReviews(all, locale));
    else if (format === 'json') parts.push({ file: path, entries: all.map((one) => factsOf(one, content)) });
    else for (const one of all) process.stdout.write(`${lineOf(one, content, locale)}\n`);
  }
  if (format !== 'list') process.stdout.write(`${JSON.stringify(parts, null, 2)}\n`);
  return failed ? 2 : 0;
}

/** Null where it is no text, or cannot be read. */
function readText(path: string, refused: Refused): string | null {
  try {
    const decoded = decode(readFileSync(path));
    return 'error' in decoded ? null : decoded.text;
  } catch (error) {
    refused(path, error instanceof Error ? error.message : String(error));
    return null;
  }
}

function filesOf(path: string, refused: Refused): { readonly path: string; readonly there: boolean }[] {
  const kind = kindOf(path, refused);
  if (kind === 'refused') return [];
  if (kind === 'folder') return [...walk(path, refused)].map((file) => ({ path: file, there: true }));
  return [{ path, there: kind === 'file' }];
}

function factsOf({ entry, at, text, speaker }: Exported, article: string) {
  const { others: _, ...facts } = reviewOf(entry, at, article);
  const span = at ? { start: at.start, end: at.end, ...createLineIndex(article)(at.start) } : { start: null, end: null };
  return { ...facts, code: entry.code, text, speaker, ...span };
}

function lineOf({ entry, article, at, text }: Exported, content: string, locale: Locale): string {
  const where = at ? createLineIndex(content)(at.start) : null;
  const name = isKnown(entry.code) ? ruleText(ruleOf(entry.code), locale).name : entry.code;
  const said = [entry.reason, entry.note].filter(Boolean).map((one) => excerpt(printable(one ?? ''), 60));
  const who = [entry.reviewer, entry.updated.slice(0, 10)].filter(Boolean).join(' ');
  const place = where ? `${article}:${where.line}:${where.column}` : `${article}:-`;
  return [place, statusName(entry.status, locale), name, excerpt(printable(text), 40), ...said, printable(who)].join('  ');
}
