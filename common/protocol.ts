/** The requests and notifications beyond LSP that client and server share. Ranges are LSP's: lines and UTF-16 columns from 0. */

export interface Position {
  line: number;
  character: number;
}
export interface Range {
  start: Position;
  end: Position;
}

/** One claim as the client shows it: contract.md's JSON with LSP ranges beside the offsets. */
export interface ClaimItem {
  id: string;
  code: string;
  /** The pattern's name in the user's language. */
  name: string;
  start: number;
  end: number;
  line: number;
  column: number;
  range: Range;
  text: string;
  severity: 'hint' | 'information' | 'warning' | 'error';
  message: string;
  speaker: string | null;
  /** Title of the heading it stands under, or null. */
  section: string | null;
  horizon?: { text: string; from: string | null; until: string | null } | null;
  resolved?: { from: string | null; until: string | null } | null;
  quantity?: Record<string, unknown>;
  suppressed: { by: 'comment' | 'review'; reason: string } | null;
}

/** `claimlens/claims`: the claims of an open article, in document order. */
export const CLAIMS_REQUEST = 'claimlens/claims';
export interface ClaimsParams {
  uri: string;
}
export interface ClaimsResult {
  claims: ClaimItem[];
  /** The document version that the claims were found in. */
  version: number;
  /** The article's date, or null. */
  date: string | null;
  /** Why there are none though there is text: not Chinese enough, too large, switched off; null when the article was checked. */
  skipped: 'notChinese' | 'tooLarge' | 'disabled' | null;
}

/** `claimlens/claimsChanged`: the claims of an open article stand anew. */
export const CLAIMS_CHANGED = 'claimlens/claimsChanged';
export interface ClaimsChangedParams {
  uri: string;
  version: number;
}
