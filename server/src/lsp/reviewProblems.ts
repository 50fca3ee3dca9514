import { MessageType, ShowDocumentRequest, ShowMessageRequest } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { t } from '../features/messages.ts';
import { problemSentence } from '../features/reviewFacts.ts';
import { type ReviewHome, reviewUri } from '../review/files.ts';
import type { ReviewProblem } from '../review/read.ts';
import type { Server } from './server.ts';
import { showMessage } from './showMessage.ts';

/** Review files that cannot be used: a problem at the place, and a word to the user, once for each. */
export class ReviewProblems {
  readonly #server: Server;
  /** By the URI of the file: what the user has heard. */
  readonly #told = new Map<string, string>();

  constructor(server: Server) {
    this.#server = server;
  }

  broken(home: ReviewHome, text: string, problem: ReviewProblem): void {
    const { connection, client } = this.#server;
    const uri = reviewUri(home);
    const document = TextDocument.create(uri, 'json', 0, text);
    const range = { start: document.positionAt(problem.start), end: document.positionAt(problem.end) };
    const message = t(client.locale, problem.key, problem.values);
    void connection.sendDiagnostics({ uri, diagnostics: [{ range, severity: 1, source: 'claimlens', code: problem.key, message }] });
    this.#tell(uri, problemSentence(problem, home.article, client.locale), range);
  }

  /** What else keeps a review from being read. */
  unreadable(home: ReviewHome, sentence: string): void {
    this.#tell(reviewUri(home), sentence, null);
  }

  mended(home: ReviewHome): void {
    const uri = reviewUri(home);
    if (this.#told.delete(uri)) void this.#server.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #tell(uri: string, message: string, selection: Range | null): void {
    if (this.#told.get(uri) === message) return;
    this.#told.set(uri, message);
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
