import { type CancellationToken, MessageType } from 'vscode-languageserver';
import type { OfferedSource, ReviewAnswer, ReviewArguments } from '../../../common/protocol.ts';
import { isCode } from '../config/severity.ts';
import { t } from '../features/messages.ts';
import { carryOut, isUnreasoned } from '../review/carryOut.ts';
import { type ReviewFiles, type ReviewHome, reviewUri } from '../review/files.ts';
import { readReview } from '../review/read.ts';
import { regain } from '../review/regain.ts';
import { writeReview } from '../review/write.ts';
import type { OpenArticle } from './article.ts';
import { clientReviewFiles } from './clientReviewFiles.ts';
import { closedArticle } from './closedArticle.ts';
import { RecentSources } from './recentSources.ts';
import { BrokenReview, reviewSentence } from './reviewErrors.ts';
import { ReviewProblems } from './reviewProblems.ts';
import { subjectOf } from './reviewSubject.ts';
import { ReviewWatch } from './reviewWatch.ts';
import type { Server } from './server.ts';
import { showMessage } from './showMessage.ts';
import { Turns } from './turns.ts';

/** The reviews of the articles: read with them, written at each decision. */
export class Reviews {
  /** Null where reviews cannot be kept. */
  readonly files: ReviewFiles | null;
  readonly watch: ReviewWatch;
  readonly #server: Server;
  readonly #problems: ReviewProblems;
  readonly #recent: RecentSources;
  readonly #turns = new Turns();
  /** The text that a review was last read or written as. */
  readonly #seen = new WeakMap<OpenArticle, string | null>();

  constructor(server: Server) {
    this.#server = server;
    const { platform, client, connection } = server;
    this.files = platform.reviews ?? (client.options.files ? clientReviewFiles(connection) : null);
    this.watch = new ReviewWatch(server, this.files, (root, articles) => void this.reload(root, articles));
    this.#problems = new ReviewProblems(server);
    this.#recent = new RecentSources(platform);
  }

