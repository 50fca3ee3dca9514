import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Diagnostic, SymbolInformation } from 'vscode-languageserver-types';
import type { WorkspaceCheckResult } from '../../../common/protocol.ts';
import { type Checked, severityOf } from '../features/context.ts';
import { t } from '../features/messages.ts';
import { flatSymbols, symbolMatches } from '../features/symbols.ts';
import { OpenArticle } from './article.ts';
import { checkedArticle } from './exportArticle.ts';
import type { Server } from './server.ts';
import { Turns } from './turns.ts';

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
  /** The files that were checked. */
  #checked = new Set<string>();
  /** Of those, what was open since and is closed: to be checked again, as it stands on disk. */
  readonly #closed = new Set<string>();
  #catchingUp = false;
  /** A file's looks come one after another: the last to read it is the last to tell. */
  readonly #turns = new Turns();
  readonly #server: Server;
  #runs = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  async run(token: CancellationToken, given: WorkDoneProgressReporter): Promise<WorkspaceCheckResult> {
    const { articles, client, connection } = this.#server;
    const { locale } = client;
    const created = client.showsProgress ? await connection.window.createWorkDoneProgress() : null;
    const progress = created ?? given;
    const cancelled = () => token.isCancellationRequested || created?.token.isCancellationRequested === true;
    progress.begin(t(locale, 'progress.title'), 0, '', true);
    const run = ++this.#runs;
    const uris = await this.#articles();
    const result: WorkspaceCheckResult = { files: 0, total: uris.length, claims: {}, articles: [], failed: [] };
    let claims = 0;
    let reported = 0;
    const before = new Map(this.found);
    try {
      for (const uri of uris) {
        if (cancelled()) break;
        this.#checked.add(uri);
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
        for (const uri of before.keys())
          if (articles.has(uri)) this.found.delete(uri);
          else this.#tell(uri, `w${run}`, []);
        this.#checked = new Set(uris);
        for (const uri of this.#symbols.keys()) if (!this.#checked.has(uri)) this.#forget(uri);
      }
    } finally {
      progress.done();
    }
    this.#server.refresh();
    return result;
  }

  /** An article is not open any more. Answers whether its problems will be told, as they stand on disk: it was checked with the others. */
  closed(uri: string): boolean {
    if (!this.#checked.has(uri)) return false;
    this.#closed.add(uri);
    if (!this.#catchingUp) void this.#catchUp();
    return true;
  }

  /** One after the other, however many are closed at once. */
  async #catchUp(): Promise<void> {
    this.#catchingUp = true;
    for (const uri of this.#closed) {
      this.#closed.delete(uri);
      if (!this.#server.articles.has(uri)) await this.#lookAgain(uri, `w${++this.#runs}`);
    }
    this.#catchingUp = false;
    this.#server.refresh();
  }

  async #lookAgain(uri: string, id: string): Promise<void> {
    const known = this.found.get(uri)?.items ?? [];
    try {
      await this.#look(uri, id, true);
    } catch (error) {
      const gone = (error as { code?: unknown }).code === 'ENOENT';
      if (gone) this.#forget(uri);
      if (!this.#server.articles.has(uri)) this.#tell(uri, id, gone ? [] : known, true);
    }
  }

  /** Every article of the folders, once each, though one folder may lie in another. */
  async #articles(): Promise<string[]> {
    const { client, platform } = this.#server;
    const byFile = new Map<string, string>();
    for (const folder of client.folders)
      for (const uri of await this.#server.articlesIn(folder)) {
        const file = platform.fileOf(uri);
        if (!byFile.has(file)) byFile.set(file, uri);
      }
    return [...byFile.values()];
  }

  async #check(uri: string, id: string, result: WorkspaceCheckResult): Promise<number> {
    const checked = await this.#look(uri, id);
    if (!checked) return 0;
    const counted = checked.analysis.claims.filter((claim) => !claim.suppressed && severityOf(checked, claim) !== null);
    if (counted.length > 0) result.articles.push({ uri, claims: counted.length });
    for (const { code } of counted) result.claims[code] = (result.claims[code] ?? 0) + 1;
    return counted.length;
  }

  /** Checks one article; what is found in a file that is not open is told, with `always` also that there is nothing. */
  #look(uri: string, id: string, always = false): Promise<Checked | null> {
    return this.#turns.take(uri, async () => {
      const { articles, checker, platform } = this.#server;
      const open = articles.get(uri);
      let checked = open ? await checker.fresh(open) : null;
      // Not open, or not any more.
      if (!articles.has(uri)) checked = await this.#onDisk(uri, await platform.read(uri));
      if (checked) this.#remember(uri, checked);
      else this.#forget(uri);
      // Open, it has problems of its own.
      if (!articles.has(uri)) this.#tell(uri, id, checked ? this.#server.problemsOf(new OpenArticle(uri, '', 0, ''), checked) : [], always);
      return checked;
    });
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

  #forget(uri: string): void {
    this.#symbolCount -= this.#symbols.get(uri)?.length ?? 0;
    this.#symbols.delete(uri);
  }

  /** With what was decided about it: a dismissed claim is no problem here either. */
  async #onDisk(uri: string, text: string): Promise<Checked | null> {
    return (await checkedArticle(this.#server, uri, undefined, text))?.checked ?? null;
  }

  #tell(uri: string, id: string, items: Diagnostic[], always = false): void {
    const known = this.found.has(uri);
    if (items.length > 0) this.found.set(uri, { id, items });
    else this.found.delete(uri);
    const { client, connection } = this.#server;
    if (!client.pullsDiagnostics && (always || known || items.length > 0)) void connection.sendDiagnostics({ uri, diagnostics: items });
  }
}
