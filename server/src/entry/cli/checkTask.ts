import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { localDay } from '../../../../common/day.ts';
import type { Locale } from '../../../../common/locale.ts';
import { RulesFactory } from '../../config/rules.ts';
import type { Severities } from '../../config/severity.ts';
import { type Analysis, type Article, type Format, isChineseEnough } from '../../core/index.ts';
import { countsOf, type FileResult, type FormatContext, NO_CLAIMS } from '../../exports/format.ts';
import { type MessageKey, t } from '../../features/messages.ts';
import { type Report, report } from '../../features/report.ts';
import { problemSentence } from '../../features/reviewFacts.ts';
import { place } from '../../review/anchor/place.ts';
import { applyReviews, type PlacedEntry } from '../../review/apply.ts';
import { loadBackend, OnDemandSegmenter } from '../../segment/load.ts';
import { segmenterFiles, VERSION } from '../node/assets.ts';
import { decode } from '../node/decode.ts';
import { type LoadedProject, Projects, readProject, unreadableSentence } from '../node/projects.ts';
import { ReviewLookup } from '../node/reviewLookup.ts';
import { notesOn } from './encoding.ts';
import { FORMATS } from './formats.ts';
import { idleComments } from './idleComments.ts';
import type { CheckOptions } from './options.ts';
import { parseRecord, withOwnId } from './record.ts';
import { LONGEST_LINE } from './stream.ts';
import type { Outcome, Task } from './tasks.ts';

/** The share of Chinese from which a file that was met in a folder counts as an article. */
export const MINIMUM_CHINESE = 0.3;

interface Analyzed {
  readonly analysis: Analysis;
  readonly severities: Severities;
  readonly found: Report;
}

/** Checks tasks one by one; each thread has its own. */
export class TaskChecker {
  readonly #options: CheckOptions;
  readonly #context: FormatContext;
  readonly #factory: RulesFactory;
  readonly #projects: Projects;
  readonly #top: string | null;
  #reviews: ReviewLookup;
  #given: LoadedProject | null;
  readonly #choices;
  /** Said while the segmenter loaded, to go out with the next outcome. */
  #pending: string[] = [];

  /** `top`: above it neither project files nor reviews are looked for. */
  constructor(options: CheckOptions, dist: string, top: string | null = null) {
    this.#top = top;
    this.#projects = new Projects(top);
    this.#reviews = new ReviewLookup(top);
    this.#options = options;
    this.#context = contextOf(options);
    const note = (key: MessageKey) => (reason: string) => {
      if (options.verbose) this.#pending.push(t(options.locale, key, { reason }));
    };
    const load = () => loadBackend('auto', segmenterFiles(dist), note('segmenter.fallback'));
    this.#factory = new RulesFactory(new OnDemandSegmenter(load, note('segmenter.none')));
    this.#given = options.config === null ? null : readProject(resolve(options.config));
    this.#choices = { rules: options.rules, profile: 'editor', providers: [] } as const;
  }

  /** Project files and folders of reviews are looked for anew: for one that runs for long. */
  forget(): void {
    const { config } = this.#options;
    this.#projects.forget();
    this.#reviews = new ReviewLookup(this.#top);
    this.#given = config === null ? null : readProject(resolve(config));
  }

