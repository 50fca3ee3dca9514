import * as vscode from 'vscode';
import type { Range, ReviewItem } from '../../../common/protocol.ts';
import { statusName } from '../../../common/review.ts';

/** A note as VS Code hands it back to commands. */
export interface Note extends vscode.Comment {
  /** Null while it is a first draft. */
  readonly entry: string | null;
  /** The claim's id when the note was begun. */
  readonly claim: string;
  readonly uri: vscode.Uri;
}

export function noteOf(item: ReviewItem, uri: vscode.Uri): Note {
  return {
    entry: item.entry,
    claim: item.claim ?? '',
    uri,
    // Plain text on purpose: a review file may come from anybody.
    body: item.note ?? '',
    mode: vscode.CommentMode.Preview,
    contextValue: 'note',
    author: { name: item.reviewer ?? vscode.l10n.t('Somebody') },
    label: statusName(item.status, vscode.env.language),
    timestamp: new Date(item.updated),
  };
}

/** A box to write a claim's first note in. */
export function draftOf(uri: vscode.Uri, claim: string, text: string): Note {
  const author = { name: vscode.l10n.t('Note') };
  return { entry: null, claim, uri, body: text, mode: vscode.CommentMode.Editing, contextValue: 'draft', author };
}

export function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'entry' in value && 'claim' in value && 'body' in value && 'uri' in value;
}

export function bodyOf({ body }: vscode.Comment): string {
  return typeof body === 'string' ? body : body.value;
}

export function isEdited(thread: vscode.CommentThread): boolean {
  return thread.comments[0]?.mode === vscode.CommentMode.Editing;
}

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function isReply(value: unknown): value is vscode.CommentReply {
  return typeof value === 'object' && value !== null && 'thread' in value && 'text' in value && typeof value.text === 'string';
}

/** A note behind one that stands, unless it stands there already. */
export function joined(note: string | null | undefined, more: string): string {
  if (!note) return more;
  return ends(note, more) ? note : `${note}\n${more}`;
}

export function ends(note: string | null | undefined, text: string): boolean {
  return note === text || note?.endsWith(`\n${text}`) === true;
}
