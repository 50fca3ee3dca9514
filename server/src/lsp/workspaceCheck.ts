import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Diagnostic, SymbolInformation } from 'vscode-languageserver-types';
import type { WorkspaceCheckResult } from '../../../common/protocol.ts';
import { type Checked, severityOf } from '../features/context.ts';
import { t } from '../features/messages.ts';
import { flatSymbols, symbolMatches } from '../features/symbols.ts';
import { OpenArticle } from './article.ts';
import { checkedArticle } from './exportArticle.ts';
import type { Server } from './server.ts';

const REPORT_EVERY_MS = 100;
/** Kept in memory for searches: so many claims and headings of files that are not open, some 10 MB. */
const MOST_SYMBOLS = 30_000;

/** Checks every article of the workspace, file by file, without getting in the way of typing. */
export class WorkspaceCheck {
  /** Problems of files that are not open, by URI. */
  readonly found = new Map<string, { readonly id: string; readonly items: Diagnostic[] }>();
  /** What a search over the workspace finds in files that are not open, by URI. */
  readonly #symbols = new Map<string, readonly SymbolInformation[]>();
  #symbolCount = 0;
  /** The files that were checked last. */
  #uris: ReadonlySet<string> = new Set();
  readonly #server: Server;
  #runs = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  async run(token: CancellationToken, given: WorkDoneProgressReporter): Promise<WorkspaceCheckResult> {
    const { client, connection } = this.#server;
    const { locale } = client;
    const created = client.showsProgress ? await connection.window.createWorkDoneProgress() : null;
    const progress = created ?? given;
    const cancelled = () => token.isCancellationRequested || created?.token.isCancellationRequested === true;
    progress.begin(t(locale, 'progress.title'), 0, '', true);
    const run = ++this.#runs;
    const uris = [...new Set((await Promise.all(client.folders.map((folder) => this.#server.articlesIn(folder)))).flat())];
    this.#uris = new Set(uris);
    const result: WorkspaceCheckResult = { files: 0, total: uris.length, claims: {}, articles: [], failed: [] };
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
      if (!cancelled()) {
        for (const uri of before.keys()) this.#tell(uri, `w${run}`, []);
        this.#forgetSymbols(this.#uris);
      }
    } finally {
      progress.done();
    }
    this.#server.refresh();
    return result;
  }

  /** An article that was checked with the others has been open since, and is not any more: what stands on disk now counts. */
  async closed(uri: string): Promise<void> {
    if (!this.#uris.has(uri)) return;
    // A file that is gone has no problems.
    await this.#look(uri, `w${++this.#runs}`).catch(() => this.#tell(uri, '', []));
    this.#server.refresh();
  }

  async #check(uri: string, id: string, result: WorkspaceCheckResult): Promise<number> {
    const checked = await this.#look(uri, id);
    if (!checked) return 0;
    const counted = checked.analysis.claims.filter((claim) => !claim.suppressed && severityOf(checked, claim) !== null);
    if (counted.length > 0) result.articles.push({ uri, claims: counted.length });
    for (const { code } of counted) result.claims[code] = (result.claims[code] ?? 0) + 1;
    return counted.length;
  }

  /** Checks one article; what is found in a file that is not open is told. */
  async #look(uri: string, id: string): Promise<Checked | null> {
    const { articles, checker, platform } = this.#server;
    const open = articles.get(uri);
    const checked = open ? await checker.fresh(open) : await this.#closed(uri, await platform.read(uri));
    if (!checked) this.#tell(uri, id, []);
    // Opened in the meantime, it has problems of its own.
    else if (!articles.has(uri)) this.#tell(uri, id, this.#server.problemsOf(new OpenArticle(uri, '', 0, ''), checked));
    if (checked) this.#remember(uri, checked);
    return checked;
  }

  /** Headings and claims of the articles that were checked and are not open. */
  *symbols(query: string): Generator<SymbolInformation> {
    for (const [uri, symbols] of this.#symbols) {
      if (!this.#server.articles.has(uri)) yield* symbols.filter((symbol) => symbolMatches(symbol, query));
    }
  }

  #remember(uri: string, checked: Checked): void {
    const symbols = flatSymbols(checked);
    this.#symbolCount += symbols.length - (this.#symbols.get(uri)?.length ?? 0);
    if (this.#symbolCount <= MOST_SYMBOLS) this.#symbols.set(uri, symbols);
    else {
      this.#symbolCount -= symbols.length;
      this.#symbols.delete(uri);
    }
  }

  #forgetSymbols(there: ReadonlySet<string>): void {
    for (const [uri, symbols] of this.#symbols) {
      if (there.has(uri)) continue;
      this.#symbolCount -= symbols.length;
      this.#symbols.delete(uri);
    }
  }

  /** With what was decided about it: a dismissed claim is no problem here either. */
  async #closed(uri: string, text: string): Promise<Checked | null> {
    return (await checkedArticle(this.#server, uri, undefined, text))?.checked ?? null;
  }

  #tell(uri: string, id: string, items: Diagnostic[]): void {
    const known = this.found.has(uri);
    if (items.length > 0) this.found.set(uri, { id, items });
    else this.found.delete(uri);
    const { client, connection } = this.#server;
    if (!client.pullsDiagnostics && (known || items.length > 0)) void connection.sendDiagnostics({ uri, diagnostics: items });
  }
}
