import * as vscode from 'vscode';

const PATIENCE_MS = 20_000;

/**
 * Reads now and whenever an event comes until the reading is accepted, and returns it. The error says what was last read.
 * @param events each asks to be told when it is worth reading again
 */
export async function until<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  accept: (reading: T) => boolean,
  events: readonly vscode.Event<never>[],
): Promise<T> {
  let last = await read();
  if (accept(last)) return last;
  const listeners: vscode.Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const look = async (): Promise<void> => {
        last = await read();
        if (accept(last)) resolve(last);
      };
      for (const event of events) listeners.push((event as vscode.Event<unknown>)(() => void look().catch(reject)));
      timer = setTimeout(() => reject(new Error(`${what}: not within ${PATIENCE_MS / 1000} s; last seen: ${shown(last)}`)), PATIENCE_MS);
      // Between the first reading and the listeners something may have happened.
      void look().catch(reject);
    });
  } finally {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  }
}

/** What is not told by an event is looked at every now and then. */
export const clock: vscode.Event<never> = (listener) => {
  const timer = setInterval(() => (listener as () => void)(), 100);
  return new vscode.Disposable(() => clearInterval(timer));
};

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 1500) ?? String(value);
}
