import type { CancellationToken } from 'vscode-languageserver';
import type { Rules } from '../config/rules.ts';
import type { Analysis } from '../core/index.ts';
import type { Checked } from '../features/context.ts';
import type { OpenArticle } from './article.ts';

/** How long one slice of analysis may hold up messages. */
const SLICE_MS = 8;
const LONGEST_DELAY_MS = 300;

export interface CheckerHost {
  /** The rules for an article; null while it is not to be checked (`article.skipped` says why). */
  rulesFor(article: OpenArticle): Rules | null;
  finished(article: OpenArticle): void;
  failed(article: OpenArticle, error: unknown): void;
  later(task: () => void): void;
}

interface Job {
  readonly rules: Rules;
  readonly version: number;
  readonly slices: Generator<void, Analysis>;
  spent: number;
}

type Waiter = (checked: Checked | null) => void;

/**
 * Keeps open articles analysed. One slice at a time, the article asked for last first; an edit drops the work on the
 * text before it; what was found before stays until the new stands.
 */
export class Checker {
  readonly #host: CheckerHost;
  readonly #jobs = new Map<OpenArticle, Job>();
  readonly #waiters = new Map<OpenArticle, Set<Waiter>>();
  readonly #timers = new Map<OpenArticle, ReturnType<typeof setTimeout>>();
  /** What the last analysis of an article took: the next waits in proportion. */
  readonly #cost = new WeakMap<OpenArticle, number>();
  #pumping = false;

  constructor(host: CheckerHost) {
    this.#host = host;
  }

  /** The article's text or rules have changed: check it soon, at once when somebody waits for it. */
  touch(article: OpenArticle): void {
    this.#drop(article);
    if (article.closed || article.loading) return;
    if ((this.#waiters.get(article)?.size ?? 0) > 0) this.#start(article);
    else if (article.due) {
      const cost = this.#cost.get(article) ?? 0;
      // Cheap articles at once, dear ones when the typing pauses: the slices yield, but what they found would be thrown away.
      const delay = cost < 4 * SLICE_MS ? 0 : Math.min(LONGEST_DELAY_MS, cost * 2);
      this.#timers.set(
        article,
        setTimeout(() => this.#start(article), delay),
      );
    }
  }

  /** The article as checked now, waiting for it where need be; null when it is not to be checked, failed, or `token` was cancelled. */
  fresh(article: OpenArticle, token?: CancellationToken): Promise<Checked | null> {
    if (article.loading) return article.loading.then(() => this.fresh(article, token));
    const rules = this.#host.rulesFor(article);
    if (!rules || article.closed) return Promise.resolve(null);
    const standing = article.checked(rules);
    if (standing) return Promise.resolve(standing);
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(article) ?? new Set();
      this.#waiters.set(article, waiters);
      const cancelled = token?.onCancellationRequested(() => settle(null));
      const settle: Waiter = (checked) => {
        cancelled?.dispose();
        waiters.delete(settle);
        resolve(checked);
      };
      waiters.add(settle);
      this.#start(article);
    });
  }

  /** What is said about the claims has changed, not the claims: tell it where they stand. */
  again(article: OpenArticle): void {
    const rules = this.#host.rulesFor(article);
    if (rules && (article.checked(rules) || (!article.due && article.kept))) this.#host.finished(article);
  }

  close(article: OpenArticle): void {
    article.closed = true;
    this.#drop(article);
    this.#settle(article, null);
  }

  #drop(article: OpenArticle): void {
    clearTimeout(this.#timers.get(article));
    this.#timers.delete(article);
    this.#jobs.get(article)?.slices.return(undefined as never);
    this.#jobs.delete(article);
  }

  /** Runs by itself, from a timer: what goes wrong here would end the server. */
  #start(article: OpenArticle): void {
    try {
      this.#begin(article);
    } catch (error) {
      this.#drop(article);
      this.#host.failed(article, error);
      this.#settle(article, null);
    }
  }

  #begin(article: OpenArticle): void {
    clearTimeout(this.#timers.get(article));
    this.#timers.delete(article);
    const rules = this.#host.rulesFor(article);
    const standing = rules && article.checked(rules);
    if (!rules || standing) {
      this.#drop(article);
      this.#host.finished(article);
      this.#settle(article, standing);
      return;
    }
    let job = this.#jobs.get(article);
    if (job?.rules !== rules || job.version !== article.document.version) {
      const text = article.document.getText();
      const base = article.base?.rules === rules && !article.renew ? article.base.analysis : undefined;
      const slices = rules.analyzer.slices({ text, format: article.format }, base, base && article.change ? article.change : undefined);
      job = { rules, version: article.document.version, slices, spent: 0 };
    }
    // Set anew: the last in the map is served first.
    this.#jobs.delete(article);
    this.#jobs.set(article, job);
    if (!this.#pumping) this.#pump();
  }

  #pump(): void {
    this.#pumping = true;
    const last = [...this.#jobs].at(-1);
    if (last) this.#slice(...last);
    if (this.#jobs.size > 0) this.#host.later(() => this.#pump());
    else this.#pumping = false;
  }

  #slice(article: OpenArticle, job: Job): void {
    const started = performance.now();
    try {
      for (;;) {
        const step = job.slices.next();
        const now = performance.now();
        if (step.done) {
          this.#cost.set(article, job.spent + now - started);
          this.#finish(article, job, step.value);
          return;
        }
        if (now - started >= SLICE_MS) {
          job.spent += now - started;
          return;
        }
      }
    } catch (error) {
      this.#jobs.delete(article);
      this.#host.failed(article, error);
      this.#settle(article, null);
    }
  }

  #finish(article: OpenArticle, { rules, version }: Job, analysis: Analysis): void {
    this.#jobs.delete(article);
    article.base = { analysis, rules, version };
    article.change = null;
    article.renew = false;
    this.#host.finished(article);
    this.#settle(article, article.checked(rules));
  }

  #settle(article: OpenArticle, checked: Checked | null): void {
    const waiters = this.#waiters.get(article);
    this.#waiters.delete(article);
    for (const waiter of [...(waiters ?? [])]) waiter(checked);
  }
}
