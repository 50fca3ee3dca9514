import type { Locale } from '../../../common/locale.ts';
import { EMPTY_CONFIG } from '../../../server/src/config/project.ts';
import { severities } from '../../../server/src/config/severity.ts';
import { createAnalyzer, type Format, RULES } from '../../../server/src/core/index.ts';
import type { FileResult, FormatContext } from '../../../server/src/exports/format.ts';
import { report } from '../../../server/src/features/report.ts';
import { describe } from '../../../server/src/review/anchor/describe.ts';
import { place } from '../../../server/src/review/anchor/place.ts';
import { applyReviews } from '../../../server/src/review/apply.ts';
import type { ReviewEntry } from '../../../server/src/review/model.ts';

const AT = '2024-02-22T08:00:00Z';

/** A decision about words of a text; words that it does not have make an orphan. */
export function decision(text: string, words: string, more: Partial<ReviewEntry>): ReviewEntry {
  const at = text.indexOf(words);
  const target = describe(at < 0 ? `${words}。别处没有这样的话。` : text, { start: Math.max(0, at), end: Math.max(0, at) + words.length });
  const id = `00000000-0000-4000-8000-${String([...words].reduce((n, c) => (n * 31 + c.codePointAt(0)!) % 1e12, 7)).padStart(12, '0')}`;
  return { id, code: 'unsourced-number', status: 'verified', target, reviewer: '甲', created: AT, updated: AT, ...more };
}

export interface Given {
  readonly file?: string;
  readonly format?: Format;
  readonly locale?: Locale;
  readonly date?: string;
  readonly entries?: readonly ReviewEntry[];
}

/** An article as it is handed to a format, analysed for real. */
export function resultOf(
  text: string,
  { file = 'a.md', format = 'markdown', locale = 'zh-cn', date, entries = [] }: Given = {},
): FileResult {
  const analysis = createAnalyzer().analyze({ text, format, ...(date && { date }) });
  const placed = entries.map((entry) => ({ entry, at: place(text, entry.target) }));
  const all = severities(RULES, {}, EMPTY_CONFIG, 'editor');
  return { file, text, format, placed, report: report(applyReviews(analysis, placed), all, locale) };
}

export function contextOf(more: Partial<FormatContext> = {}): FormatContext {
  return { locale: 'zh-cn', color: false, failOn: 'warning', single: true, version: '1.2.3', today: '2024-03-01', ...more };
}

/** Text that would like to run, break out, or pass for markup. */
export const HOSTILE = '<script>alert(1)</script>"\'`&amp;]]>--><img src=x onerror=alert(1)>\u0000\u001b[31m{{7*7}}';
