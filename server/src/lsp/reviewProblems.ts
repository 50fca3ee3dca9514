import { MessageType, ShowDocumentRequest, ShowMessageRequest } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { t } from '../features/messages.ts';
import { problemSentence } from '../features/reviewFacts.ts';
import { type ReviewFiles, type ReviewHome, reviewUri } from '../review/files.ts';
import { type ReviewProblem, readReview } from '../review/read.ts';
import { reviewSentence } from './reviewErrors.ts';
import type { Server } from './server.ts';
import { showMessage } from './showMessage.ts';

/** Review files that cannot be used: a problem at the place, and a word to the user, once for each. */
export class ReviewProblems {
  readonly #server: Server;
  /** By the URI of the file: what the user has heard. */
  readonly #told = new Map<string, { readonly home: ReviewHome; readonly message: string }>();

  constructor(server: Server) {
    this.#server = server;
  }

  /** Whose reviews could not be used when they were last read. */
  homes(): ReviewHome[] {
    return [...this.#told.values()].map(({ home }) => home);
  }

  read(home: ReviewHome, text: string | null, problem: ReviewProblem | null): void {
    if (problem) this.#broken(home, text ?? '', problem);
    else this.mended(home);
  }

  #broken(home: ReviewHome, text: string, problem: ReviewProblem): void {
    const { connection, client } = this.#server;
    const uri = reviewUri(home);
    const document = TextDocument.create(uri, 'json', 0, text);
    const range = { start: document.positionAt(problem.start), end: document.positionAt(problem.end) };
    const message = t(client.locale, problem.key, problem.values);
    void connection.sendDiagnostics({ uri, diagnostics: [{ range, severity: 1, source: 'claimlens', code: problem.key, message }] });
    this.#tell(home, problemSentence(problem, home.article, client.locale), range);
  }

  /** Reads a review anew whose article is not open: has it been mended? */
  async look(home: ReviewHome, files: ReviewFiles | null): Promise<void> {
    try {
      const text = (await files?.read(home)) ?? null;
      this.read(home, text, readReview(text).problem);
    } catch (error) {
      this.unreadable(home, error);
    }
  }

  /** What else keeps a review from being read. */
  unreadable(home: ReviewHome, error: unknown): void {
    this.#tell(home, reviewSentence(error, home, this.#server.client.locale), null);
  }

  mended(home: ReviewHome): void {
    const uri = reviewUri(home);
    if (this.#told.delete(uri)) void this.#server.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #tell(home: ReviewHome, message: string, selection: Range | null): void {
    const uri = reviewUri(home);
    if (this.#told.get(uri)?.message === message) return;
    this.#told.set(uri, { home, message });
    const { connection, client } = this.#server;
    if (!selection || !client.showsDocuments) {
      showMessage(connection, MessageType.Warning, message);
      return;
    }
    const title = t(client.locale, 'review.open');
    void connection
      .sendRequest(ShowMessageRequest.type, { type: MessageType.Warning, message, actions: [{ title }] })
      .then((answer) => answer && connection.sendRequest(ShowDocumentRequest.type, { uri, selection, takeFocus: true }))
      .catch(() => undefined);
  }
}
