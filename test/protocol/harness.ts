import { type ChildProcess, spawn } from 'node:child_process';
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
import { CLAIMS_CHANGED, CLAIMS_REQUEST, type ClaimsResult, type InitializationOptions } from '../../common/protocol.ts';

export const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

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
  configuration?: () => unknown;
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
    configuration,
    processId = process.pid,
  }: StartOptions): Promise<this> {
    const { connection } = this;
    const notify = (event: string) => (params: unknown) => this.#happened(event, params);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.#happened('textDocument/publishDiagnostics', params);
    });
    for (const event of [CLAIMS_CHANGED, 'window/logMessage', 'window/showMessage', '$/progress'])
      connection.onNotification(event, notify(event));
    for (const request of ['workspace/diagnostic/refresh', 'client/registerCapability', 'window/workDoneProgress/create']) {
      connection.onRequest(request, (params: unknown) => {
        this.#happened(request, params);
        return null;
      });
    }
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => configuration?.() ?? null));
    connection.listen();
    this.initialized = await connection.sendRequest('initialize', {
      processId,
      rootUri: folder ?? null,
      capabilities,
      locale,
      ...(folder ? { workspaceFolders: [{ uri: folder, name: 'test' }] } : {}),
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

/** The built server over stdio. */
export async function start(options: StartOptions = {}, args: readonly string[] = ['--stdio']): Promise<Running> {
  const child = spawn(process.execPath, [SERVER, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
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
