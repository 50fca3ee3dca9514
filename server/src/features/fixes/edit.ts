import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnnotatedTextEdit, ChangeAnnotation, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { rangeOf } from '../context.ts';
import type { FixEdit } from './types.ts';

/** What a client takes in a WorkspaceEdit. */
export interface EditOptions {
  readonly documentChanges: boolean;
  readonly annotations: boolean;
  readonly snippets: boolean;
}

/** The edits in the richest form that the client takes: versioned, explained, with places to fill in. */
export function workspaceEdit(
  document: TextDocument,
  edits: readonly FixEdit[],
  options: EditOptions,
  annotation?: ChangeAnnotation,
): WorkspaceEdit {
  const { uri, version } = document;
  if (!options.documentChanges)
    return { changes: { [uri]: edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text })) } };
  const annotated = annotation !== undefined && options.annotations;
  const made = edits.map((edit): TextEdit | AnnotatedTextEdit | SnippetTextEdit => {
    const range = rangeOf(document, edit);
    if (edit.snippet !== undefined && options.snippets) return { range, snippet: { kind: 'snippet', value: edit.snippet } };
    return { range, newText: edit.text, ...(annotated ? { annotationId: 'all' } : {}) };
  });
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: made }],
    ...(annotated ? { changeAnnotations: { all: annotation } } : {}),
  };
}
