import * as vscode from 'vscode';
import { type BaseLanguageClient, type GenericRequestHandler, ProgressType, State } from 'vscode-languageclient';

const SETTLED_MS = 500;

/** The language server as the rest of the client sees it. */
export class Server implements vscode.Disposable {
  readonly #state = new vscode.EventEmitter<void>();
  /** It has come up or gone down. */
  readonly onDidChangeState = this.#state.event;
  readonly #listener: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.#listener = client.onDidChangeState(() => this.#state.fire());
  }

  get running(): boolean {
    return this.client.state === State.Running;
  }

  /** True while it is on its way up. */
  get starting(): boolean {
    return this.client.state === State.Starting;
  }

  /** Whether it runs, once it is clear: on its way up it is waited for. */
  async up(): Promise<boolean> {
    while (this.starting)
      await new Promise<void>((resolve) => {
        const listener = this.onDidChangeState(() => {
          listener.dispose();
          resolve();
        });
      });
    return this.running;
  }

  /** The same; the user is told where it does not. */
  async upOrTold(): Promise<boolean> {
    const up = await this.up();
    if (!up) void vscode.window.showWarningMessage(vscode.l10n.t('The language server is not running.'));
    return up;
  }

  toProtocol(uri: vscode.Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }

  request<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R> {
    return token ? this.client.sendRequest<R>(method, params, token) : this.client.sendRequest<R>(method, params);
  }

  /** Runs one of the server's commands. */
  execute<R>(command: string, ...args: readonly unknown[]): Promise<R> {
    return this.request<R>('workspace/executeCommand', { command, arguments: args });
  }

  onRequest<P, R extends object>(method: string, handler: (params: P) => Promise<R>): vscode.Disposable {
    return this.client.onRequest(method, handler as unknown as GenericRequestHandler<R, void>);
  }

  onNotification<P>(method: string, handler: (params: P) => void): vscode.Disposable {
    return this.client.onNotification(method, handler);
  }

  /** What the server sends under a token while it works on a request that names it. */
  onProgress<P>(token: string, handler: (part: P) => void): vscode.Disposable {
    return this.client.onProgress(new ProgressType<P>(), token, handler);
  }

  /** Does not throw: what goes wrong is logged, and shown by the client itself. */
  async start(): Promise<void> {
    try {
      await this.client.start();
    } catch (error) {
      this.log.error(`The language server did not start: ${String(error)}`);
    }
  }

  async restart(): Promise<void> {
    this.log.info('Restarting the language server.');
    if (this.client.needsStop()) {
      try {
        await this.client.stop();
      } catch (error) {
        this.log.warn(`The language server did not stop by itself: ${String(error)}`);
      }
    }
    await this.start();
    const failed = () => this.client.state === State.StartFailed;
    if (!failed()) return;
    // A server that went down while it came up may be coming up again.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    // Where no process could be started at all the client never tries again.
    if (failed()) void offerReload();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#state.dispose();
  }
}

async function offerReload(): Promise<void> {
  const reload = vscode.l10n.t('Reload Window');
  const chosen = await vscode.window.showErrorMessage(vscode.l10n.t('The language server does not start. The output says why.'), reload);
  if (chosen === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}
