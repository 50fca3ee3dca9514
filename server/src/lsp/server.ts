import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { CLAIMS_CHANGED, type ClaimsChangedParams } from '../../../common/protocol.ts';
import type { Settings } from '../../../common/settings.ts';
import { CONFIG_NAME } from '../config/project.ts';
import { type Rules, RulesFactory } from '../config/rules.ts';
import { isChineseEnough } from '../core/index.ts';
import { configProblems } from '../features/configProblems.ts';
import type { Checked } from '../features/context.ts';
import { problems } from '../features/diagnostics.ts';
import { t } from '../features/messages.ts';
import { unusedComments } from '../features/unusedComments.ts';
import type { LateSegmenter } from '../segment/late.ts';
import type { OpenArticle, Skipped } from './article.ts';
import { Checker } from './checker.ts';
import type { Client } from './client.ts';
import type { Platform } from './platform.ts';
import { push, remember } from './publish.ts';
import { Reviews } from './reviews.ts';
import { SettingsStore } from './settings.ts';
import { Typing } from './typing.ts';

/** One client's server: the open articles, the settings, and what is told to the client. */
export class Server {
  readonly articles = new Map<string, OpenArticle>();
  readonly checker: Checker;
  readonly settings: SettingsStore;
  readonly connection: Connection;
  readonly client: Client;
  readonly platform: Platform;
  readonly reviews: Reviews;
  #factory: RulesFactory;
  #segmenter: LateSegmenter;
  #segmenterChoice: Settings['segmenter'];
  #loading = false;

  constructor(connection: Connection, client: Client, platform: Platform) {
    this.connection = connection;
    this.client = client;
    this.platform = platform;
    this.reviews = new Reviews(this);
    this.settings = new SettingsStore(connection, client, () => this.settingsChanged());
    this.#segmenterChoice = this.settings.current.segmenter;
    this.#segmenter = platform.segmenter(this.#segmenterChoice, client.options.wasm);
    this.#factory = new RulesFactory(this.#segmenter);
    this.checker = new Checker({
      rulesFor: (article) => this.rulesFor(article),
      finished: (article) => this.#finished(article),
      failed: (article, error) => this.#failed(article, error),
      later: (task) => platform.later(task),
    });
  }

  /** Null where the article is not to be checked; then `article.skipped` says why. */
  rulesFor(article: OpenArticle): Rules | null {
    const { uri } = article.document;
    const settings = this.settings.current;
    const project = this.platform.project(uri);
    article.skipped = this.#skip(article, settings, project.excluded);
    return article.skipped === null ? this.#factory.make(settings, project.config, this.client.locale) : null;
  }

  #skip(article: OpenArticle, settings: Settings, excluded: boolean): Skipped | null {
    if (!settings.enable || excluded || !article.isArticle) return 'disabled';
    const text = article.document.getText();
    if (text.length > settings.maximumSize * 1e6) return 'tooLarge';
    // Known from an earlier version whose beginning was the same.
    if (article.skipped === null || article.skipped === 'notChinese') return article.skipped;
    return isChineseEnough(text, settings.minimumChinese) ? null : 'notChinese';
  }

  /** Everything is to be looked at anew: settings, project files or the segmenter have changed. */
  settingsChanged(): void {
    const { segmenter } = this.settings.current;
    if (segmenter !== this.#segmenterChoice) {
      this.#segmenter.dispose();
      this.#segmenterChoice = segmenter;
      this.#segmenter = this.platform.segmenter(segmenter, this.client.options.wasm);
      this.#factory = new RulesFactory(this.#segmenter);
      this.#loading = false;
    }
    for (const article of this.articles.values()) {
      article.skipped = undefined;
      article.due = true;
      this.checker.touch(article);
    }
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

  /** The problems of an article that stands checked, or of a project file. */
  problemsOf(article: OpenArticle, checked: Checked | null) {
    if (article.document.uri.endsWith(`/${CONFIG_NAME}`)) return configProblems(article.document, this.client.locale);
    const { current } = this.settings;
    if (!checked) return [];
    const found = problems(checked, { hints: current['problems.hints'], maximum: current['problems.maximum'] });
    const all = [...found, ...unusedComments(checked)];
    return current.run === 'onType' ? this.typing(article).quiet(article.document, all, article.problems?.items ?? []) : all;
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
    const rules = this.rulesFor(article);
    const checked = rules && article.checked(rules);
    if (!checked || article.closed) return;
    const items = this.problemsOf(article, checked);
    if (!this.client.pullsDiagnostics) push(this.connection, article, items);
    else if (remember(article, items)) this.refresh();
  }

  #finished(article: OpenArticle): void {
    const { uri, version } = article.document;
    const rules = this.rulesFor(article);
    const checked = rules && article.checked(rules);
    const items = this.problemsOf(article, checked);
    if (this.client.pullsDiagnostics) remember(article, items);
    else push(this.connection, article, items);
    if (article.skipped === 'tooLarge') this.#tooLarge(article);
    if (article.isArticle) void this.connection.sendNotification(CLAIMS_CHANGED, { uri, version } satisfies ClaimsChangedParams);
    if (checked?.analysis.provisional) this.#loadSegmenter();
  }

  #told = new WeakSet<OpenArticle>();

  #tooLarge(article: OpenArticle): void {
    if (this.#told.has(article)) return;
    this.#told.add(article);
    const size = (article.document.getText().length / 1e6).toFixed(1);
    const message = t(this.client.locale, 'status.tooLarge', { size, limit: this.settings.current.maximumSize });
    // Not the connection's showWarningMessage: that is a request, which a plain client may not know.
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  #failed(article: OpenArticle, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${article.document.uri}: ${t(this.client.locale, 'status.failed', { error: reason })}`);
  }

  /** After the first provisional analysis, so that nobody waits for the dictionary. */
  #loadSegmenter(): void {
    if (this.#loading) return;
    this.#loading = true;
    const segmenter = this.#segmenter;
    void segmenter.load().then(({ name, reason }) => {
      if (segmenter !== this.#segmenter) return;
      const { locale } = this.client;
      if (name === null) this.connection.console.warn(t(locale, 'segmenter.none', { reason: reason ?? '' }));
      else if (reason !== null) this.connection.console.info(t(locale, 'segmenter.fallback', { reason }));
      else this.connection.console.info(t(locale, 'segmenter.loaded', { name }));
      if (name === null) return;
      for (const article of this.articles.values()) {
        if (!article.base?.analysis.provisional) continue;
        article.renew = true;
        this.checker.touch(article);
      }
      this.refresh();
    });
  }

  dispose(): void {
    this.#segmenter.dispose();
  }
}
