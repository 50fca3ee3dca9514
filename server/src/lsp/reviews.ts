import { type CancellationToken, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { ReviewAnswer, ReviewArguments } from '../../../common/protocol.ts';
import { isCode } from '../config/severity.ts';
import type { Code, Span } from '../core/index.ts';
import { type Checked, spanOf } from '../features/context.ts';
import { t } from '../features/messages.ts';
import { problemSentence } from '../features/reviewFacts.ts';
import { describe } from '../review/anchor/describe.ts';
import { claimAt, type ReviewedClaim } from '../review/apply.ts';
import { decide, withdraw } from '../review/decide.ts';
import { ReviewFileError, type ReviewFiles, type ReviewHome } from '../review/files.ts';
import { type ReviewEntry, type ReviewFile, reviewPath } from '../review/model.ts';
import { type ReviewProblem, readReview } from '../review/read.ts';
import { writeReview } from '../review/write.ts';
import type { OpenArticle } from './article.ts';
import { clientReviewFiles } from './clientReviewFiles.ts';
import { closedArticle } from './closedArticle.ts';
import type { Server } from './server.ts';

/** The file on disk cannot be used: nothing is written over it. */
class BrokenReview extends Error {
  readonly problem: ReviewProblem;
  constructor(problem: ReviewProblem) {
    super(problem.key);
    this.problem = problem;
  }
}

/** The reviews of the articles: read with them, written at each decision. */
export class Reviews {
  /** Null where reviews cannot be kept. */
  readonly files: ReviewFiles | null;
  readonly #server: Server;
  /** Problems of files that the user has heard of. */
  readonly #told = new Map<string, string>();

  constructor(server: Server) {
    this.#server = server;
    const { platform, client, connection } = server;
    this.files = platform.reviews ?? (client.options.files ? clientReviewFiles(connection) : null);
  }

  homeOf(uri: string): ReviewHome | null {
    return this.files?.home(uri, this.#server.client.folders) ?? null;
  }

  /** Reads an article's review. What cannot be read leaves what is known, and is said once. */
  async load(article: OpenArticle): Promise<void> {
    const { uri } = article.document;
    const home = this.homeOf(uri);
    if (!home || !article.isArticle) return;
    try {
      const read = readReview((await this.files?.read(home)) ?? null);
      article.review.take(read, article.document.getText());
      if (read.problem) this.#tell(uri, problemSentence(read.problem, home.article, this.#server.client.locale));
      else this.#told.delete(uri);
    } catch (error) {
      this.#tell(uri, this.#sentence(error, home));
    }
  }

  /** Review files have changed on disk. */
  async reload(): Promise<void> {
    const { articles, checker } = this.#server;
    for (const article of articles.values()) {
      await this.load(article);
      checker.again(article);
    }
    this.#server.refresh();
  }

  /** Carries out one decision; when it answers, the decision is on disk. */
  async set(args: ReviewArguments, token?: CancellationToken): Promise<ReviewAnswer> {
    const { articles, client, checker } = this.#server;
    const { files } = this;
    const fail = (error: string): ReviewAnswer => {
      // Editors that know nothing of the answer show this.
      void this.#server.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: error });
      return { entry: null, error };
    };
    const home = this.homeOf(args.uri);
    if (!home || !files) return fail(t(client.locale, 'review.nowhere'));
    const open = articles.get(args.uri);
    const article = open ?? (await closedArticle(this.#server, args.uri));
    const checked = open ? await checker.fresh(open, token) : article && this.#checked(article);
    if (!article || !checked) return fail(t(client.locale, 'review.gone'));
    const known = article.review.file;
    const subject = subjectOf(article, checked, args);
    if (!subject)
      return fail(t(client.locale, args.code && !isCode(args.code) ? 'review.badCode' : 'review.gone', { code: args.code ?? '' }));
    const reviewer = this.#server.settings.current.reviewer || (await files.reviewer(home));
    const text = article.document.getText();
    const places = new Map(article.review.placed().map(({ entry, at }) => [entry.id, at]));
    let file = known;
    let stands: string | null = null;
    try {
      await files.update(home, (before) => {
        const read = readReview(before);
        if (!read.file) throw new BrokenReview(read.problem);
        ({ file, stands } = this.#change(read.file, known, args, subject, text, reviewer));
        return writeReview(file, ({ id }) => (id === stands ? subject.at?.start : places.get(id)?.start) ?? null);
      });
    } catch (error) {
      if (error instanceof BrokenReview) article.review.take({ file: null, problem: error.problem }, text);
      return fail(this.#sentence(error, home));
    }
    article.review.take({ file, problem: null }, article.document.getText());
    if (stands !== null && subject.at && article.document.getText() === text) article.review.settle(stands, subject.at);
    if (open) {
      checker.again(open);
      this.#server.refresh();
    }
    return { entry: stands, error: null };
  }

  #change(file: ReviewFile, known: ReviewFile, args: ReviewArguments, subject: Subject, text: string, reviewer: string) {
    const { entry, at, code, others } = subject;
    if (args.withdraw) return { file: withdraw(file, entry ? [entry.id] : []), stands: null };
    if (args.keep) return { file: withdraw(file, others), stands: entry?.id ?? null };
    const before = new Set(file.entries.map(({ id }) => id));
    const next = decide(file, known, {
      entry: entry?.id ?? null,
      code,
      target: at ? describe(text, at) : entry!.target,
      change: args.change ?? {},
      ...(args.range ? { marked: true } : {}),
      reviewer,
      now: new Date().toISOString(),
      newId: () => crypto.randomUUID(),
    });
    return { file: next, stands: next.entries.find(({ id }) => !before.has(id))?.id ?? entry?.id ?? null };
  }

  #checked(article: OpenArticle): Checked | null {
    const rules = this.#server.rulesFor(article);
    return rules && article.checked(rules);
  }

  #sentence(error: unknown, home: ReviewHome): string {
    const { locale } = this.#server.client;
    if (error instanceof BrokenReview) return problemSentence(error.problem, home.article, locale);
    const reason = error instanceof Error ? error.message : String(error);
    const key = error instanceof ReviewFileError ? error.key : 'review.failed';
    return t(locale, key, { path: reviewPath(home.article), reason });
  }

  #tell(uri: string, message: string): void {
    if (this.#told.get(uri) === message) return;
    this.#told.set(uri, message);
    void this.#server.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }
}

/** What a decision is about. */
interface Subject {
  readonly entry: ReviewEntry | null;
  /** Null for an orphan. */
  readonly at: Span | null;
  readonly code: Code;
  /** Other entries about the same claim. */
  readonly others: readonly string[];
}

function subjectOf({ review }: OpenArticle, { analysis, document }: Checked, args: ReviewArguments): Subject | null {
  const placed = review.placed();
  if (args.range) {
    const at = spanOf(document, args.range);
    return args.code && isCode(args.code) && at.end > at.start ? { entry: null, at, code: args.code, others: [] } : null;
  }
  if (args.entry !== undefined) {
    const found = placed.find(({ entry }) => entry.id === args.entry);
    if (!found) return null;
    const claim = found.at && claimAt(analysis.claims, found.entry, found.at);
    const others = placed.filter(({ entry, at }) => claim && at && entry !== found.entry && claimAt(analysis.claims, entry, at) === claim);
    return { entry: found.entry, at: found.at, code: found.entry.code, others: others.map(({ entry }) => entry.id) };
  }
  const claim: ReviewedClaim | undefined = analysis.claims.find(({ id }) => id === args.claim);
  if (!claim) return null;
  const entry = placed.find((one) => one.entry.id === claim.review?.entry)?.entry ?? null;
  return { entry, at: claim, code: claim.code, others: claim.review?.others.map((other) => other.entry) ?? [] };
}
