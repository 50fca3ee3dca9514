import { type CancellationToken, type Connection, MessageType, type WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { CLAIMS_CHANGED, type ClaimsChangedParams } from '../../../common/protocol.ts';
import type { Settings } from '../../../common/settings.ts';
import { CONFIG_NAME } from '../config/project.ts';
import type { Rules } from '../config/rules.ts';
import { isChineseEnough } from '../core/index.ts';
import { configProblems } from '../features/configProblems.ts';
import type { Checked } from '../features/context.ts';
import { problems } from '../features/diagnostics.ts';
import { t } from '../features/messages.ts';
import { unusedComments } from '../features/unusedComments.ts';
import type { OpenArticle, Skipped } from './article.ts';
import { Checker } from './checker.ts';
import type { Client } from './client.ts';
import { patiently } from './patiently.ts';
import type { Platform } from './platform.ts';
import { Predictions } from './predictions.ts';
import { push, remember } from './publish.ts';
import { Reviews } from './reviews.ts';
import { Segmenting } from './segmenting.ts';
import { SettingsStore } from './settings.ts';
import { showMessage } from './showMessage.ts';
import { Typing } from './typing.ts';

/** In UTF-16 units; all claims of such an article are some megabyte. */
export const LONG_ARTICLE = 100_000;
const VIEWS_PAUSE_MS = 250;
/** A client that lends files and does not answer must not keep the articles waiting. */
const PATIENCE_MS = 2000;

/** One client's server: the open articles, the settings, and what is told to the client. */
export class Server {
  readonly articles = new Map<string, OpenArticle>();
  readonly checker: Checker;
  readonly settings: SettingsStore;
  readonly connection: Connection;
  readonly client: Client;
  readonly platform: Platform;
  readonly reviews: Reviews;
  readonly predictions: Predictions;
  readonly #segmenting: Segmenting;

  constructor(connection: Connection, client: Client, platform: Platform) {
    this.connection = connection;
    this.client = client;
    this.platform = platform;
    this.reviews = new Reviews(this);
    this.predictions = new Predictions(this);
    this.settings = new SettingsStore(connection, client, () => this.settingsChanged());
    this.#segmenting = new Segmenting(this, this.settings.current.segmenter, () => this.#withWords());
    this.checker = new Checker({
      rulesFor: (article) => this.rulesFor(article),
      finished: (article) => this.#finished(article),
      failed: (article, error) => this.#failed(article, error),
      later: (task) => platform.later(task),
    });
  }

  /** To be told when articles were opened, changed or closed. */
  textChanged(): void {
    let units = 0;
    for (const { document } of this.articles.values()) units += document.getText().length;
    this.platform.holds?.(units);
  }

  /** Null where the article is not to be checked; then `article.skipped` says why. */
  rulesFor(article: OpenArticle): Rules | null {
    const { uri } = article.document;
    const settings = this.settings.of(uri);
    const project = this.platform.project(uri);
    if (project.unreadable) this.#unreadable(project.unreadable(this.client.locale));
    article.skipped = this.#skip(article, settings, project.excluded);
    return article.skipped === null ? this.#segmenting.factory.make(settings, project.config, this.client.locale) : null;
  }

  #skip(article: OpenArticle, settings: Settings, excluded: boolean): Skipped | null {
    if (!settings.enable || !article.isArticle) return 'disabled';
    if (excluded) return 'excluded';
    const text = article.document.getText();
    if (text.length > settings.maximumSize * 1e6) return 'tooLarge';
    // Known from an earlier version whose beginning was the same.
    if (article.skipped === null || article.skipped === 'notChinese') return article.skipped;
    return isChineseEnough(text, settings.minimumChinese) ? null : 'notChinese';
  }

  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.client.folders = [...this.client.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    this.reviews.watch.start();
    this.platform.forgetProjects();
    void this.#lookForProjects().then(() => this.settings.foldersChanged());
  }

  async projectsChanged(): Promise<void> {
    this.platform.forgetProjects();
    this.#unread.clear();
    await this.#lookForProjects();
    this.settingsChanged();
  }

  /** To be waited for before `rulesFor` is asked about an article. */
  async lookForProject(uri: string): Promise<void> {
    const looked = this.client.options.files === true && this.platform.lookForProject?.(uri, this.client.folders);
    if (looked) await patiently(looked, PATIENCE_MS, () => this.settingsChanged());
  }

  async #lookForProjects(): Promise<void> {
    await Promise.all([...this.articles.keys()].map((uri) => this.lookForProject(uri)));
  }

  /** Everything is to be looked at anew: settings, project files or the segmenter have changed. */
  settingsChanged(): void {
    this.#segmenting.choose(this.settings.current.segmenter);
    for (const article of this.articles.values()) {
      article.skipped = undefined;
      article.due ||= this.settings.of(article.document.uri).run !== 'manual';
      this.checker.touch(article);
    }
    this.predictions.touched();
    this.refresh();
  }

  /** Asks the client to ask again. */
  refresh(): void {
    const { client, connection } = this;
    const ignore = () => undefined;
    if (client.pullsDiagnostics && client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(ignore);
    if (client.refreshesTokens) void connection.languages.semanticTokens.refresh().catch(ignore);
    if (client.refreshesHints) void connection.languages.inlayHint.refresh().catch(ignore);
    if (client.refreshesLenses) void connection.sendRequest('workspace/codeLens/refresh').then(ignore, ignore);
  }

  /** The articles of a folder; those that are open by the URIs that the client knows them by. */
  async articlesIn(folder: string): Promise<string[]> {
    const { platform } = this;
    const open = new Map([...this.articles.keys()].map((uri) => [platform.fileOf(uri), uri]));
    return (await platform.articles(folder)).map((uri) => open.get(platform.fileOf(uri)) ?? uri);
  }

  /** An article as far as it stands checked already: not to be checked before it is saved or the command is given, as the editor shows it. */
  standing(article: OpenArticle): Checked | null {
    const rules = this.rulesFor(article);
    return rules && ((article.due ? null : article.shown()) ?? article.checked(rules));
  }

  /** What a decision about a claim is carried out on: what is shown, else the article as it is checked for that. */
  async actedOn(article: OpenArticle, token?: CancellationToken): Promise<Checked | null> {
    return (article.due ? null : await this.asked(article, token)) ?? this.checker.fresh(article, token);
  }

  /** What whoever asks about an article is told of: not to be checked before it is saved or the command is given, only what stands. */
  async asked(article: OpenArticle, token?: CancellationToken): Promise<Checked | null> {
    await article.loading;
    await this.settings.ready;
    return article.due ? this.checker.fresh(article, token) : this.standing(article);
  }

  /** The problems of an article that stands checked, or of a project file. */
  problemsOf(article: OpenArticle, checked: Checked | null) {
    if (article.document.uri.endsWith(`/${CONFIG_NAME}`)) return configProblems(article.document, this.client.locale);
    const current = this.settings.of(article.document.uri);
    if (!checked) {
      article.listed = null;
      return [];
    }
    const typing = this.typing(article);
    const { analysis, severities, locale } = checked;
    // The same is asked for when the analysis has been finished and when the editor pulls.
    const by = [analysis, severities, locale, current, typing.at];
    if (article.problems && article.listed?.every((one, i) => one === by[i])) return article.problems.items;
    article.listed = by;
    const maximum = current['problems.maximum'];
    const found = problems(checked, { hints: current['problems.hints'], maximum });
    const all = [...found, ...unusedComments(checked, maximum - found.length)];
    return current.run === 'onType' ? typing.quiet(article.document, all, article.problems?.items ?? []) : all;
  }

  #typing = new WeakMap<OpenArticle, Typing>();

  /** What is being typed in an article; once that is finished, the editor is told what was held back. */
  typing(article: OpenArticle): Typing {
    let typing = this.#typing.get(article);
    if (!typing) {
      typing = new Typing(() => this.#tell(article));
      this.#typing.set(article, typing);
    }
    return typing;
  }

  #tell(article: OpenArticle): void {
    const checked = this.standing(article);
    if (!checked || article.closed || !article.due) return;
    const items = this.problemsOf(article, checked);
    if (!this.client.pullsDiagnostics) push(this.connection, article, items);
    else if (remember(article, items)) this.refresh();
  }

  #views = new WeakMap<OpenArticle, ReturnType<typeof setTimeout> | undefined>();

  /** Views ask for all claims then: those of a long article, once told, when the typing pauses. */
  #tellViews(article: OpenArticle): void {
    const tell = () => {
      const { uri, version } = article.document;
      if (!article.closed) void this.connection.sendNotification(CLAIMS_CHANGED, { uri, version } satisfies ClaimsChangedParams);
    };
    clearTimeout(this.#views.get(article));
    const wait = this.#views.has(article) && article.document.getText().length >= LONG_ARTICLE;
    this.#views.set(article, wait ? setTimeout(tell, VIEWS_PAUSE_MS) : undefined);
    if (!wait) tell();
  }

  #finished(article: OpenArticle): void {
    const checked = this.standing(article);
    if (article.due || !checked || (article.kept && article.problems)) {
      const items = this.problemsOf(article, checked);
      if (this.client.pullsDiagnostics) remember(article, items);
      else push(this.connection, article, items);
    }
    if (article.skipped === 'tooLarge') this.#tooLarge(article);
    if (article.isArticle) this.#tellViews(article);
    if (checked?.analysis.provisional) this.#segmenting.start();
  }

  #told = new WeakSet<OpenArticle>();

  #tooLarge(article: OpenArticle): void {
    if (this.#told.has(article)) return;
    this.#told.add(article);
    const size = (article.document.getText().length / 1e6).toFixed(1);
    this.#warn(t(this.client.locale, 'status.tooLarge', { size, limit: this.settings.of(article.document.uri).maximumSize }));
  }

  /** Of project files: once each, until they are looked at anew. */
  readonly #unread = new Set<string>();

  #unreadable(message: string): void {
    if (this.#unread.has(message)) return;
    this.#unread.add(message);
    this.#warn(message);
  }

  #warn(message: string): void {
    showMessage(this.connection, MessageType.Warning, message);
  }

  #failed(article: OpenArticle, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${article.document.uri}: ${t(this.client.locale, 'status.failed', { error: reason })}`);
  }

  /** What is checked from now on is checked with the segmenter: its name, or null where none can be had. */
  segmented(): Promise<string | null> {
    return this.#segmenting.ready();
  }

  /** What was checked without words is checked anew. */
  #withWords(): void {
    for (const article of this.articles.values()) {
      if (!article.base?.analysis.provisional) continue;
      article.renew = true;
      this.checker.touch(article);
    }
    this.refresh();
  }

  dispose(): void {
    this.reviews.watch.dispose();
    this.#segmenting.dispose();
  }
}
