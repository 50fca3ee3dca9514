import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Gathered {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** What a program says until it ends, and how it ends. */
export function gathered(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Gathered> {
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, out, err }));
  });
}