  homeOf(uri: string): ReviewHome | null {
    return this.files?.home(uri, this.#server.client.folders) ?? null;
  }

  /** Sources that an article's claims may have, too: recorded lately, or in a review that is open. */
  sourcesFor(uri: string): OfferedSource[] {
    const home = this.homeOf(uri);
    if (!home) return [];
    const open = [...this.#server.articles.values()].flatMap(({ review }) => review.file.entries);
    return this.#recent.offered(home.root, open);
  }

  /** Reads an article's review. What cannot be read leaves what is known, and is said once. Answers whether it is news. */
  async load(article: OpenArticle): Promise<boolean> {
    const { uri } = article.document;
    const home = this.homeOf(uri);
    if (!home || !article.isArticle) return false;
    this.watch.cover(home.root);
    try {
      const [text] = await Promise.all([this.#text(article, home), this.#recent.load(home.root)]);
      const news = this.#seen.get(article) !== text;
      if (news) {
        this.#seen.set(article, text);
        article.review.take(readReview(text), article.document.getText());
      }
      this.#problems.read(home, text, article.review.problem);
      return news;
    } catch (error) {
      this.#problems.unreadable(home, error);
      return true;
    }
  }

  /** The text of an article's review; when it is first looked for, also where it may have stayed behind. */
  async #text(article: OpenArticle, home: ReviewHome): Promise<string | null> {
    const { files } = this;
    const { connection, client } = this.#server;
    const text = (await files?.read(home)) ?? null;
    if (!files || text !== null || this.#seen.has(article)) return text;
    try {
      const from = await regain(files, home, article.document.getText());
      if (from === null) return null;
      connection.console.info(t(client.locale, 'review.regained', { path: home.article, from }));
      return await files.read(home);
    } catch (error) {
      connection.console.warn(reviewSentence(error, home, this.#server.client.locale));
      return null;
    }
  }

  /** Review files may have changed on disk: those of some articles below a root, or any. */
  async reload(root?: string, changed: ReadonlySet<string> | null = null): Promise<void> {
    const { articles, checker } = this.#server;
    const concerned = (home: ReviewHome | null) => root === undefined || (home?.root === root && changed?.has(home.article) !== false);
    const open = new Set<string>();
    let news = false;
    for (const article of articles.values()) {
      const home = this.homeOf(article.document.uri);
      if (home) open.add(reviewUri(home));
      if (!concerned(home) || !(await this.load(article))) continue;
      news = true;
      checker.again(article);
    }
    if (news) this.#server.refresh();
    this.#server.predictions.touched();
    for (const home of this.#problems.homes())
      if (concerned(home) && !open.has(reviewUri(home))) await this.#problems.look(home, this.files);
  }

  /** An article was saved: what its edits did to the anchors is written down where they would not find their claims again. */
  async saved(article: OpenArticle): Promise<void> {
    const home = this.homeOf(article.document.uri);
    const drifted = article.review.drifted(article.document.getText());
    if (!home || !this.files || article.review.problem || drifted.size === 0) return;
    const known = new Map(article.review.file.entries.map(({ id, target }) => [id, JSON.stringify(target)]));
    try {
      await this.files.update(home, (before) => {
        const { file, problem } = readReview(before);
        if (!file) throw new BrokenReview(problem);
        // An entry that somebody has meanwhile decided upon has an anchor of its own.
        const entries = file.entries.map((entry) => {
          const target = known.get(entry.id) === JSON.stringify(entry.target) ? drifted.get(entry.id) : undefined;
          return target ? { ...entry, target } : entry;
        });
        return writeReview({ ...file, entries });
      });
      await this.reload(home.root, new Set([home.article]));
    } catch (error) {
      // No decision is lost: the old anchors stand.
      this.#server.connection.console.warn(reviewSentence(error, home, this.#server.client.locale));
    }
  }

  /** Carries out one decision after those before it on the same article; when it answers, the decision is on disk. */
  set(args: ReviewArguments, token?: CancellationToken): Promise<ReviewAnswer> {
    return this.#turns.take(args.uri, () => this.#set(args, token));
  }

  async #set(args: ReviewArguments, token?: CancellationToken): Promise<ReviewAnswer> {
    const { articles, client, checker } = this.#server;
    const { files } = this;
    const fail = (error: string): ReviewAnswer => {
      // Editors that know nothing of the answer show this.
      showMessage(this.#server.connection, MessageType.Error, error);
      return { entry: null, error };
    };
    const home = this.homeOf(args.uri);
    if (!home || !files) return fail(t(client.locale, 'review.nowhere'));
    const open = articles.get(args.uri);
    const article = open ?? (await closedArticle(this.#server, args.uri));
    const checked = open ? await this.#server.actedOn(open, token) : article && this.#server.standing(article);
    if (!article || !checked) return fail(t(client.locale, 'review.gone'));
    const known = article.review.file;
    const subject = subjectOf(article, checked, args);
    if (!subject)
      return fail(t(client.locale, args.code && !isCode(args.code) ? 'review.badCode' : 'review.gone', { code: args.code ?? '' }));
    if (isUnreasoned(subject, args.change)) return fail(t(client.locale, 'review.reason'));
    const reviewer = this.#server.settings.of(args.uri).reviewer || (await files.reviewer(home));
    const text = article.document.getText();
    const places = new Map(article.review.placed().map(({ entry, at }) => [entry.id, at]));
    let file = known;
    let stands: string | null = null;
    let written = '';
    try {
      await files.update(home, (before) => {
        const read = readReview(before);
        if (!read.file) throw new BrokenReview(read.problem);
        ({ file, stands } = carryOut(read.file, known, subject, args, text, reviewer));
        written = writeReview(file, ({ id }) => (id === stands ? subject.at?.start : places.get(id)?.start) ?? null);
        return written;
      });
    } catch (error) {
      if (error instanceof BrokenReview) await this.load(article);
      return fail(reviewSentence(error, home, this.#server.client.locale));
    }
    this.#seen.set(article, written);
    this.#recent.used(home.root, (args.change?.sources ?? []).toReversed());
    this.#problems.mended(home);
    article.review.take({ file, problem: null }, article.document.getText());
    if (stands !== null && subject.at && article.document.getText() === text) article.review.settle(stands, subject.at);
    if (open) {
      checker.again(open);
      this.#server.refresh();
    }
    return { entry: stands, error: null };
  }
}
