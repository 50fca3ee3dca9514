import { type Connection, type MessageType, ShowMessageNotification } from 'vscode-languageserver';

/** Not by the connection's `showWarningMessage` and its like: those are requests, which a plain client may not know. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}
