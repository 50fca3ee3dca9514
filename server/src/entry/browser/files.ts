import type { Connection } from 'vscode-languageserver';
import { FILES_REQUEST, type FilesAnswer, type FilesParams, type LentEntry } from '../../../../common/protocol.ts';

/** The client's files. What cannot be done, or a client that lends none, throws an `Error` that says why. */
export class LentFiles {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async list(uri: string): Promise<readonly LentEntry[]> {
    return (await this.#ask({ do: 'list', uri })).entries ?? [];
  }

  /** Null where there is no such file. */
  async read(uri: string): Promise<string | null> {
    return (await this.#ask({ do: 'read', uri })).text ?? null;
  }

  async #ask(params: FilesParams): Promise<FilesAnswer> {
    const answer = await this.#connection.sendRequest<FilesAnswer>(FILES_REQUEST, params);
    if (answer.error) throw new Error(answer.error.message);
    return answer;
  }
}

/** The folder that a file or folder lies in; empty above all. */
export function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}