  check(task: Task): Outcome {
    const outcome = this.#attempt(task);
    if (this.#pending.length === 0) return outcome;
    const notes = [...this.#pending, ...outcome.notes];
    this.#pending = [];
    return { ...outcome, notes };
  }

  #attempt(task: Task): Outcome {
    if (task.kind === 'record') return this.#record(task);
    try {
      return this.#named(task);
    } catch (error) {
      return this.#failure('cli.crashed', { path: task.name, reason: reasonOf(error) });
    }
  }

  #named(task: Exclude<Task, { kind: 'record' }>): Outcome {
    const { locale } = this.#options;
    const notes: string[] = [];
    let text: string;
    if (task.kind === 'text') {
      text = task.text;
      notes.push(...task.notes);
    } else {
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(task.name);
      } catch (error) {
        return this.#failure('cli.unreadable', { path: task.name, reason: reasonOf(error) });
      }
      const decoded = decode(bytes);
      if ('error' in decoded) {
        // Of what was merely met in a folder nobody said that it is a text.
        if (task.found) return { output: null, counts: null, notes, failed: false };
        return this.#failure(decoded.error === 'binary' ? 'cli.binary' : 'cli.badEncoding', { path: task.name });
      }
      text = decoded.text;
      notes.push(...notesOn(decoded, task.name, locale));
    }
    if (task.kind === 'file' && task.found && !isChineseEnough(text, MINIMUM_CHINESE))
      return { output: null, counts: null, notes: [], failed: false };
    const project = this.#projectOf(task.name);
    const problems = problemsOf(project, this.#options);
    if (task.kind === 'file' && task.found && project.excludes(resolve(task.name))) {
      return { output: null, counts: null, notes: problems, failed: problems.length > 0 };
    }
    const known = task.name === '-' ? null : this.#reviews.of(resolve(task.name), () => text);
    const broken = known?.read.problem ? [problemSentence(known.read.problem, known.article, locale)] : [];
    const article = { text, format: formatOf(task.name), date: this.#options.date };
    const placed = (known?.read.file?.entries ?? []).map((entry) => ({ entry, at: place(text, entry.target) }));
    const { found, analysis, severities } = this.#analyze(article, project, placed);
    const format = FORMATS[this.#options.format];
    const result: FileResult = { file: task.name, text, format: article.format, report: found, placed };
    return {
      output: format.file(result, this.#context),
      digest: format.digest?.(result, this.#context),
      counts: countsOf(found),
      notes: [...notes, ...problems, ...broken, ...idleComments(task.name, analysis, severities, locale)],
      failed: problems.length + broken.length > 0,
    };
  }

  #record({ line, fault }: Extract<Task, { kind: 'record' }>): Outcome {
    const { locale, date } = this.#options;
    const record = parseRecord(line);
    const { id } = record;
    if (fault === 'long') return refused(null, t(locale, 'stream.long', { limit: LONGEST_LINE >> 20 }), line);
    // An id with broken characters is not the one that was given.
    if (fault) return refused(JSON.stringify(id).includes('\ufffd') ? null : id, t(locale, 'stream.encoding'), line);
    if ('error' in record) return refused(id, t(locale, record.error), line);
    try {
      const project = this.#projectOf('-');
      const format = typeof id === 'string' ? formatOf(id) : 'plain';
      const { found } = this.#analyze({ text: record.text, format, date: record.date ?? date }, project);
      const output = withOwnId({ id, file: id, ...found }, line);
      return { output, counts: countsOf(found), notes: [], failed: false, ...(record.badDate ? { trouble: 'date' } : {}) };
    } catch (error) {
      return refused(id, reasonOf(error), line);
    }
  }

  #analyze(article: Article, project: LoadedProject, placed: readonly PlacedEntry[] = []): Analyzed {
    const { locale } = this.#options;
    const rules = this.#factory.make(this.#choices, project.config, locale);
    const { severities } = rules;
    const bare = rules.analyzer.analyze(article);
    const analysis = placed.length > 0 ? applyReviews(bare, placed) : bare;
    return { analysis, severities, found: report(analysis, severities, locale) };
  }

  #projectOf(name: string): LoadedProject {
    return this.#given ?? this.#projects.nearest(resolve(name));
  }

  #failure(key: MessageKey, values: Record<string, string>): Outcome {
    return { output: null, counts: null, notes: [t(this.#options.locale, key, values)], failed: true };
  }
}

/** The outcome of a task that nothing can be said about but that the thread which had it died. */
export function crashed(task: Task, locale: Locale, reason: string): Outcome {
  if (task.kind !== 'record')
    return { output: null, counts: null, notes: [t(locale, 'cli.crashed', { path: task.name, reason })], failed: true };
  return refused(parseRecord(task.line).id, reason, task.line);
}

/** A record that is answered with an error: a line of the answer, no failure of the run. */
function refused(id: unknown, error: string, line: string): Outcome {
  return { output: withOwnId({ id, error }, line), counts: NO_CLAIMS, notes: [], failed: false, trouble: 'error' };
}

/** What the formats are told. */
export function contextOf({ locale, color, failOn, single }: CheckOptions): FormatContext {
  return { locale, color, failOn, single, version: VERSION, today: localDay() };
}

/** What is wrong with a project's file, as sentences. */
export function problemsOf(project: LoadedProject, { locale }: CheckOptions): string[] {
  if (project.path === null) return [];
  const path = project.path;
  if (project.unreadable !== null) return [unreadableSentence(path, project.unreadable, locale)];
  return project.problems.map(({ key, values, line, column }) =>
    t(locale, 'cli.configProblem', { path, line, column, message: t(locale, key, values) }),
  );
}

/** Markdown by its ending, else plain text. */
export function formatOf(name: string): Format {
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'plain';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
