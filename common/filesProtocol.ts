/** Files that the client lends to a server without any of its own: one in a web worker. */

/**
 * Server → client, where the client said `files` in its options. URIs of the folders that are open: `list` a folder; `read` an article,
 * a project file, a `.gitignore` or what lies below `.claimlens`; `write` or `move` what lies below `.claimlens`. Answers `FilesAnswer`.
 */
export const FILES_REQUEST = 'claimlens/files';
export type FilesParams =
  | { readonly do: 'list'; readonly uri: string }
  | { readonly do: 'read'; readonly uri: string }
  | { readonly do: 'write'; readonly uri: string; readonly text: string }
  | { readonly do: 'move'; readonly uri: string; readonly to: string };

/** What lies in a folder and may be asked for. */
export interface LentEntry {
  readonly name: string;
  readonly uri: string;
  readonly folder: boolean;
  /** Of a file: changes whenever the file does. */
  readonly stamp?: string;
}

export interface FilesAnswer {
  /** `list`: none where there is no such folder. */
  readonly entries?: readonly LentEntry[];
  /** `read`: null where there is no such file. */
  readonly text?: string | null;
  readonly error?: { readonly kind: 'full' | 'readOnly' | 'encoding' | 'failed'; readonly message: string };
}
