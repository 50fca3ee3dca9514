import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import {
  CLAIMS_CHANGED,
  CLAIMS_REQUEST,
  type ClaimsResult,
  type InitializationOptions,
  PREDICTIONS_CHANGED,
  REVIEW_COMMAND,
  type ReviewAnswer,
  type ReviewArguments,
} from '../../common/protocol.ts';

export const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** What servers keep for the next time; folders of tests have names of their own. */
export const INDEX = mkdtempSync(join(tmpdir(), 'claimlens-index-'));
process.once('exit', () => rmSync(INDEX, { recursive: true, force: true }));

/** Full-width punctuation for `,:;?!()` between Chinese, so that tests stay easy to type. */
export function zh(text: string): string {
  const wide: Record<string, string> = {
    ',': '\uff0c',
    ':': '\uff1a',
    ';': '\uff1b',
    '?': '\uff1f',
    '!': '\uff01',
    '(': '\uff08',
    ')': '\uff09',
  };
  return text.replace(/(?<=[\u4e00-\u9fff])[,:;?!()]/g, (mark) => wide[mark] ?? mark);
}

export const PULL: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: { diagnostics: { refreshSupport: true }, applyEdit: true },
};

export interface StartOptions {
  capabilities?: ClientCapabilities;
  options?: InitializationOptions;
  locale?: string;
  folder?: string;
  /** Whose end ends the server; null: it runs in this very process, and to watch over that one would keep it alive. */
  processId?: number | null;
  /** Answers `workspace/configuration`. */
  configuration?: (item: { scopeUri?: string }) => unknown;
  /** More folders beside `folder`. */
  folders?: readonly string[];
}

/** An editor as the tests need one: documents, and promises for what the server says. */
export class TestClient {
  readonly connection: ProtocolConnection;
  initialized!: InitializeResult;
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting: { event: string; test: (params: never) => boolean; resolve: (params: never) => void }[] = [];
  readonly seen: { event: string; params: unknown }[] = [];

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
  }

  async initialize({
    capabilities = {},
    options,
    locale = 'en',
    folder,
    folders = [],
    configuration,
    processId = process.pid,
  }: StartOptions): Promise<this> {
    const { connection } = this;
    const notify = (event: string) => (params: unknown) => this.#happened(event, params);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.#happened('textDocument/publishDiagnostics', params);
    });
    for (const event of [CLAIMS_CHANGED, PREDICTIONS_CHANGED, 'window/logMessage', 'window/showMessage', '$/progress'])
      connection.onNotification(event, notify(event));
    for (const request of ['workspace/diagnostic/refresh', 'client/registerCapability', 'window/workDoneProgress/create']) {
      connection.onRequest(request, (params: unknown) => {
        this.#happened(request, params);
        return null;
      });
    }
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map((item) => configuration?.(item) ?? null),
    );
    connection.listen();
    this.initialized = await connection.sendRequest('initialize', {
      processId,
      rootUri: folder ?? null,
      capabilities,
      locale,
      ...(folder ? { workspaceFolders: [folder, ...folders].map((uri) => ({ uri, name: 'test' })) } : {}),
      ...(options ? { initializationOptions: options } : {}),
    });
    await connection.sendNotification('initialized', {});
    return this;
  }

  #happened(event: string, params: unknown): void {
    this.seen.push({ event, params });
    for (const waiter of [...this.#waiting]) {
      if (waiter.event !== event || !waiter.test(params as never)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      waiter.resolve(params as never);
    }
  }

  /** The next time that something happens. */
  next<T>(event: string, test: (params: T) => boolean = () => true): Promise<T> {
    return new Promise((resolve) => this.#waiting.push({ event, test: test as never, resolve: resolve as never }));
  }

  published1(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    return this.next(
      'textDocument/publishDiagnostics',
      (p: PublishDiagnosticsParams) => p.uri === uri && (version === undefined || p.version === version),
    );
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  async change(uri: string, version: number, changes: unknown[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
  }

  pull(uri: string, previousResultId?: string): Promise<{ kind: string; resultId?: string; items: Diagnostic[] }> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId ? { previousResultId } : {}),
    });
  }

  decide(args: ReviewArguments): Promise<ReviewAnswer> {
    return this.connection.sendRequest('workspace/executeCommand', { command: REVIEW_COMMAND, arguments: [args] });
  }

  claims(uri: string): Promise<ClaimsResult> {
    return this.connection.sendRequest(CLAIMS_REQUEST, { uri });
  }
}

export interface Running {
  readonly client: TestClient;
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** How Node.js is started, where not as usual. */
export interface Under {
  readonly execArgv?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** The built server over stdio. */
export async function start(options: StartOptions = {}, args: readonly string[] = ['--stdio'], under: Under = {}): Promise<Running> {
  const env = { ...process.env, CLAIMLENS_INDEX: INDEX, ...under.env };
  const child = spawn(process.execPath, [...(under.execArgv ?? []), SERVER, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env });
  running.add(child);
  const exited = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  const client = await new TestClient(connection).initialize(options);
  return { client, process: child, exited };
}

/** Ends whatever a test left running. */
export function stopAll(): void {
  for (const child of running) child.kill();
}
