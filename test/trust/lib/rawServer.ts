import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Message, StreamMessageReader } from 'vscode-languageserver-protocol/node';
import { SERVER } from '../../protocol/harness.ts';

interface Answer {
  readonly id: number | string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The built server, spoken to in bytes: whatever a client should never send can be sent. */
export class RawServer {
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly #waiting = new Map<number | string, (answer: Answer) => void>();
  #nextId = 1_000_000;

  constructor() {
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    running.add(this.process);
    this.exited = new Promise((resolve) =>
      this.process.once('exit', (code, signal) => {
        running.delete(this.process);
        resolve(code ?? (signal ? -1 : null));
      }),
    );
    this.process.stdin!.on('error', () => undefined);
    new StreamMessageReader(this.process.stdout!).listen((message) => this.#received(message));
  }

  #received(message: Message): void {
    const { id, method } = message as Message & { id?: number | string; method?: string };
    if (method !== undefined && id !== undefined) this.send({ jsonrpc: '2.0', id, result: null });
    if (method !== undefined || id === undefined || id === null) return;
    this.#waiting.get(id)?.(message as unknown as Answer);
    this.#waiting.delete(id);
  }

  write(bytes: string | Buffer): void {
    this.process.stdin!.write(bytes);
  }

  /** A message, well framed, whatever is in it. */
  send(body: unknown): void {
    this.frame(JSON.stringify(body));
  }

  frame(body: string): void {
    this.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Fails when the server ends, or says nothing. */
  request(method: string, params?: unknown, id: number | string = this.#nextId++): Promise<Answer> {
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.send({ jsonrpc: '2.0', id, method, params });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer to ${method} ${JSON.stringify(params)?.slice(0, 300)}`)), 120_000);
    });
    const end = this.exited.then((code) => {
      throw new Error(`the server ended with ${code} at ${method} ${JSON.stringify(params)?.slice(0, 300)}`);
    });
    return Promise.race([answer, silence, end]).finally(() => clearTimeout(timer));
  }

  async initialize(capabilities: object = {}): Promise<this> {
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities });
    this.notify('initialized', {});
    return this;
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  }

  /** Shuts it down as a client should; answers the exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown');
    this.notify('exit');
    return this.exited;
  }

  /** Resident size in megabytes; Linux only. */
  resident(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))?.[1]) / 1024;
  }
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});
