import { resolve } from 'node:path';
import type { Severity } from '../../core/index.ts';
import { addCounts, type Counts, NO_CLAIMS, reaches } from '../../exports/format.ts';
import { t } from '../../features/messages.ts';
import { decode } from '../node/decode.ts';
import { Projects, readProject } from '../node/projects.ts';
import { planBatches } from './batches.ts';
import { contextOf, problemsOf } from './checkTask.ts';
import { notesOn } from './encoding.ts';
import { FileOutput, isSameFile } from './fileOutput.ts';
import { FORMATS } from './formats.ts';
import { type CheckOptions, UsageError } from './options.ts';
import { Output, type Sink } from './output.ts';
import { expandPaths } from './paths.ts';
import { inline, pooled } from './pool.ts';
import { refuseUnknownRules } from './ruleCodes.ts';
import { stdinBytes } from './stdin.ts';
import { recordBatches } from './stream.ts';
import type { Outcome, Task } from './tasks.ts';

/** Where the program and its files lie. */
export interface Program {
  readonly script: string;
  readonly dist: string;
}

/** Stream records are checked in this thread until so much has come in that worker threads pay. */
const WORTH_CHARS = 1_000_000;

/** `check PATH…`. Answers the exit code. */
export async function check(paths: readonly string[], stdinName: string, given: CheckOptions, program: Program): Promise<number> {
  const say = new Notes();
  const stdin = paths.includes('-') ? await readStdin(stdinName, given) : null;
  const { tasks, single, notes } = expandPaths(paths, typeof stdin === 'string' ? null : stdin, given);
  refuseUnknownRules(
    given,
    tasks.flatMap((task) => (task.kind === 'record' ? [] : [task.name])),
  );
  refuseInputAsOutput(given, tasks);
  const options = { ...given, single };
  const wrong = [...(typeof stdin === 'string' ? [stdin] : []), ...notes, ...configProblems(options)];
  let failed = wrong.length > 0;
  say.all(wrong);
  const { batches, worthWorkers } = planBatches(tasks);
  const useful = { ...options, jobs: Math.min(options.jobs, batches.length) };
  const outcomes =
    worthWorkers && useful.jobs > 1 ? pooled(batches, useful, program.dist, program.script) : inline(batches, options, program.dist);
  const output = sinkOf(options);
  const format = FORMATS[options.format];
  const context = contextOf(options);
  const digests: unknown[] = [];
  let counts: Counts = NO_CLAIMS;
  let files = 0;
  let parts = 0;
  await output.write(format.begin?.(context) ?? '');
  for await (const outcome of outcomes) {
    say.all(outcome.notes);
    failed ||= outcome.failed;
    if (outcome.output === null) continue;
    counts = addCounts(counts, outcome.counts ?? NO_CLAIMS);
    files++;
    if (outcome.digest !== undefined) digests.push(outcome.digest);
    // A file without anything to print leaves no separator behind either.
    if (outcome.output !== '') await output.write((parts++ > 0 ? (format.separator ?? '') : '') + outcome.output);
  }
  await output.write(format.end?.({ files, counts, digests }, context) ?? '');
  // Where nothing could be read, what was read before is worth more than nothing.
  await output.flush(failed);
  return exitCode(failed, counts, options);
}

/** A report must not take the place of an article that it speaks of. */
function refuseInputAsOutput({ output, locale }: CheckOptions, tasks: readonly Task[]): void {
  if (output === null) return;
  const same = isSameFile(output);
  const input = tasks.some((task) => {
    if (task.kind === 'record' || !same(task.name)) return false;
    // Met in a folder, but left out by the project: it is not read.
    const path = resolve(task.name);
    return task.kind === 'text' || !task.found || !new Projects().nearest(path).excludes(path);
  });
  if (input) throw new UsageError(t(locale, 'cli.outputIsInput', { path: output }));
}

function sinkOf({ output, locale }: CheckOptions): Sink {
  if (output === null) return new Output(process.stdout);
  return new FileOutput(output, (reason) => new UsageError(t(locale, 'cli.unwritable', { path: output, reason })));
}

/** `check --stream`. Answers the exit code; records that fail are lines of the answer, not failures of the run. */
export async function checkStream(options: CheckOptions, program: Program): Promise<number> {
  const say = new Notes();
  refuseUnknownRules(options, ['-']);
  const output = new Output(process.stdout);
  const wrong = options.config === null ? problemsOf(new Projects().nearest(resolve('-')), options) : configProblems(options);
  say.all(wrong);
  let counts: Counts = NO_CLAIMS;
  let records = 0;
  const troubles = { error: 0, date: 0 };
  for await (const outcome of streamed(recordBatches(process.stdin), options, program)) {
    say.all(outcome.notes);
    counts = addCounts(counts, outcome.counts ?? NO_CLAIMS);
    records++;
    if (outcome.trouble) troubles[outcome.trouble]++;
    await output.write(outcome.output ?? '');
  }
  const { locale } = options;
  if (troubles.error > 0) say.all([t(locale, 'stream.failed', { failed: troubles.error, records })]);
  if (troubles.date > 0) say.all([t(locale, 'stream.dates', { undated: troubles.date, records })]);
  await output.flush();
  return exitCode(wrong.length > 0, counts, options);
}

async function* streamed(batches: AsyncGenerator<Task[]>, options: CheckOptions, program: Program): AsyncGenerator<Outcome> {
  let chars = 0;
  let held: Task[] | undefined;
  const few = async function* () {
    for (;;) {
      const { value, done } = await batches.next();
      if (done) return;
      for (const task of value) chars += task.kind === 'record' ? task.line.length : 0;
      if (options.jobs > 1 && chars >= WORTH_CHARS) {
        // Not here: what it takes to read a long record must not end this thread.
        held = value;
        return;
      }
      yield value;
    }
  };
  const rest = async function* () {
    if (held === undefined) return;
    yield held;
    yield* batches;
  };
  yield* inline(few(), options, program.dist);
  if (held !== undefined) yield* pooled(rest(), options, program.dist, program.script);
}

/** What is wrong with a project file that was named. */
function configProblems(options: CheckOptions): string[] {
  return options.config === null ? [] : problemsOf(readProject(resolve(options.config)), options);
}

/** A sentence where it is no text. */
async function readStdin(name: string, options: CheckOptions): Promise<Task | string> {
  const decoded = decode(await stdinBytes());
  if ('error' in decoded) return t(options.locale, decoded.error === 'binary' ? 'cli.binary' : 'cli.badEncoding', { path: name });
  return { kind: 'text', name, text: decoded.text, notes: notesOn(decoded, name, options.locale) };
}

function exitCode(failed: boolean, counts: Counts, { failOn }: CheckOptions): number {
  if (failed) return 2;
  return (Object.keys(counts) as Severity[]).some((severity) => counts[severity] > 0 && reaches(severity, failOn)) ? 1 : 0;
}

/** Sentences on standard error, each once. */
class Notes {
  readonly #said = new Set<string>();

  all(notes: readonly string[]): void {
    for (const note of notes) {
      if (this.#said.has(note)) continue;
      this.#said.add(note);
      process.stderr.write(`claimlens: ${note}\n`);
    }
  }
}
