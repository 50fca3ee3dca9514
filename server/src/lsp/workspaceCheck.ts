import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { WorkspaceCheckResult } from '../../../common/protocol.ts';
import type { Analysis } from '../core/index.ts';
import type { Checked } from '../features/context.ts';
import { t } from '../features/messages.ts';
import { OpenArticle } from './article.ts';
import type { Server } from './server.ts';

const SLICE_MS = 8;
const REPORT_EVERY_MS = 100;

/** Checks every article of the workspace, file by file, without getting in the way of typing. */
export class WorkspaceCheck {
  /** Problems of files that are not open, by URI. */
  readonly found = new Map<string, { readonly id: string; readonly items: Diagnostic[] }>();
  readonly #server: Server;
  #runs = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  async run(token: CancellationToken, given: WorkDoneProgressReporter): Promise<WorkspaceCheckResult> {
    const { client, connection, platform } = this.#server;
    const { locale } = client;
    const created = client.showsProgress ? await connection.window.createWorkDoneProgress() : null;
    const progress = created ?? given;
    const cancelled = () => token.isCancellationRequested || created?.token.isCancellationRequested === true;
    progress.begin(t(locale, 'progress.title'), 0, '', true);
    const run = ++this.#runs;
    const uris = (await Promise.all(client.folders.map((folder) => platform.articles(folder)))).flat();
    const result: WorkspaceCheckResult = { files: 0, total: uris.length, claims: {}, failed: [] };
    let claims = 0;
    let reported = 0;
    const before = new Map(this.found);
    try {
      for (const uri of uris) {
        if (cancelled()) break;
        await this.#check(uri, `w${run}`, result).then(
          (count) => {
            claims += count;
          },
          () => result.failed.push(uri),
        );
        result.files++;
        before.delete(uri);
        const now = performance.now();
        if (now - reported >= REPORT_EVERY_MS) {
          reported = now;
          progress.report(
            Math.floor((result.files / uris.length) * 100),
            t(locale, 'progress.files', { done: result.files, total: uris.length, claims }),
          );
        }
      }
      // Files that are gone; when stopped nobody knows.
      if (!cancelled()) for (const uri of before.keys()) this.#tell(uri, `w${run}`, []);
    } finally {
      progress.done();
    }
    this.#server.refresh();
    return result;
  }

  async #check(uri: string, id: string, result: WorkspaceCheckResult): Promise<number> {
    const { articles, checker, platform } = this.#server;
    const open = articles.get(uri);
    const checked = open ? await checker.fresh(open) : await this.#read(uri, await platform.read(uri));
    if (!checked) {
      this.#tell(uri, id, []);
      return 0;
    }
    const counted = checked.analysis.claims.filter((claim) => !claim.suppressed);
    for (const { code } of counted) result.claims[code] = (result.claims[code] ?? 0) + 1;
    if (!open) this.#tell(uri, id, this.#server.problemsOf(new OpenArticle(uri, '', 0, ''), checked));
    return counted.length;
  }

  async #read(uri: string, text: string): Promise<Checked | null> {
    const language = /\.(md|markdown)$/i.test(uri) ? 'markdown' : 'plaintext';
    const article = new OpenArticle(uri, language, 0, text);
    const rules = this.#server.rulesFor(article);
    if (!rules) return null;
    const slices = rules.analyzer.slices({ text, format: article.format });
    const analysis = await this.#drive(slices);
    return { document: TextDocument.create(uri, language, 0, text), analysis, severities: rules.severities, locale: rules.locale };
  }

  async #drive(slices: Generator<void, Analysis>): Promise<Analysis> {
    for (;;) {
      const started = performance.now();
      do {
        const step = slices.next();
        if (step.done) return step.value;
      } while (performance.now() - started < SLICE_MS);
      await new Promise<void>((resolve) => this.#server.platform.later(resolve));
    }
  }

  #tell(uri: string, id: string, items: Diagnostic[]): void {
    const known = this.found.has(uri);
    if (items.length > 0) this.found.set(uri, { id, items });
    else this.found.delete(uri);
    const { client, connection } = this.#server;
    if (!client.pullsDiagnostics && (known || items.length > 0)) void connection.sendDiagnostics({ uri, diagnostics: items });
  }
}
